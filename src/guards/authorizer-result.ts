import type {
  APIGatewayAuthorizerResult,
  APIGatewayAuthorizerResultContext,
  ConditionBlock,
  PolicyDocument,
  Statement,
} from '../types/authorizer-result.js';
import { isObject, isScalar, isScalarList, isStringList, isStringOrNull, isUnseen } from './fields.js';

/** Whether the value is the policy that an authorizer returns, as the schema sees it. */
export function isAPIGatewayAuthorizerResult(value: unknown): value is APIGatewayAuthorizerResult {
  return (
    isObject<APIGatewayAuthorizerResult>(value) &&
    typeof value.principalId === 'string' &&
    isPolicyDocument(value.policyDocument) &&
    (value.context === null || isContext(value.context) || !('context' in value)) &&
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

function isStatementList(value: unknown): value is Statement[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) {
    if (!isStatement(value[index])) return false;
  }
  return true;
}

type StatementFields = { [Name in Statement extends infer Form ? (Form extends unknown ? keyof Form : never) : never]: unknown };

function isStatement(value: unknown): value is Statement {
  return (
    isObject<StatementFields>(value) &&
    (typeof value.Sid === 'string' || !('Sid' in value)) &&
    (value.Effect === 'Allow' || value.Effect === 'Deny') &&
    (isStringOrList(value.Action) || isStringOrList(value.NotAction)) &&
    (isStringOrList(value.Resource) || isStringOrList(value.NotResource)) &&
    (isConditionBlock(value.Condition) || !('Condition' in value))
  );
}

function isStringOrList(value: unknown): value is string | string[] {
  return typeof value === 'string' || isStringList(value);
}

function isConditionBlock(value: unknown): value is ConditionBlock {
  if (!isObject<ConditionBlock>(value)) return false;
  for (const operator in value) {
    if (!isCondition(value[operator]) && !isUnseen(operator)) return false;
  }
  return true;
}

function isCondition(value: unknown): value is ConditionBlock[string] {
  if (!isObject<ConditionBlock[string]>(value)) return false;
  for (const key in value) {
    const item = value[key];
    if (!isScalar(item) && !isScalarList(item) && !isUnseen(key)) return false;
  }
  return true;
}

function isContext(value: unknown): value is APIGatewayAuthorizerResultContext {
  if (!isObject<APIGatewayAuthorizerResultContext>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isScalar(item) && item !== null && item !== undefined && !isUnseen(name)) return false;
  }
  return true;
}
