// Generated from src/types/client-certificate.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
import { isObject } from './fields.js';

export function isAPIGatewayEventClientCertificate(value: unknown): value is APIGatewayEventClientCertificate {
  return (
    isObject<APIGatewayEventClientCertificate>(value) &&
    typeof value.clientCertPem === 'string' &&
    typeof value.subjectDN === 'string' &&
    typeof value.issuerDN === 'string' &&
    typeof value.serialNumber === 'string' &&
    isValidity(value.validity)
  );
}

type Validity = APIGatewayEventClientCertificate['validity'];

function isValidity(value: unknown): value is Validity {
  return isObject<Validity>(value) && typeof value.notBefore === 'string' && typeof value.notAfter === 'string';
}
