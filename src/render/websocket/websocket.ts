import type { Evidence } from '../../aws/evidence.js';
import { idsOf } from '../../gateway/ids.js';
import { type FailureType, isFailure } from '../outcome/outcome.js';
import { isStreamedResult } from '../outcome/streamed-result.js';
import type { BoundResult } from '../read/bind.js';
import { readResult } from '../read/read-result.js';
import { isRefused, type Reading } from '../rendering.js';
import { DIALECTS, type Dialect, exactly } from '../targets/dialect.js';
import { knownFailure } from '../targets/failures.js';

// reported: an unknown key and null are refused, as by REST. assumed: all else is read as by REST, too.
const WEBSOCKET: Dialect = {
  ...DIALECTS.rest,
  keys: exactly('statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'),
  evidenceOf: new Map(),
  coerced: { boolean: 'assumed', number: 'assumed', 'numeric text': 'assumed' },
};

/** What a WebSocket API says for itself, and how well that is known. */
interface Saying {
  readonly message: string;
  readonly evidence: Evidence;
}

const ERROR: Saying = { message: 'Internal server error', evidence: 'assumed' };
const FORBIDDEN: Saying = { message: 'Forbidden', evidence: 'assumed' };
const TOO_MANY: Saying = { message: 'Too Many Requests', evidence: 'assumed' };

/** All others are {@link ERROR}. */
const SAYINGS: { readonly [Type in FailureType]?: Saying } = {
  'malformed-result': { ...ERROR, evidence: 'reported' },
  'no-route': { ...FORBIDDEN, evidence: 'reported' },
  timeout: { message: 'Endpoint request timed out', evidence: 'assumed' },
  unauthorized: { message: 'Unauthorized', evidence: 'assumed' },
  forbidden: FORBIDDEN,
  'access-denied': FORBIDDEN,
  'invalid-api-key': FORBIDDEN,
  'waf-filtered': FORBIDDEN,
  'unknown-url': FORBIDDEN,
  'gateway-throttled': TOO_MANY,
  'quota-exceeded': { message: 'Limit Exceeded', evidence: 'assumed' },
};

/** What a WebSocket API says of a failure. */
export function sayingOf(type: FailureType): Saying {
  return SAYINGS[type] ?? ERROR;
}

/** The text that a WebSocket API sends for a failure. reported: the spaces stand just so. */
export function failureText(type: FailureType, gateway: Parameters<typeof idsOf>[0]): string {
  const { connectionId, extendedRequestId } = idsOf(gateway);
  const { message } = sayingOf(type);
  return `{"message": "${message}", "connectionId":${JSON.stringify(connectionId)}, "requestId":${JSON.stringify(extendedRequestId)}}`;
}

/** Reads what a function behind a WebSocket route returned; a type of failure when the gateway refuses it, and reports say why. */
export function readWebsocketResult(result: unknown, reading: Omit<Reading, 'dialect'>): BoundResult | FailureType {
  if (isFailure(result)) {
    const type = knownFailure(result.type);
    reading.report(type, []);
    return type;
  }
  if (isStreamedResult(result)) {
    reading.report('stream-unsupported', []);
    return 'malformed-result';
  }
  const bound = readResult(result, { ...reading, dialect: WEBSOCKET });
  if (bound !== undefined && !isRefused(reading)) return bound;
  return reading.issues.some(({ code }) => code === 'unserialisable-result') ? 'function-error' : 'malformed-result';
}
