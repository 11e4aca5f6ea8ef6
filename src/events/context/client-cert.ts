import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { APIGatewayEventClientCertificate } from '../../types/client-certificate.js';

/** The certificate of mutual TLS as an event holds it, a copy of the settings' or the connection's; `undefined` without mutual TLS. */
export function clientCertOf(request: HttpRequest, gateway: Gateway): APIGatewayEventClientCertificate | undefined {
  const clientCert = gateway.clientCert ?? request.clientCert;
  return clientCert && { ...clientCert, validity: { ...clientCert.validity } };
}
