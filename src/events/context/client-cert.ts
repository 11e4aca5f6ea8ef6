import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { APIGatewayEventClientCertificate } from '../../types/client-certificate.js';

/** Copies the client's certificate of the settings or the connection. Returns `undefined` without mutual TLS. */
export function clientCertOf(request: HttpRequest, gateway: Gateway): APIGatewayEventClientCertificate | undefined {
  const clientCert = gateway.clientCert ?? request.clientCert;
  return clientCert && { ...clientCert, validity: { ...clientCert.validity } };
}
