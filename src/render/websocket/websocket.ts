import type { Gateway } from '../../gateway/gateway.js';
import { idsOf } from '../../gateway/ids.js';
import { reportOther } from '../issues/report-other.js';
import type { BoundResult } from '../read/bind.js';
import { readMarked, readResult } from '../read/read-result.js';
import { checkSettings, isRejected, type Reading, reportFailure, startOutcome, startReading } from '../rendering.js';
import { DIALECTS, type Dialect, exactly } from '../targets/dialect.js';
import { type FailureRules, OWN_FAILURES, rulesOf } from '../targets/own-failures.js';

// reported [ws-iss-extra-key, ws-iss-malformed-one-way]: an unknown key and null are rejected, as by REST. assumed: everything else is read
// as by REST, too.
const WEBSOCKET: Dialect = {
  ...DIALECTS.rest,
  keys: exactly('statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'),
  evidenceOf: new Map(),
  coerced: { boolean: 'assumed', number: 'assumed', 'numeric text': 'assumed' },
};

/**
 * Starts to render a result of a WebSocket route.
 *
 * @throws GatewayError if the settings are invalid.
 */
export function startWebsocket(gateway: Gateway): Reading {
  checkSettings(gateway);
  return startReading(WEBSOCKET, gateway);
}

/** Reads what a function behind a WebSocket route returned. Returns the rules of the failure if the gateway rejects it; reports say why. */
export function readWebsocketResult(result: unknown, reading: Reading): BoundResult | FailureRules {
  const outcome = startOutcome(result, reading);
  if (outcome !== undefined && 'type' in outcome) {
    const rules = rulesOf(outcome);
    reportFailure(rules, reading);
    return rules;
  }
  if (outcome !== undefined && 'bytes' in outcome) {
    reportOther(reading.report, 'stream-unsupported', []);
    return OWN_FAILURES['malformed-result'];
  }
  const bound = outcome === undefined ? readResult(result, reading) : readMarked(outcome, reading);
  if (bound !== undefined && !isRejected(reading)) return bound;
  const isUnserialisable = reading.issues.some(({ code }) => code === 'unserialisable-result');
  return OWN_FAILURES[isUnserialisable ? 'function-error' : 'malformed-result'];
}

/** Writes the message that a WebSocket API sends for a failure. reported [ws-iss-extra-key]: with exactly these spaces. */
export function writeFailure({ websocket: { message } }: FailureRules, gateway: Gateway): string {
  const { connectionId, extendedRequestId } = idsOf(gateway);
  return `{"message": "${message}", "connectionId":${JSON.stringify(connectionId)}, "requestId":${JSON.stringify(extendedRequestId)}}`;
}
