import { isHttpApi } from '../../aws/target.js';
import { type AuthorizerTarget, toAuthorizerEvent, toTokenAuthorizerEvent } from '../../events/authorizer-event.js';
import { identityOf } from '../../events/context/identity-source.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isAPIGatewayAuthorizerResult } from '../../guards/authorizer-result.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../../guards/simple-authorizer-result.js';
import type { HttpRequest } from '../../http/request.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { RequestAuthorizer, TokenAuthorizer } from '../api/local-authorizer.js';
import type { Authorization } from '../api/local-exchange.js';
import { makeContext } from '../function/build-context.js';
import { type AnyHandler, type Invocation, invoke } from '../function/invoke.js';
import { textsOf } from '../function/thrown.js';
import type { AuthorizerCache } from './authorizer-cache.js';
import { allows } from './policy.js';
import type { Verdict } from './verdict.js';

/** documented: an authorizer has ten seconds on REST; assumed elsewhere. */
const TIMEOUT = 10_000;
/** How long answers are kept, in seconds. documented: 300 on REST; caching is off on HTTP APIs; a handshake is never cached. */
const TTL: Readonly<Record<AuthorizerTarget, number>> = { rest: 300, 'http-1.0': 0, 'http-2.0': 0, websocket: 0 };

/** Asks a Lambda authorizer, or the cache, whether a request may pass. */
export async function askLambda(
  authorizer: TokenAuthorizer | RequestAuthorizer,
  name: string,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
  cache: AuthorizerCache,
): Promise<Verdict> {
  const question = questionOf(authorizer, request, gateway);
  if ('refused' in question) return question;
  const { event, identity } = question;
  const ttl = gateway.target === 'websocket' || identity.length === 0 ? 0 : (authorizer.ttl ?? TTL[gateway.target]);
  const key = JSON.stringify([name, ...identity]);
  const kept = ttl > 0 ? cache.get(key) : undefined;
  if (kept !== undefined) return verdictOn(kept, question, gateway, 0, { event: undefined, result: kept, error: undefined });
  const start = performance.now();
  const handler = ('token' in authorizer ? authorizer.token : authorizer.request) as AnyHandler<unknown, unknown>; // gets the event of its kind
  const invocation = toJson(await invoke(handler, event, makeContext({ functionName: name, timeout: TIMEOUT })));
  const latency = Math.round(performance.now() - start);
  if (!invocation.ok) return { refused: refusalOf(invocation.error), asked: { event, result: undefined, error: invocation.error } };
  const { result } = invocation;
  if (ttl > 0 && isAnswer(result, question)) cache.set(key, result, ttl);
  return verdictOn(result, question, gateway, latency, { event, result, error: undefined });
}

interface Question {
  readonly event: unknown;
  /** What the client asks for. */
  readonly arn: string;
  /** Values of the identity sources. */
  readonly identity: readonly string[];
  /** Whether `isAuthorized` is an answer; documented: only with payload 2.0. */
  readonly takesSimple: boolean;
}

// documented: without one of the identity's sources, the answer is 401 and nobody is asked.
function questionOf(
  authorizer: TokenAuthorizer | RequestAuthorizer,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
): Question | { readonly refused: FailureType } {
  try {
    return 'token' in authorizer ? tokenQuestion(authorizer, request, gateway) : requestQuestion(authorizer, request, gateway);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'identity-missing') return { refused: 'unauthorized' };
    throw error;
  }
}

function tokenQuestion(
  { header = 'Authorization', validation }: TokenAuthorizer,
  request: HttpRequest,
  gateway: Gateway,
): Question | { readonly refused: FailureType } {
  const settings: Gateway<'rest'> = { ...gateway, target: 'rest', identitySource: [`$request.header.${header}`] };
  const event = toTokenAuthorizerEvent(request, settings);
  // documented: a token that does not match is refused without asking. Only a match at the start counts (assumed).
  if (validation !== undefined && event.authorizationToken.search(validation) !== 0) return { refused: 'unauthorized' };
  return { event, arn: event.methodArn, identity: [event.authorizationToken], takesSimple: false };
}

function requestQuestion(
  { identitySource, payload }: RequestAuthorizer,
  request: HttpRequest,
  gateway: Gateway<AuthorizerTarget>,
): Question {
  const target = isHttpApi(gateway.target) && payload !== undefined ? (`http-${payload}` as const) : gateway.target;
  const settings: Gateway<AuthorizerTarget> = { ...gateway, target, ...(identitySource && { identitySource }) };
  const event = toAuthorizerEvent(request, settings);
  const arn = 'routeArn' in event ? event.routeArn : event.methodArn;
  return {
    event,
    arn,
    identity: identityOf({ request, gateway: settings }, event.requestContext) ?? [],
    takesSimple: target === 'http-2.0',
  };
}

/** Reads an answer as the gateway gets it: as JSON. A value that JSON cannot hold is an error of the function. */
function toJson(invocation: Invocation<unknown>): Invocation<unknown> {
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

// documented: exactly this message is a 401; every other error is the gateway's 500.
function refusalOf(error: unknown): FailureType {
  return textsOf(error).message === 'Unauthorized' ? 'unauthorized' : 'authorizer-failure';
}

function isAnswer(result: unknown, { takesSimple }: Question): boolean {
  return isAPIGatewayAuthorizerResult(result) || (takesSimple && isAPIGatewaySimpleAuthorizerResult(result));
}

function verdictOn(
  result: unknown,
  { arn, takesSimple }: Question,
  gateway: Gateway,
  integrationLatency: number,
  asked: Authorization,
): Verdict {
  if (takesSimple && isAPIGatewaySimpleAuthorizerResult(result)) {
    if (!result.isAuthorized) return { refused: 'forbidden', asked };
    return { passed: { lambda: { context: result.context ?? null } }, asked };
  }
  if (!isAPIGatewayAuthorizerResult(result)) return { refused: 'authorizer-configuration', asked };
  // A kept policy is asked again for every method: one that names only the first method denies the next.
  if (!allows(result.policyDocument, arn)) return { refused: isHttpApi(gateway.target) ? 'forbidden' : 'access-denied', asked };
  const { principalId, context, usageIdentifierKey } = result;
  // documented: an object or a list in the context is a 500, but for payload 2.0.
  if (gateway.target !== 'http-2.0' && Object.values(context ?? {}).some((value) => typeof value === 'object' && value !== null)) {
    return { refused: 'authorizer-configuration', asked };
  }
  const lambda = { principalId, context: context ?? null, integrationLatency };
  return { passed: { lambda }, asked, ...(typeof usageIdentifierKey === 'string' && { usageKey: usageIdentifierKey }) };
}
