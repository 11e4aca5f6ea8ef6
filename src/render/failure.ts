import { requireString } from '../http/argument-error.js';
import { FAILURE_SENTENCES } from './issues/failure-sentences.js';
import type { FailureType } from './outcome/failure-type.js';
import { ANSWER, type Failure, OUTCOME, SENTENCES } from './outcome/outcome.js';
import { FAILURES } from './targets/failures.js';

/**
 * Returns an outcome without a result, by its type. An unknown type counts as an error of the function.
 *
 * @param type the type of the failure, such as `gateway-throttled`.
 * @throws nothing.
 * @example
 * ```ts
 * import { failure, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(failure('waf-filtered'), { target: 'rest' }).status); // => 403
 * ```
 */
export function failure(type: FailureType): Failure {
  const known = typeof type === 'string' && Object.hasOwn(FAILURES, type) ? type : 'function-error';
  return { [OUTCOME]: 'failure', [ANSWER]: FAILURES[known], [SENTENCES]: FAILURE_SENTENCES, type: known };
}

/**
 * The function threw, or its process ended.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { functionError, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(functionError(), { target: 'rest' }).status); // => 502
 * ```
 */
export function functionError(): Failure {
  return failure('function-error');
}

/**
 * The function didn't answer within the gateway's time limit: 29 s on REST, 30 s on HTTP APIs.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { renderResult, timedOut } from 'apigw-proxy';
 *
 * console.log(renderResult(timedOut(), { target: 'rest' }).status); // => 504
 * ```
 */
export function timedOut(): Failure {
  return failure('timeout');
}

/**
 * Lambda had no concurrency left for the invocation.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { renderResult, throttled } from 'apigw-proxy';
 *
 * console.log(renderResult(throttled(), { target: 'http-2.0' }).status); // => 503
 * ```
 */
export function throttled(): Failure {
  return failure('throttled');
}

/**
 * The gateway isn't allowed to invoke the function.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { noPermission, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(noPermission(), { target: 'rest' }).status); // => 500
 * ```
 */
export function noPermission(): Failure {
  return failure('permission');
}

/**
 * The serialized result is larger than Lambda's 6,291,556 bytes.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { renderResult, responseTooLarge } from 'apigw-proxy';
 *
 * console.log(renderResult(responseTooLarge(), { target: 'rest' }).status); // => 502
 * ```
 */
export function responseTooLarge(): Failure {
  return failure('response-too-large');
}

/**
 * The settings of the API don't work.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { apiConfigurationError, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(apiConfigurationError(), { target: 'rest' }).status); // => 500
 * ```
 */
export function apiConfigurationError(): Failure {
  return failure('api-configuration');
}

/**
 * The request is larger than the gateway's limit.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { renderResult, requestTooLarge } from 'apigw-proxy';
 *
 * console.log(renderResult(requestTooLarge(), { target: 'rest' }).status); // => 413
 * ```
 */
export function requestTooLarge(): Failure {
  return failure('request-too-large');
}

/**
 * No route matches the request.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { noRoute, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(noRoute(), { target: 'http-2.0' }).status); // => 404
 * ```
 */
export function noRoute(): Failure {
  return failure('no-route');
}

/**
 * There is no API and no function at the host name.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { renderResult, unknownUrl } from 'apigw-proxy';
 *
 * console.log(renderResult(unknownUrl(), { target: 'function-url' }).status); // => 403
 * ```
 */
export function unknownUrl(): Failure {
  return failure('unknown-url');
}

/**
 * No route of a REST API matches the request, and its Authorization header is not a signature.
 *
 * @param message what a REST API says about the header.
 */
export function incompleteSignature(message: string): Failure {
  const rules = FAILURES['incomplete-signature'];
  const rest = { ...rules.answers.rest, body: JSON.stringify({ message }) };
  return { ...failure('incomplete-signature'), [ANSWER]: { ...rules, answers: { ...rules.answers, rest } } };
}

/**
 * The request has no valid credentials, or an authorizer answered `Unauthorized`.
 *
 * @param challenge HTTP APIs: the `www-authenticate` header as a JWT authorizer sends it:
 *   `Bearer scope="" error="invalid_token" error_description="the token has expired"`. Characters that a header can't contain become
 *   spaces. Other targets don't send it.
 * @throws TypeError if `challenge` is not a string.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
 * @example
 * ```ts
 * import { renderResult, unauthorized } from 'apigw-proxy';
 *
 * const { status, headers } = renderResult(unauthorized('Bearer scope=""'), { target: 'http-2.0' });
 * console.log(status, headers.find(([name]) => name === 'www-authenticate')); // => 401 [ 'www-authenticate', 'Bearer scope=""' ]
 * ```
 */
export function unauthorized(challenge?: string): Failure {
  if (challenge === undefined) return failure('unauthorized');
  return { ...failure('unauthorized'), challenge: requireString(['challenge'], challenge, 'Pass the value of www-authenticate.') };
}

/**
 * The request isn't allowed: its API key is missing, or the authorizer of an HTTP API denied it.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { forbidden, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(forbidden(), { target: 'http-2.0' }).status); // => 403
 * ```
 */
export function forbidden(): Failure {
  return failure('forbidden');
}

/**
 * The request has no signature, and the route requires one.
 *
 * documented: a REST API says that the authentication token is missing, as it does if no route matches.
 */
export function unsigned(): Failure {
  const rules = FAILURES.forbidden;
  const { gatewayResponse, answers } = FAILURES['no-route'];
  return { ...forbidden(), [ANSWER]: { ...rules, gatewayResponse, answers: { ...rules.answers, rest: answers.rest } } };
}

/**
 * The request is over the rate limit of the gateway.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { gatewayThrottled, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(gatewayThrottled(), { target: 'rest' }).status); // => 429
 * ```
 */
export function gatewayThrottled(): Failure {
  return failure('gateway-throttled');
}

/**
 * The usage plan of the API key is used up.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { quotaExceeded, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(quotaExceeded(), { target: 'rest' }).status); // => 429
 * ```
 */
export function quotaExceeded(): Failure {
  return failure('quota-exceeded');
}
