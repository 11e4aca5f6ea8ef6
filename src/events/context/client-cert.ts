import type { Gateway } from '../../gateway/gateway.js';
import type { APIGatewayEventClientCertificate } from '../../types/client-certificate.js';
import type { SentRequest } from '../request/sent-request.js';

/** Copies the client's certificate of the settings or the connection. Returns `undefined` without mutual TLS. */
export function clientCertOf(request: SentRequest, gateway: Gateway): APIGatewayEventClientCertificate | undefined {
  const clientCert = gateway.clientCert ?? request.clientCert;
  return clientCert && { ...clientCert, validity: { ...clientCert.validity } };
}
