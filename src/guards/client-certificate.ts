import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
import { isObject } from './fields.js';

export function isClientCertificate(value: unknown): value is APIGatewayEventClientCertificate {
  return (
    isObject<APIGatewayEventClientCertificate>(value) &&
    typeof value.clientCertPem === 'string' &&
    typeof value.subjectDN === 'string' &&
    typeof value.issuerDN === 'string' &&
    typeof value.serialNumber === 'string' &&
    isValidity(value.validity)
  );
}

function isValidity(value: unknown): value is APIGatewayEventClientCertificate['validity'] {
  return (
    isObject<APIGatewayEventClientCertificate['validity']>(value) &&
    typeof value.notBefore === 'string' &&
    typeof value.notAfter === 'string'
  );
}
