import type { Gateway } from '../gateway/gateway.js';
import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';

/** The certificate of mutual TLS as an event holds it, a copy of the settings'; `undefined` without mutual TLS. */
export function clientCertOf({ clientCert }: Gateway): APIGatewayEventClientCertificate | undefined {
  return clientCert && { ...clientCert, validity: { ...clientCert.validity } };
}
