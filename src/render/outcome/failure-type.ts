/**
 * Why there is no result.
 *
 * * The function: `function-error` (it threw, or its process ended), `function-timeout` (its own time ran out), `response-too-large`
 *   (over 6,291,556 bytes serialized), `malformed-result` (the gateway can't read what it returned).
 * * Its invocation: `timeout` (the gateway's time ran out), `throttled` (no concurrency left), `permission` (the gateway may not invoke
 *   it), `integration-failure` (Lambda could not be reached), `api-configuration` (the gateway's settings don't work).
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
  | 'unsupported-content-encoding'
  | 'malformed-url'
  | 'body-not-allowed'
  | 'url-too-long'
  | 'incomplete-signature'
  | 'request-too-large'
  | 'gateway-throttled'
  | 'quota-exceeded'
  | 'waf-filtered';
