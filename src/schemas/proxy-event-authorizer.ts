// Printed from src/types/proxy-event-authorizer.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { stringMap } from './maps.js';

export function proxyEventAuthorizer() {
  return {
    claims: z.union([z.string(), stringMap(), z.null()]).exactOptional(),
    scopes: z.union([z.string(), z.array(z.string()), z.null()]).exactOptional(),
    principalId: z.string().exactOptional(),
    integrationLatency: z.number().exactOptional(),
  };
}
