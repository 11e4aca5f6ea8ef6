// Printed from src/types/proxy-event-authorizer.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { accepting } from './accepting.js';
import { stringMap } from './maps.js';

export function proxyEventAuthorizer() {
  return {
    claims: accepting(z.string(), stringMap().nullable()).exactOptional(),
    scopes: accepting(z.string(), z.array(z.string()).nullable()).exactOptional(),
    principalId: z.string().exactOptional(),
    integrationLatency: z.number().exactOptional(),
  };
}
