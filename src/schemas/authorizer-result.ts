import * as z from 'zod';
import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { guarded } from './guarded.js';
import { scalar } from './maps.js';
import { object } from './object.js';
import { explainOption } from './union.js';

/** Schema of `APIGatewayAuthorizerResult`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayAuthorizerResultSchema = /* @__PURE__ */ guarded(isAPIGatewayAuthorizerResult, () =>
  object({
    principalId: z.string(),
    policyDocument: object({ Version: z.string(), Id: z.string().exactOptional(), Statement: z.array(statement()) }),
    context: z.object({}).catchall(scalar().nullable().optional()).nullable().exactOptional(),
    usageIdentifierKey: z.string().nullable().exactOptional(),
  }),
);

function statement() {
  return z.union(
    [
      object({ ...baseStatement(), Action: stringOrList(), Resource: stringOrList() }),
      object({ ...baseStatement(), Action: stringOrList(), NotResource: stringOrList() }),
      object({ ...baseStatement(), NotAction: stringOrList(), Resource: stringOrList() }),
      object({ ...baseStatement(), NotAction: stringOrList(), NotResource: stringOrList() }),
    ],
    { error: explainOption(formOf, 'Invalid input: expected a statement') },
  );
}

/** The form that a statement means: what it lacks is the ordinary element, unless the other one is there. */
function formOf(value: unknown): number {
  const keys = Object.keys(Object(value));
  const notAction = keys.includes('NotAction') && !keys.includes('Action');
  const notResource = keys.includes('NotResource') && !keys.includes('Resource');
  return (notAction ? 2 : 0) + (notResource ? 1 : 0);
}

function baseStatement() {
  return {
    Sid: z.string().exactOptional(),
    Effect: z.enum(['Allow', 'Deny']),
    Condition: z.object({}).catchall(condition()).exactOptional(),
  };
}

function condition() {
  return z.object({}).catchall(z.union([scalar(), z.array(scalar())]));
}

function stringOrList() {
  return z.union([z.string(), z.array(z.string())]);
}
