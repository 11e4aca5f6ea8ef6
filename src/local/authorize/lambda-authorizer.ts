import { MAX_WEBSOCKET_AUTHORIZER_RESULT } from '../../aws/limits.js';
import { isHttpApi } from '../../aws/target.js';
import { type AuthorizerTarget, toAuthorizerEvent, toTokenAuthorizerEvent } from '../../events/authorizer-event.js';
import { identityOf } from '../../events/context/identity-source.js';
import { readRequest } from '../../events/request/sent-request.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isAPIGatewayAuthorizerResult } from '../../guards/authorizer-result.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../../guards/simple-authorizer-result.js';
import { isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { APIGatewayAuthorizerResult } from '../../types/authorizer-result.js';
import type { APIGatewaySimpleAuthorizerResult } from '../../types/simple-authorizer-result.js';
import type { RequestAuthorizer, TokenAuthorizer } from '../api/local-authorizer.js';
import type { Authorization } from '../api/local-exchange.js';
import { buildContext } from '../function/build-context.js';
import { type AnyHandler, type Invocation, invoke } from '../function/invoke.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { textsOf } from '../function/thrown.js';
import type { AuthorizerCache } from './authorizer-cache.js';
import { checkPolicy } from './policy.js';
import type { Verdict } from './verdict.js';

/** How long an authorizer may run, in milliseconds. documented: ten seconds on REST. assumed: the same elsewhere. */
const TIMEOUT = 10_000;
/** How long answers are cached, in seconds. documented: 300 on REST; no caching on HTTP APIs; never for a handshake. */
const TTL: Readonly<Record<AuthorizerTarget, number>> = { rest: 300, 'http-1.0': 0, 'http-2.0': 0, websocket: 0 };

/** Calls a Lambda authorizer, or uses its cached answer. */
export async function callAuthorizer(
  authorizer: TokenAuthorizer | RequestAuthorizer,
  name: string,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
  { cache, runtime }: { readonly cache: AuthorizerCache; readonly runtime: LambdaRuntime },
): Promise<Verdict> {
  const question = questionOf(authorizer, request, gateway);
  if ('failure' in question) return question;
  const { event, identity } = question;
  const ttl = gateway.target === 'websocket' || identity.length === 0 ? 0 : (authorizer.ttl ?? TTL[gateway.target]);
  const key = JSON.stringify([name, ...identity]);
  const kept = ttl > 0 ? cache.get(key) : undefined;
  if (kept !== undefined) return judge(kept, question, gateway, 0, { event: undefined, result: kept, error: undefined });
  const start = performance.now();
  const handler = ('token' in authorizer ? authorizer.token : authorizer.request) as AnyHandler<unknown, unknown>; // gets the event of its kind
  const invocation = toJson(await invoke(handler, event, buildContext({ functionName: name, timeout: TIMEOUT }), { runtime }));
  const latency = Math.round(performance.now() - start);
  if (!invocation.ok) {
    return { failure: failureOf(invocation.error), authorization: { event, result: undefined, error: invocation.error } };
  }
  const { result } = invocation;
  if (ttl > 0 && isAnswer(result, question)) cache.set(key, result, ttl);
  return judge(result, question, gateway, latency, { event, result, error: undefined });
}

/** What an authorizer decides about. */
interface Question {
  readonly event: unknown;
  readonly request: HttpRequest;
  /** ARN of the method that the client calls. */
  readonly arn: string;
  /** The values of the identity sources. */
  readonly identity: readonly string[];
  /** The forms that the authorizer's answer may have. documented: `isAuthorized` only with payload 2.0. */
  readonly forms: readonly ('simple' | 'policy')[];
  /** Whether the context of a policy must have neither objects nor arrays. */
  readonly isFlat: boolean;
}

// documented: if an identity source is missing, the answer is 401 and the authorizer is not called.
function questionOf(
  authorizer: TokenAuthorizer | RequestAuthorizer,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
): Question | { readonly failure: FailureType } {
  try {
    return 'token' in authorizer ? tokenQuestion(authorizer, request, gateway) : requestQuestion(authorizer, request, gateway);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'identity-missing') return { failure: 'unauthorized' };
    throw error;
  }
}

function tokenQuestion(
  { header = 'Authorization', validation }: TokenAuthorizer,
  request: HttpRequest,
  gateway: Gateway,
): Question | { readonly failure: FailureType } {
  const settings: Gateway<'rest'> = { ...gateway, target: 'rest', identitySource: [`$request.header.${header}`] };
  const event = toTokenAuthorizerEvent(request, settings);
  // documented: for a token that does not match, the authorizer is not called. assumed: only a match at the start counts.
  if (validation !== undefined && event.authorizationToken.search(validation) !== 0) return { failure: 'unauthorized' };
  return { event, request, arn: event.methodArn, identity: [event.authorizationToken], forms: ['policy'], isFlat: true };
}

function requestQuestion(
  { identitySource, payload, enableSimpleResponses }: RequestAuthorizer,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
): Question {
  const target = isHttpApi(gateway.target) && payload !== undefined ? (`http-${payload}` as const) : gateway.target;
  const settings: Gateway<AuthorizerTarget> = { ...gateway, target, ...(identitySource && { identitySource }) };
  const event = toAuthorizerEvent(request, settings);
  const arn = 'routeArn' in event ? event.routeArn : event.methodArn;
  return {
    event,
    request,
    arn,
    identity: identityOf({ request: readRequest(request), gateway: settings }, event.requestContext) ?? [],
    forms: target === 'http-2.0' ? FORMS[`${enableSimpleResponses}`] : ['policy'],
    // documented: the guide's example of a policy with payload 2.0 has an array and an object. A function with payload 1.0 can't receive them.
    isFlat: target !== 'http-2.0' || gateway.target !== 'http-2.0',
  };
}

// reported [auth-simple-in-policy-mode]: an answer of the other form is a 500. Without the setting, either form may be right.
const FORMS: Readonly<Record<'true' | 'false' | 'undefined', Question['forms']>> = {
  true: ['simple'],
  false: ['policy'],
  undefined: ['simple', 'policy'],
};

/** What an authorizer answered. */
type Answer = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: unknown };

/** Reads an answer as the gateway gets it: as JSON. A value that JSON can't represent is an error of the function. */
function toJson(invocation: Invocation<unknown>): Answer {
  if (!invocation.ok) return invocation;
  const { result } = invocation;
  try {
    const outcome = readOutcome(result);
    const text = outcome !== undefined && 'text' in outcome ? outcome.text : JSON.stringify(result);
    return { ok: true, result: JSON.parse(text ?? 'null') };
  } catch (error) {
    return { ok: false, error };
  }
}

// documented: exactly this message is answered with 401, any other error with 500.
function failureOf(error: unknown): FailureType {
  return textsOf(error).message === 'Unauthorized' ? 'unauthorized' : 'authorizer-failure';
}

function isAnswer(result: unknown, question: Question): boolean {
  return isPolicy(result, question) || isSimple(result, question);
}

function isSimple(result: unknown, { forms }: Question): result is APIGatewaySimpleAuthorizerResult {
  return forms.includes('simple') && isAPIGatewaySimpleAuthorizerResult(result);
}

// documented [auth-nested-context-deny]: an object or an array in the context is answered with 500, except with payload 2.0. reported
// [auth-nested-context].
function isPolicy(result: unknown, { forms, isFlat }: Question): result is APIGatewayAuthorizerResult {
  if (!forms.includes('policy')) return false;
  const mayNest = !isFlat && isObject(result) && isObject(result['context']);
  return isAPIGatewayAuthorizerResult(mayNest ? { ...result, context: null } : result);
}

/** Turns an answer into a verdict. */
function judge(result: unknown, question: Question, gateway: Gateway, integrationLatency: number, authorization: Authorization): Verdict {
  if (isTooLarge(result, gateway)) return { failure: 'authorizer-configuration', authorization };
  if (isSimple(result, question)) {
    if (!result.isAuthorized) return { failure: 'forbidden', authorization };
    return { authorizer: { lambda: { context: result.context ?? null } }, authorization };
  }
  // reported [auth-null, auth-condition-null, auth-returns-401-response]: anything else is answered with 500.
  if (!isPolicy(result, question)) return { failure: 'authorizer-configuration', authorization };
  const { principalId, context, usageIdentifierKey } = result;
  const lambda = { principalId, context: context ?? null, integrationLatency };
  // A cached policy is evaluated for every method: one that allows only the first method denies the next.
  const { allowed, warnings } = checkPolicy(result.policyDocument, question.arn, question.request);
  if (!allowed) {
    const failure = isHttpApi(gateway.target) ? 'forbidden' : 'access-denied';
    return { failure, authorizer: { lambda }, authorization: { ...authorization, warnings } };
  }
  return { authorizer: { lambda }, authorization, ...(typeof usageIdentifierKey === 'string' && { usageKey: usageIdentifierKey }) };
}

// documented: the answer of a WebSocket API's authorizer has at most 8 KB. assumed: what the client gets for a larger one.
function isTooLarge(result: unknown, { target }: Gateway): boolean {
  return target === 'websocket' && encodeText(JSON.stringify(result)).length > MAX_WEBSOCKET_AUTHORIZER_RESULT;
}
