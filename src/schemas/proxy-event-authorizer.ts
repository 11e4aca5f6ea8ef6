import * as z from 'zod';
import { stringMap } from './maps.js';

export function proxyEventAuthorizer() {
  return z.looseObject({
    claims: z.union([stringMap(), z.string(), z.null()]).exactOptional(),
    scopes: z.union([z.array(z.string()), z.string(), z.null()]).exactOptional(),
    principalId: z.string().exactOptional(),
    integrationLatency: z.number().exactOptional(),
  });
}
