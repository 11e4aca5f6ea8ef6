// Generated from src/types/proxy-event-authorizer.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { accepting } from './accepting.js';
import { exactOptional } from './exact-optional.js';
import { stringMap } from './maps.js';

export function proxyEventAuthorizer() {
  return {
    claims: exactOptional(accepting(z.string(), stringMap().nullable())),
    scopes: exactOptional(accepting(z.string(), z.array(z.string()).nullable())),
    principalId: exactOptional(z.string()),
    integrationLatency: exactOptional(z.number()),
  };
}
