import type { Evidence } from '../../aws/evidence.js';
import type { FailureType } from '../outcome/outcome.js';
import type { RenderTarget } from '../types.js';

/** What a gateway answers in place of the function. */
export interface Answer {
  readonly status: number;
  /** The body's exact text; its type is always `application/json`. */
  readonly body: string;
  /** The value of `x-amzn-ErrorType`, which HTTP APIs do not send. */
  readonly errorType?: string;
  /** How well status and body are known. */
  readonly evidence: Evidence;
}

// recorded: REST's own 500, 502 and 504 have a space after the colon, 36 and 41 bytes; its 4xx and all of HTTP APIs have none.
const REST_ERROR = '{"message": "Internal server error"}';
const HTTP_ERROR = '{"message":"Internal Server Error"}';
const UNAVAILABLE = '{"message":"Service Unavailable"}';
const FORBIDDEN = '{"message":"Forbidden"}';
const UNAUTHORIZED = '{"message":"Unauthorized"}';
const NOT_FOUND = '{"message":"Not Found"}';
const TOO_MANY = '{"message":"Too Many Requests"}';
const URL_FORBIDDEN =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

const BAD_REQUEST_URL = url(400, '{"Message":"Bad Request"}', 'BadRequestException', 'assumed');
const DENIED_URL = url(403, URL_FORBIDDEN, 'AccessDeniedException', 'assumed');
const ERROR_URL = url(502, 'Internal Server Error', 'InternalServerErrorException', 'assumed');
const THROTTLED_URL = url(429, '{"Message":"Rate Exceeded."}', 'TooManyRequestsException', 'assumed');
const BAD_REQUEST_HTTP = http(400, '{"message":"Bad Request"}', 'assumed');
const ERROR_HTTP = http(500, HTTP_ERROR, 'assumed');
const FORBIDDEN_HTTP = http(403, FORBIDDEN, 'assumed');

type Row = readonly [rest: Answer, httpApi: Answer, functionUrl: Answer];

// Rows marked `assumed` for a target that has no such thing (a quota on a function URL) answer as the nearest thing that it has.
const ANSWERS: Readonly<Record<FailureType, Row>> = {
  'malformed-result': [rest(502, REST_ERROR, 'recorded'), http(500, HTTP_ERROR, 'recorded'), ERROR_URL],
  'function-error': [
    rest(502, REST_ERROR, 'recorded'),
    http(500, HTTP_ERROR, 'reported'),
    url(502, 'Internal Server Error', 'InternalServerErrorException', 'recorded'),
  ],
  'function-timeout': [rest(502, REST_ERROR, 'reported'), ERROR_HTTP, ERROR_URL],
  'response-too-large': [rest(502, REST_ERROR, 'reported'), ERROR_HTTP, ERROR_URL],
  timeout: [rest(504, '{"message": "Endpoint request timed out"}', 'reported'), http(503, UNAVAILABLE, 'reported'), ERROR_URL],
  // reported: REST and HTTP APIs hide Lambda's 429.
  throttled: [rest(500, REST_ERROR, 'reported'), http(503, UNAVAILABLE, 'reported'), THROTTLED_URL],
  permission: [
    rest(500, REST_ERROR, 'documented'),
    http(500, HTTP_ERROR, 'reported'),
    url(403, URL_FORBIDDEN, 'AccessDeniedException', 'recorded'),
  ],
  'integration-failure': [
    rest(504, '{"message": "Network error communicating with endpoint"}', 'assumed'),
    http(503, UNAVAILABLE, 'assumed'),
    ERROR_URL,
  ],
  'api-configuration': [rest(500, REST_ERROR, 'recorded'), ERROR_HTTP, ERROR_URL],
  'no-route': [
    rest(403, '{"message":"Missing Authentication Token"}', 'recorded', 'MissingAuthenticationTokenException'),
    http(404, NOT_FOUND, 'reported'),
    url(403, '{"Message":null}', 'AccessDeniedException', 'assumed'),
  ],
  'unknown-url': [
    rest(403, FORBIDDEN, 'assumed', 'ForbiddenException'),
    http(404, NOT_FOUND, 'assumed'),
    url(403, '{"Message":null}', 'AccessDeniedException', 'recorded'),
  ],
  unauthorized: [rest(401, UNAUTHORIZED, 'assumed', 'UnauthorizedException'), http(401, UNAUTHORIZED, 'reported'), DENIED_URL],
  forbidden: [rest(403, FORBIDDEN, 'reported', 'ForbiddenException'), http(403, FORBIDDEN, 'assumed'), DENIED_URL],
  // reported: REST spells Message with a capital where a policy said no.
  'access-denied': [
    rest(403, '{"Message":"User is not authorized to access this resource"}', 'reported', 'AccessDeniedException'),
    FORBIDDEN_HTTP,
    DENIED_URL,
  ],
  'expired-token': [
    rest(403, '{"message":"The security token included in the request is expired"}', 'assumed', 'ExpiredTokenException'),
    FORBIDDEN_HTTP,
    DENIED_URL,
  ],
  'invalid-signature': [
    rest(
      403,
      '{"message":"The request signature we calculated does not match the signature you provided."}',
      'assumed',
      'InvalidSignatureException',
    ),
    FORBIDDEN_HTTP,
    DENIED_URL,
  ],
  'invalid-api-key': [rest(403, FORBIDDEN, 'assumed', 'ForbiddenException'), FORBIDDEN_HTTP, DENIED_URL],
  'authorizer-failure': [rest(500, '{"message":null}', 'assumed', 'AuthorizerFailureException'), ERROR_HTTP, ERROR_URL],
  'authorizer-configuration': [rest(500, '{"message":null}', 'assumed', 'AuthorizerConfigurationException'), ERROR_HTTP, ERROR_URL],
  'bad-request-body': [
    rest(400, '{"message": "Invalid request body"}', 'assumed', 'BadRequestException'),
    BAD_REQUEST_HTTP,
    BAD_REQUEST_URL,
  ],
  'bad-request-parameters': [
    rest(400, '{"message": "Missing required request parameters"}', 'assumed', 'BadRequestException'),
    BAD_REQUEST_HTTP,
    BAD_REQUEST_URL,
  ],
  'unsupported-media-type': [
    rest(415, '{"message": "Unsupported Media Type"}', 'assumed', 'BadRequestException'),
    http(415, '{"message":"Unsupported Media Type"}', 'assumed'),
    BAD_REQUEST_URL,
  ],
  'request-too-large': [
    rest(413, '{"message":"Request Too Long"}', 'assumed', 'RequestTooLargeException'),
    http(413, '{"message":"Request Entity Too Large"}', 'assumed'),
    url(413, '{"Message":"Request Entity Too Large"}', 'RequestTooLargeException', 'assumed'),
  ],
  'gateway-throttled': [rest(429, TOO_MANY, 'assumed', 'TooManyRequestsException'), http(429, TOO_MANY, 'assumed'), THROTTLED_URL],
  'quota-exceeded': [
    rest(429, '{"message":"Limit Exceeded"}', 'assumed', 'LimitExceededException'),
    http(429, TOO_MANY, 'assumed'),
    THROTTLED_URL,
  ],
  'waf-filtered': [rest(403, FORBIDDEN, 'assumed', 'ForbiddenException'), FORBIDDEN_HTTP, DENIED_URL],
};

const COLUMN: Readonly<Record<RenderTarget, 0 | 1 | 2>> = { rest: 0, 'http-1.0': 1, 'http-2.0': 1, 'function-url': 2 };

/** The type itself if there is such a failure; whatever else left the function without a result is an error of the function. */
export function knownFailure(type: FailureType): FailureType {
  return Object.hasOwn(ANSWERS, type) ? type : 'function-error';
}

/** What a gateway answers to a failure. */
export function answerTo(type: FailureType, target: RenderTarget): Answer {
  return ANSWERS[type][COLUMN[target]];
}

// recorded: REST names the type of every error in a header, and its own 5xx are all InternalServerErrorException.
function rest(status: number, body: string, evidence: Evidence, errorType = 'InternalServerErrorException'): Answer {
  return { status, body, errorType, evidence };
}

function http(status: number, body: string, evidence: Evidence): Answer {
  return { status, body, evidence };
}

function url(status: number, body: string, errorType: string, evidence: Evidence): Answer {
  return { status, body, errorType, evidence };
}
