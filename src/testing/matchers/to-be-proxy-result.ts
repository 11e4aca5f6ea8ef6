import type { Target } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isAPIGatewayProxyResult } from '../../guards/proxy-result.js';
import { isAPIGatewayProxyResultV2 } from '../../guards/proxy-result-v2.js';
import { isAPIGatewayProxyWebsocketResult } from '../../guards/websocket-result.js';
import { describeValue } from '../../http/describe-value.js';
import { checkResult } from '../../render/check-result.js';
import { formatNameOf } from '../../render/issues/explain.js';
import { isError } from '../../render/issues/issue.js';
import { describeFaults } from './find-faults.js';
import { listIssues, paragraphs } from './report.js';
import type { MatcherOutcome } from './types.js';

const GUARDS: Readonly<Record<Target, (value: unknown) => boolean>> = {
  rest: isAPIGatewayProxyResult,
  'http-1.0': isAPIGatewayProxyResult,
  'http-2.0': isAPIGatewayProxyResultV2,
  'function-url': isAPIGatewayProxyResultV2,
  websocket: isAPIGatewayProxyWebsocketResult,
};

/** Checks the shape of a result, and whether the gateway accepts it. */
export function beProxyResult(received: unknown, gateway: Gateway): MatcherOutcome {
  const errors = checkResult(received, gateway).filter(isError);
  const { target } = gateway; // known, or `checkResult` throws
  const isAccepted = (value: unknown): boolean => isAcceptedBy(GUARDS[target], value);
  const isShaped = isAccepted(received);
  const pass = isShaped && errors.length === 0;
  const wanted = `a result for ${formatNameOf(target)}`;
  const faults = (): string => describeFaults(received, { statusCode: 200 }, isAccepted);
  return {
    pass,
    message: () => {
      if (pass) return `Expected no result for ${formatNameOf(target)}, but the gateway accepts ${describeValue(received)}.`;
      const wrong = isShaped ? '' : `These fields are missing or have the wrong type:\n${faults()}`;
      return paragraphs(`Expected ${wanted}.`, wrong, listIssues(errors));
    },
  };
}

/** A result can have getters that throw. Then the runtime can't serialize it, and no guard accepts it. */
function isAcceptedBy(guard: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return guard(value);
  } catch {
    return false;
  }
}
