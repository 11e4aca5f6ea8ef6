/** Marks what stands for the outcome of an invocation. A symbol, so that no value a function returns as JSON can be mistaken for one. */
export const OUTCOME: unique symbol = Symbol.for('apigw-proxy.outcome');

/** The payload that the runtime sent to the gateway, as text: made by {@link payload}. */
export interface Payload {
  readonly [OUTCOME]: 'payload';
  readonly text: string;
}

/** An invocation that brought no result, or a request that never reached the function: made by {@link failure} and its like. */
export interface Failure {
  readonly [OUTCOME]: 'failure';
  readonly type: FailureType;
  /** HTTP APIs: value of the `www-authenticate` header with which a JWT authorizer says what was wrong with the token. */
  readonly challenge?: string;
}

/**
 * Why there is no result.
 *
 * * The function: `function-error` (it threw, or its process ended), `function-timeout` (its own time ran out), `response-too-large`
 *   (over 6,291,556 bytes serialised).
 * * Its invocation: `timeout` (the gateway's time ran out), `throttled` (no concurrency left), `permission` (the gateway may not invoke
 *   it), `integration-failure` (Lambda could not be reached), `api-configuration` (the gateway's settings cannot be carried out).
 * * The gateway, before the function: all others.
 */
export type FailureType =
  | 'malformed-result'
  | 'function-error'
  | 'function-timeout'
  | 'response-too-large'
  | 'timeout'
  | 'throttled'
  | 'permission'
  | 'integration-failure'
  | 'api-configuration'
  | 'no-route'
  | 'unknown-url'
  | 'unauthorized'
  | 'forbidden'
  | 'access-denied'
  | 'expired-token'
  | 'invalid-signature'
  | 'invalid-api-key'
  | 'authorizer-failure'
  | 'authorizer-configuration'
  | 'bad-request-body'
  | 'bad-request-parameters'
  | 'unsupported-media-type'
  | 'request-too-large'
  | 'gateway-throttled'
  | 'quota-exceeded'
  | 'waf-filtered';

/** A result given as the serialised payload: `renderResult(payload('{"statusCode":200}'), gateway)`. */
export function payload(text: string): Payload {
  return { [OUTCOME]: 'payload', text };
}

/** An outcome without a result, by its type. */
export function failure(type: FailureType): Failure {
  return { [OUTCOME]: 'failure', type };
}

/** The function threw, or its process ended. */
export function functionError(): Failure {
  return failure('function-error');
}

/** The function did not answer within the gateway's time: 29 s on REST, 30 s on HTTP APIs. */
export function timedOut(): Failure {
  return failure('timeout');
}

/** Lambda had no concurrency left for the invocation. */
export function throttled(): Failure {
  return failure('throttled');
}

/** The gateway may not invoke the function. */
export function noPermission(): Failure {
  return failure('permission');
}

/** The serialised result was over Lambda's 6,291,556 bytes. */
export function responseTooLarge(): Failure {
  return failure('response-too-large');
}

/** The settings of the API cannot be carried out. */
export function apiConfigurationError(): Failure {
  return failure('api-configuration');
}

/** The request was over the gateway's limit. */
export function requestTooLarge(): Failure {
  return failure('request-too-large');
}

/** No route matched the request. */
export function noRoute(): Failure {
  return failure('no-route');
}

/** No API and no function answers at the host name. */
export function unknownUrl(): Failure {
  return failure('unknown-url');
}

/**
 * The request lacked credentials, or an authorizer said `Unauthorized`.
 *
 * @param challenge HTTP APIs: value of the `www-authenticate` header, as a JWT authorizer sends it:
 *   `Bearer scope="" error="invalid_token" error_description="the token has expired"`. Other targets send none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
 */
export function unauthorized(challenge?: string): Failure {
  return challenge === undefined ? failure('unauthorized') : { ...failure('unauthorized'), challenge };
}

/** The request may not pass: a missing API key, or an HTTP API's authorizer that said no. */
export function forbidden(): Failure {
  return failure('forbidden');
}

/** The request was over the rate limit of the gateway. */
export function gatewayThrottled(): Failure {
  return failure('gateway-throttled');
}

/** The API key's usage plan was used up. */
export function quotaExceeded(): Failure {
  return failure('quota-exceeded');
}

/** Whether a value was made by {@link payload}. */
export function isPayload(value: unknown): value is Payload {
  return outcomeOf(value) === 'payload';
}

/** Whether a value was made by {@link failure}. */
export function isFailure(value: unknown): value is Failure {
  return outcomeOf(value) === 'failure';
}

/** What a value is marked as, if it is marked. */
export function outcomeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { [OUTCOME]?: unknown })[OUTCOME]; // any property of an object may be read as unknown
  } catch {
    return undefined; // a proxy that refuses to be read is no marker
  }
}
