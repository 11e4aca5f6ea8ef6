import { by, type Evidence } from '../../aws/evidence.js';
import type { FailureType } from '../outcome/failure-type.js';
import {
  type Answer,
  type FailureRules,
  httpError,
  OWN_FAILURES,
  type Refuser,
  restError,
  row,
  type Saying,
  urlError,
} from './own-failures.js';

const UNAVAILABLE = '{"message":"Service Unavailable"}';
const FORBIDDEN = '{"message":"Forbidden"}';
const UNAUTHORIZED = '{"message":"Unauthorized"}';
const NOT_FOUND = '{"message":"Not Found"}';
const TOO_MANY = '{"message":"Too Many Requests"}';
const URL_FORBIDDEN =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

const INCOMPLETE_SIGNATURE = '{"message":"Authorization header requires \'Credential\' parameter."}';

const ERROR_HTTP = httpError('assumed');
const ERROR_URL = urlError('assumed');
const BAD_REQUEST_HTTP = http(400, '{"message":"Bad Request"}', 'assumed');
const BAD_REQUEST_URL = other(400, '{"Message":"Bad Request"}', 'assumed', 'BadRequestException');
const FORBIDDEN_HTTP = http(403, FORBIDDEN, 'assumed');
const DENIED_URL = other(403, URL_FORBIDDEN, 'assumed', 'AccessDeniedException');
const THROTTLED_URL = other(429, '{"Message":"Rate Exceeded."}', 'assumed', 'TooManyRequestsException');
const FORBIDDEN_REST = other(403, FORBIDDEN, 'assumed', 'ForbiddenException');

const FORBIDDEN_SAYING: Saying = { message: 'Forbidden', evidence: 'assumed' };
const TOO_MANY_SAYING: Saying = { message: 'Too Many Requests', evidence: 'assumed' };

/**
 * All types of failures. If a target has no such failure (a quota on a function URL), its row is marked `assumed` and has the answer to the
 * most similar failure.
 */
export const FAILURES: Readonly<Record<FailureType, FailureRules>> = {
  'malformed-result': OWN_FAILURES['malformed-result'],
  'function-error': OWN_FAILURES['function-error'],
  'function-timeout': row(
    'function-timeout',
    by('reported', 'reported', 'reported', 'assumed'), // [rest-iss-function-timeout, http-function-timeout]
    { type: 'INTEGRATION_FAILURE', evidence: 'assumed' }, // as for a function that throws
    restError(502, 'reported'), // [rest-iss-function-timeout]
    httpError('reported'), // [http-function-timeout]
    ERROR_URL,
  ),
  'response-too-large': OWN_FAILURES['response-too-large'],
  timeout: row(
    'timeout',
    by('reported', 'reported', 'reported', 'assumed'), // [rest-iss-timeout, http10-iss-timeout, http20-iss-timeout]
    'INTEGRATION_TIMEOUT',
    restError(504, 'reported', '{"message": "Endpoint request timed out"}'), // [rest-iss-timeout]
    http(503, UNAVAILABLE, 'reported'), // [http10-iss-timeout, http20-iss-timeout]
    ERROR_URL,
    { message: 'Endpoint request timed out', evidence: 'assumed' },
  ),
  throttled: row(
    'throttled',
    // reported [rest-iss-throttled-lambda, http20-iss-throttled]: REST and HTTP APIs hide Lambda's 429.
    by('reported', 'reported', 'reported', 'assumed'),
    { type: 'INTEGRATION_FAILURE', evidence: 'reported' }, // [gr-throttled-integration-failure, gr-throttled-own-status]
    restError(500, 'reported'),
    http(503, UNAVAILABLE, 'reported'),
    THROTTLED_URL,
  ),
  // assumed: the gateway's log calls a missing permission a configuration error.
  permission: row(
    'permission',
    by('documented', 'reported', 'reported', 'reported'), // [http10-iss-permission, http20-iss-permission, url-iss-permission]
    { type: 'API_CONFIGURATION_ERROR', evidence: 'assumed' },
    restError(500, 'documented'),
    httpError('reported'), // [http10-iss-permission, http20-iss-permission]
    other(403, URL_FORBIDDEN, 'reported', 'AccessDeniedException'), // [url-iss-permission]
  ),
  // recorded [gr-integration-failure-own-status]: Lambda refuses the call, for example because the integration doesn't use POST.
  'integration-failure': row(
    'integration-failure',
    'documented',
    'INTEGRATION_FAILURE',
    restError(500, 'recorded'), // [gr-integration-failure-own-status]
    http(503, UNAVAILABLE, 'assumed'),
    ERROR_URL,
  ),
  'api-configuration': OWN_FAILURES['api-configuration'],
  'no-route': refusing(
    'no-route',
    row(
      'no-route',
      // recorded [rest-rec-no-route], reported [http10-iss-no-route, http20-iss-no-route, ws-iss-no-route]
      by('recorded', 'reported', 'reported', 'assumed', 'reported'),
      'MISSING_AUTHENTICATION_TOKEN',
      other(403, '{"message":"Missing Authentication Token"}', 'recorded', 'MissingAuthenticationTokenException'), // [rest-rec-no-route]
      http(404, NOT_FOUND, 'reported'), // [http10-iss-no-route, http20-iss-no-route]
      other(403, '{"Message":null}', 'assumed', 'AccessDeniedException'),
      { message: 'Forbidden', evidence: 'reported' }, // [ws-iss-no-route]
    ),
  ),
  'unknown-url': row(
    'unknown-url',
    by('assumed', 'assumed', 'assumed', 'recorded'), // [url-rec-unknown-url]
    'none',
    FORBIDDEN_REST,
    http(404, NOT_FOUND, 'assumed'),
    other(403, '{"Message":null}', 'recorded', 'AccessDeniedException'), // [url-rec-unknown-url]
    FORBIDDEN_SAYING,
  ),
  unauthorized: refusing(
    'authorizer',
    row(
      'unauthorized',
      by('reported', 'documented', 'documented', 'assumed'), // [auth-callback-unauthorized]
      'UNAUTHORIZED',
      other(401, UNAUTHORIZED, 'reported', 'UnauthorizedException'), // [auth-callback-unauthorized]
      http(401, UNAUTHORIZED, 'documented'), // [http10-doc-unauthorized, http20-doc-unauthorized]
      DENIED_URL,
      { message: 'Unauthorized', evidence: 'assumed' },
    ),
  ),
  // assumed: on REST, a missing API key is what leads to a plain Forbidden.
  forbidden: refusing(
    'authorizer',
    row(
      'forbidden',
      by('reported', 'assumed', 'assumed', 'assumed'), // [rest-iss-forbidden]
      { type: 'INVALID_API_KEY', evidence: 'assumed' },
      other(403, FORBIDDEN, 'reported', 'ForbiddenException'), // [rest-iss-forbidden]
      FORBIDDEN_HTTP,
      DENIED_URL,
      FORBIDDEN_SAYING,
    ),
  ),
  // reported [rest-iss-access-denied]: REST writes Message with a capital letter where a policy denies the request.
  'access-denied': refusing(
    'authorizer',
    row(
      'access-denied',
      by('reported', 'assumed', 'assumed', 'assumed'), // [rest-iss-access-denied]
      'ACCESS_DENIED',
      other(403, '{"Message":"User is not authorized to access this resource"}', 'reported', 'AccessDeniedException'), // [rest-iss-access-denied]
      FORBIDDEN_HTTP,
      DENIED_URL,
      FORBIDDEN_SAYING,
    ),
  ),
  'expired-token': row(
    'expired-token',
    'documented',
    'EXPIRED_TOKEN',
    other(403, '{"message":"The security token included in the request is expired"}', 'assumed', 'ExpiredTokenException'),
    FORBIDDEN_HTTP,
    DENIED_URL,
  ),
  'invalid-signature': row(
    'invalid-signature',
    'documented',
    'INVALID_SIGNATURE',
    other(
      403,
      '{"message":"The request signature we calculated does not match the signature you provided."}',
      'assumed',
      'InvalidSignatureException',
    ),
    FORBIDDEN_HTTP,
    DENIED_URL,
  ),
  'invalid-api-key': refusing(
    'api-key',
    row('invalid-api-key', 'documented', 'INVALID_API_KEY', FORBIDDEN_REST, FORBIDDEN_HTTP, DENIED_URL, FORBIDDEN_SAYING),
  ),
  'authorizer-failure': refusing(
    'authorizer',
    row(
      'authorizer-failure',
      'documented',
      'AUTHORIZER_FAILURE',
      other(500, '{"message":null}', 'reported', 'AuthorizerFailureException'), // [auth-throws-other]
      ERROR_HTTP,
      ERROR_URL,
    ),
  ),
  'authorizer-configuration': refusing(
    'authorizer',
    row(
      'authorizer-configuration',
      'documented',
      'AUTHORIZER_CONFIGURATION_ERROR',
      other(500, '{"message":null}', 'reported', 'AuthorizerConfigurationException'), // [auth-returns-401-response]
      httpError('reported'), // [auth-simple-in-policy-mode]
      ERROR_URL,
    ),
  ),
  'bad-request-body': row(
    'bad-request-body',
    'documented',
    'BAD_REQUEST_BODY',
    other(400, '{"message": "Invalid request body"}', 'assumed', 'BadRequestException'),
    BAD_REQUEST_HTTP,
    BAD_REQUEST_URL,
  ),
  'bad-request-parameters': row(
    'bad-request-parameters',
    'documented',
    'BAD_REQUEST_PARAMETERS',
    other(400, '{"message": "Missing required request parameters"}', 'assumed', 'BadRequestException'),
    BAD_REQUEST_HTTP,
    BAD_REQUEST_URL,
  ),
  'unsupported-media-type': row(
    'unsupported-media-type',
    'documented',
    'UNSUPPORTED_MEDIA_TYPE',
    other(415, '{"message": "Unsupported Media Type"}', 'assumed', 'BadRequestException'),
    http(415, '{"message":"Unsupported Media Type"}', 'assumed'),
    BAD_REQUEST_URL,
  ),
  'unsupported-content-encoding': row(
    'unsupported-content-encoding',
    'documented',
    { type: 'UNSUPPORTED_MEDIA_TYPE', evidence: 'assumed' },
    other(415, '{"message": "Unsupported Media Type"}', 'assumed', 'BadRequestException'),
    http(415, '{"message":"Unsupported Media Type"}', 'assumed'),
    BAD_REQUEST_URL,
  ),
  // assumed: the request reaches no API, so no gateway response applies.
  'malformed-url': row(
    'malformed-url',
    by('reported', 'assumed', 'assumed', 'assumed'), // reported [rest-malformed-percent-query-400, rest-query-braces-refused]
    'none',
    other(400, '{"message":"Bad Request"}', 'assumed', 'BadRequestException'),
    BAD_REQUEST_HTTP,
    BAD_REQUEST_URL,
  ),
  // assumed [rest-edge-get-with-body-403]: CloudFront answers such a request. Its answer is a page of HTML, which is not imitated.
  'body-not-allowed': row('body-not-allowed', 'assumed', 'none', FORBIDDEN_REST, FORBIDDEN_HTTP, DENIED_URL, FORBIDDEN_SAYING),
  'url-too-long': row(
    'url-too-long',
    by('documented', 'assumed', 'assumed', 'assumed'),
    'none',
    other(414, '{"message":"URI Too Long"}', 'assumed', 'BadRequestException'),
    http(414, '{"message":"URI Too Long"}', 'assumed'),
    BAD_REQUEST_URL,
  ),
  // reported [rest-no-route-bearer]: REST reads an Authorization header as a signature if no route matches.
  'incomplete-signature': row(
    'incomplete-signature',
    by('reported', 'assumed', 'assumed', 'assumed'), // reported [rest-no-route-bearer]
    { type: undefined, evidence: 'assumed' },
    other(403, INCOMPLETE_SIGNATURE, 'reported', 'IncompleteSignatureException'), // reported [rest-no-route-bearer]
    http(404, NOT_FOUND, 'assumed'),
    DENIED_URL,
    FORBIDDEN_SAYING,
  ),
  // documented [gr-request-too-large-fixed]: AWS's own 413 can't be customized. reported [gr-request-too-large-default]: a gateway response
  // for it has no effect.
  'request-too-large': row(
    'request-too-large',
    'documented',
    'none',
    other(413, '{"message":"Request Too Long"}', 'assumed', 'RequestTooLargeException'),
    http(413, '{"message":"Request Entity Too Large"}', 'assumed'),
    other(413, '{"Message":"Request Entity Too Large"}', 'assumed', 'RequestTooLargeException'),
  ),
  'gateway-throttled': row(
    'gateway-throttled',
    'documented',
    'THROTTLED',
    other(429, TOO_MANY, 'assumed', 'TooManyRequestsException'),
    http(429, TOO_MANY, 'assumed'),
    THROTTLED_URL,
    TOO_MANY_SAYING,
  ),
  'quota-exceeded': row(
    'quota-exceeded',
    'documented',
    'QUOTA_EXCEEDED',
    other(429, '{"message":"Limit Exceeded"}', 'assumed', 'LimitExceededException'),
    http(429, TOO_MANY, 'assumed'),
    THROTTLED_URL,
    { message: 'Limit Exceeded', evidence: 'assumed' },
  ),
  'waf-filtered': row('waf-filtered', 'documented', 'WAF_FILTERED', FORBIDDEN_REST, FORBIDDEN_HTTP, DENIED_URL, FORBIDDEN_SAYING),
};

/** Adds what refuses preflight requests to the rules of a failure. */
function refusing(refuses: Refuser, rules: FailureRules): FailureRules {
  return { ...rules, refuses };
}

/** An answer of an HTTP API, which names no error type. */
function http(status: number, body: string, evidence: Evidence): Answer {
  return { status, body, evidence };
}

// recorded [rest-rec-no-route, url-rec-unknown-url]: a REST API and a function URL name the type of every error in a header.
function other(status: number, body: string, evidence: Evidence, errorType: string): Answer {
  return { status, body, errorType, evidence };
}
