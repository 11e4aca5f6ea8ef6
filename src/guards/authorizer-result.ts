// Generated from src/types/authorizer-result.ts by `npm run shapes`. Change the type and run it again.

import type {
  APIGatewayAuthorizerResult,
  BaseStatement,
  PolicyDocument,
  Statement,
  StatementOfActionAndNotResource,
  StatementOfActionAndResource,
  StatementOfNotActionAndNotResource,
  StatementOfNotActionAndResource,
} from '../types/authorizer-result.js';
import { isIgnoredKey, isObject, isScalar, isScalarList, isStringList, isStringOrNull } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayAuthorizerResult`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { allowPolicy, buildRequestAuthorizerEvent, isAPIGatewayAuthorizerResult } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayAuthorizerResult(allowPolicy(buildRequestAuthorizerEvent(), 'ada'))); // => true
 * ```
 */
export function isAPIGatewayAuthorizerResult(value: unknown): value is APIGatewayAuthorizerResult {
  return (
    isObject<APIGatewayAuthorizerResult>(value) &&
    typeof value.principalId === 'string' &&
    isPolicyDocument(value.policyDocument) &&
    (value.context === null || isContextMap(value.context) || !('context' in value)) &&
    (isStringOrNull(value.usageIdentifierKey) || !('usageIdentifierKey' in value))
  );
}

function isPolicyDocument(value: unknown): value is PolicyDocument {
  return (
    isObject<PolicyDocument>(value) &&
    typeof value.Version === 'string' &&
    (typeof value.Id === 'string' || !('Id' in value)) &&
    isStatementList(value.Statement)
  );
}

function isStatement(value: unknown): value is Statement {
  return (
    isStatementOfActionAndResource(value) ||
    isStatementOfActionAndNotResource(value) ||
    isStatementOfNotActionAndResource(value) ||
    isStatementOfNotActionAndNotResource(value)
  );
}

function isStatementOfActionAndResource(value: unknown): value is StatementOfActionAndResource {
  return (
    isObject<StatementOfActionAndResource>(value) &&
    (typeof value.Action === 'string' || isStringList(value.Action)) &&
    (typeof value.Resource === 'string' || isStringList(value.Resource)) &&
    isBaseStatement(value)
  );
}

function isBaseStatement(value: unknown): value is BaseStatement {
  return (
    isObject<BaseStatement>(value) &&
    (value.Effect === 'Allow' || value.Effect === 'Deny') &&
    (typeof value.Sid === 'string' || !('Sid' in value)) &&
    (isConditionMap(value.Condition) || !('Condition' in value))
  );
}

function isStatementOfActionAndNotResource(value: unknown): value is StatementOfActionAndNotResource {
  return (
    isObject<StatementOfActionAndNotResource>(value) &&
    (typeof value.Action === 'string' || isStringList(value.Action)) &&
    (typeof value.NotResource === 'string' || isStringList(value.NotResource)) &&
    isBaseStatement(value)
  );
}

function isStatementOfNotActionAndResource(value: unknown): value is StatementOfNotActionAndResource {
  return (
    isObject<StatementOfNotActionAndResource>(value) &&
    (typeof value.NotAction === 'string' || isStringList(value.NotAction)) &&
    (typeof value.Resource === 'string' || isStringList(value.Resource)) &&
    isBaseStatement(value)
  );
}

function isStatementOfNotActionAndNotResource(value: unknown): value is StatementOfNotActionAndNotResource {
  return (
    isObject<StatementOfNotActionAndNotResource>(value) &&
    (typeof value.NotAction === 'string' || isStringList(value.NotAction)) &&
    (typeof value.NotResource === 'string' || isStringList(value.NotResource)) &&
    isBaseStatement(value)
  );
}

function isContextMap(value: unknown): boolean {
  if (!isObject<Record<string, unknown>>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!(item === null || item === undefined || isScalar(item)) && !isIgnoredKey(name)) return false;
  }
  return true;
}

function isStatementList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) {
    const item = value[index];
    if (!isStatement(item)) return false;
  }
  return true;
}

function isConditionItemMap(value: unknown): boolean {
  if (!isObject<Record<string, unknown>>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!(isScalar(item) || isScalarList(item)) && !isIgnoredKey(name)) return false;
  }
  return true;
}

function isConditionMap(value: unknown): boolean {
  if (!isObject<Record<string, unknown>>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isConditionItemMap(item) && !isIgnoredKey(name)) return false;
  }
  return true;
}
