// Generated from src/types/authorizer-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { mapOf, scalar } from './maps.js';
import { object } from './object.js';
import { explainStatement } from './union.js';

/**
 * The zod schema for `APIGatewayAuthorizerResult`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { allowPolicy, buildRequestAuthorizerEvent } from 'apigw-proxy';
 * import { APIGatewayAuthorizerResultSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayAuthorizerResultSchema.safeParse(allowPolicy(buildRequestAuthorizerEvent(), 'ada')).success); // => true
 * ```
 */
export const APIGatewayAuthorizerResultSchema = /* @__PURE__ */ addGuard(isAPIGatewayAuthorizerResult, () => object(authorizerResult));

function authorizerResult() {
  return {
    principalId: z.string(),
    policyDocument: object(policyDocument),
    context: exactOptional(mapOf(scalar().nullable().optional()).nullable()),
    usageIdentifierKey: exactOptional(z.string().nullable()),
  };
}

function policyDocument() {
  return { Version: z.string(), Id: exactOptional(z.string()), Statement: z.array(statement()) };
}

function statement() {
  return z.union(
    [
      object(statementOfActionAndResource),
      object(statementOfActionAndNotResource),
      object(statementOfNotActionAndResource),
      object(statementOfNotActionAndNotResource),
    ],
    { error: explainStatement },
  );
}

function statementOfActionAndResource() {
  return { ...baseStatement(), Action: z.union([z.string(), z.array(z.string())]), Resource: z.union([z.string(), z.array(z.string())]) };
}

function baseStatement() {
  return {
    Sid: exactOptional(z.string()),
    Effect: z.enum(['Allow', 'Deny']),
    Condition: exactOptional(mapOf(mapOf(z.union([scalar(), z.array(scalar())])))),
  };
}

function statementOfActionAndNotResource() {
  return {
    ...baseStatement(),
    Action: z.union([z.string(), z.array(z.string())]),
    NotResource: z.union([z.string(), z.array(z.string())]),
  };
}

function statementOfNotActionAndResource() {
  return {
    ...baseStatement(),
    NotAction: z.union([z.string(), z.array(z.string())]),
    Resource: z.union([z.string(), z.array(z.string())]),
  };
}

function statementOfNotActionAndNotResource() {
  return {
    ...baseStatement(),
    NotAction: z.union([z.string(), z.array(z.string())]),
    NotResource: z.union([z.string(), z.array(z.string())]),
  };
}
