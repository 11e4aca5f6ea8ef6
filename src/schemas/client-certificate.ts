import * as z from 'zod';
import { object } from './object.js';

export function clientCertificate() {
  return object({
    clientCertPem: z.string(),
    subjectDN: z.string(),
    issuerDN: z.string(),
    serialNumber: z.string(),
    validity: object({ notBefore: z.string(), notAfter: z.string() }),
  });
}
