// Generated from src/types/client-certificate.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { object } from './object.js';

export function eventClientCertificate() {
  return { clientCertPem: z.string(), subjectDN: z.string(), issuerDN: z.string(), serialNumber: z.string(), validity: object(validity) };
}

function validity() {
  return { notBefore: z.string(), notAfter: z.string() };
}
