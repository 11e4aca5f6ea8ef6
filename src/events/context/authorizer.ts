import type { GatewayAuthorizer, LambdaAuthorizer } from '../../gateway/authorizer.js';
import { formatPath } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import { callerOf } from '../../gateway/iam-caller.js';
import { serialiseJson } from '../../gateway/serialise-json.js';
import { describeValue } from '../../http/describe-value.js';
import type { APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';

/**
 * Returns `requestContext.authorizer` of a REST or WebSocket event, or `undefined` without one. A caller with IAM is in `identity` instead.
 */
export function restAuthorizer(authorizer: GatewayAuthorizer | undefined): Record<string, unknown> | undefined {
  if (authorizer === undefined || 'iam' in authorizer) return undefined;
  if (!('lambda' in authorizer)) return { claims: { ...('cognito' in authorizer ? authorizer.cognito : authorizer.jwt).claims } };
  const { principalId = 'user', integrationLatency = 0 } = authorizer.lambda;
  // recorded [rest-lambda-authorizer-context-stringified]: the context is flat; numbers and booleans are strings, null stays null.
  return { ...stringify(flatContextOf(authorizer.lambda)), principalId, integrationLatency };
}

/** Returns `requestContext.authorizer` of an HTTP API's payload 1.0 event, or `undefined` without an authorizer and with IAM. */
export function httpAuthorizerV1(authorizer: GatewayAuthorizer | undefined): Record<string, unknown> | undefined {
  if (authorizer === undefined || 'iam' in authorizer) return undefined;
  // recorded [http1-lambda-authorizer-context]: `claims` and `scopes` are null beside the context of a Lambda authorizer.
  if ('lambda' in authorizer) return { claims: null, scopes: null, ...dropReserved(flatContextOf(authorizer.lambda)) };
  return jwtOf(authorizer);
}

/** Returns `requestContext.authorizer` of a payload 2.0 event, or `undefined` without an authorizer. Its one key names the kind. */
export function httpAuthorizerV2(authorizer: GatewayAuthorizer | undefined): APIGatewayProxyEventV2Authorizer | undefined {
  if (authorizer === undefined) return undefined;
  if ('iam' in authorizer) return { iam: callerOf(authorizer.iam) };
  // recorded [http2-lambda-authorizer-no-context]: `lambda` is null if the authorizer returned no context.
  if ('lambda' in authorizer) return { lambda: contextOf(authorizer.lambda) };
  return { jwt: jwtOf(authorizer) };
}

function jwtOf(
  authorizer: Exclude<GatewayAuthorizer, { lambda: unknown } | { iam: unknown }>,
): NonNullable<APIGatewayProxyEventV2Authorizer['jwt']> {
  if ('cognito' in authorizer) return { claims: { ...authorizer.cognito.claims }, scopes: null };
  return { claims: { ...authorizer.jwt.claims }, scopes: authorizer.jwt.scopes == null ? null : [...authorizer.jwt.scopes] };
}

type Context = Readonly<Record<string, unknown>>;

const CONTEXT_PATH = ['authorizer', 'lambda', 'context'];

/** Copies the context of a Lambda authorizer as JSON would: without `undefined`, and dates as strings. `null` without a context. */
function contextOf({ context }: LambdaAuthorizer): Context | null {
  return context == null ? null : JSON.parse(serialiseJson(context, CONTEXT_PATH));
}

/** Copies a context that must be flat. documented: otherwise the gateway answers 500 AuthorizerConfigurationException. */
function flatContextOf(lambda: LambdaAuthorizer): Context {
  const context = contextOf(lambda) ?? {};
  const nested = Object.entries(context).find(([, value]) => typeof value === 'object' && value !== null);
  if (nested === undefined) return context;
  const [key, value] = nested;
  const path = [...CONTEXT_PATH, key];
  const reason = `\`${formatPath(path)}\` is ${describeValue(value)}, which only payload 2.0 allows; the gateway answers 500.`;
  throw new GatewayError('nested-authorizer-context', path, reason, 'Pass it as a string, for example with JSON.stringify.');
}

// documented: `claims` is reserved on HTTP APIs. recorded [http1-lambda-authorizer-context]: so is `scopes`.
function dropReserved({ claims: _, scopes: __, ...context }: Context): Context {
  return context;
}

function stringify(context: Context): Context {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [key, value === null ? null : String(value)]));
}
