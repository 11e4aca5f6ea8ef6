import { by, type Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';
import type { GatewayResponseType } from '../../gateway/gateway-responses.js';
import type { FailureType } from '../outcome/failure-type.js';
import { ANSWER, type Failure } from '../outcome/outcome.js';
import type { RenderTarget } from '../types.js';

/** What a gateway answers in place of the function. */
export interface Answer {
  readonly status: number;
  /** The exact body; its type is always `application/json`. */
  readonly body: string;
  /** The value of `x-amzn-ErrorType`, which HTTP APIs don't send. */
  readonly errorType?: string;
  /** How well status and body are known. */
  readonly evidence: Evidence;
}

/** The text of a WebSocket API's own message, and how well that is known. */
export interface Saying {
  readonly message: string;
  readonly evidence: Evidence;
}

/** The gateway response that replaces the answer of a REST API. */
export interface CustomizedBy {
  /**
   * Its type. `undefined`: only the default of its class. `none`: no gateway response, because the request reached no API, or AWS doesn't
   * let you customize this answer.
   */
  readonly type: GatewayResponseType | 'none' | undefined;
  /** How well that is known. */
  readonly evidence: Evidence;
}

/** Everything about one type of failure. */
export interface FailureRules {
  readonly type: FailureType;
  /** How well it is known that this counts as a failure. */
  readonly evidence: Evidence | Readonly<Record<Target, Evidence>>;
  readonly gatewayResponse: CustomizedBy;
  readonly answers: Readonly<Record<RenderTarget, Answer>>;
  readonly websocket: Saying;
  /** What refuses the preflight requests of browsers, which have neither credentials nor a key. Absent: nothing does. */
  readonly refuses?: Refuser;
}

/** What refuses a preflight request: a part of the API, or the lack of a route. */
export type Refuser = 'authorizer' | 'api-key' | 'no-route';

// recorded [rest-rec-HandlesZeroStatusCode, rest-rec-no-route, http20-rec-HandlesZeroStatusCode]: REST writes a space after the colon in
// its own 5xx, but not in its 4xx. HTTP APIs never do.
const REST_ERROR = '{"message": "Internal server error"}';
const HTTP_ERROR = '{"message":"Internal Server Error"}';
const URL_ERROR = 'Internal Server Error';

/** The message of a WebSocket API for every failure that has no better one. */
export const WEBSOCKET_ERROR: Saying = { message: 'Internal server error', evidence: 'assumed' };

/** How well it is known that a result over Lambda's limit is a failure. */
export const TOO_LARGE_EVIDENCE: Evidence = 'reported'; // [rest-iss-too-large]

/** The failures that rendering a result can lead to. `failure()` has all others. */
export const OWN_FAILURES = {
  'malformed-result': row(
    'malformed-result',
    // recorded [rest-rec-invoke-api-wrong-format, http10-rec-HandlesZeroStatusCode, http20-rec-HandlesZeroStatusCode]
    by('recorded', 'recorded', 'recorded', 'assumed', 'reported'), // [ws-iss-extra-key]
    { type: undefined, evidence: 'assumed' },
    restError(502, 'recorded'), // [rest-rec-invoke-api-wrong-format]
    httpError('recorded'), // [http10-rec-HandlesZeroStatusCode, http20-rec-HandlesZeroStatusCode]
    urlError('assumed'),
    { ...WEBSOCKET_ERROR, evidence: 'reported' }, // [ws-iss-extra-key]
  ),
  'function-error': row(
    'function-error',
    // reported [http10-iss-function-error, http20-iss-function-error, ws-iss-connect-function-error], recorded [url-rec-function-error]
    by('documented', 'reported', 'reported', 'recorded', 'reported'),
    { type: 'INTEGRATION_FAILURE', evidence: 'reported' }, // [gr-function-error-integration-failure]
    restError(502, 'recorded'), // [rest-rec-invoke-api-empty-response]
    httpError('reported'), // [http10-iss-function-error, http20-iss-function-error]
    urlError('recorded'), // [url-rec-function-error]
  ),
  'response-too-large': row(
    'response-too-large',
    TOO_LARGE_EVIDENCE,
    { type: 'INTEGRATION_FAILURE', evidence: 'reported' }, // [gr-too-large-integration-failure]
    restError(502, 'reported'), // [rest-iss-too-large]
    httpError('assumed'),
    urlError('assumed'),
  ),
  'api-configuration': row(
    'api-configuration',
    'documented',
    'API_CONFIGURATION_ERROR',
    restError(500, 'recorded'), // [rest-rec-binary-invalid-base64]
    httpError('assumed'),
    urlError('assumed'),
  ),
} as const satisfies { readonly [Type in FailureType]?: FailureRules };

/** Returns the rules of a failure. Any other reason for a missing result is an error of the function. */
export function rulesOf(failure: Failure): FailureRules {
  const rules = failure[ANSWER] as FailureRules; // what failure() puts there
  return rules.type === failure.type ? rules : OWN_FAILURES['function-error'];
}

/**
 * Makes the rules of a type of failure. Both payload formats of an HTTP API have the same answer.
 *
 * @param gatewayResponse its type, if AWS's table of types has it; otherwise with its evidence.
 */
export function row(
  type: FailureType,
  evidence: FailureRules['evidence'],
  gatewayResponse: CustomizedBy['type'] | CustomizedBy,
  rest: Answer,
  httpApi: Answer,
  functionUrl: Answer,
  websocket: Saying = WEBSOCKET_ERROR,
): FailureRules {
  return {
    type,
    evidence,
    gatewayResponse: typeof gatewayResponse === 'object' ? gatewayResponse : { type: gatewayResponse, evidence: 'documented' },
    answers: { rest, 'http-1.0': httpApi, 'http-2.0': httpApi, 'function-url': functionUrl },
    websocket,
  };
}

/** REST's own 5xx; they all have the same error type. */
export function restError(status: number, evidence: Evidence, body = REST_ERROR): Answer {
  return { status, body, errorType: 'InternalServerErrorException', evidence };
}

/** An HTTP API's 500. */
export function httpError(evidence: Evidence): Answer {
  return { status: 500, body: HTTP_ERROR, evidence };
}

/** A function URL's 502. */
export function urlError(evidence: Evidence): Answer {
  return { status: 502, body: URL_ERROR, errorType: 'InternalServerErrorException', evidence };
}
