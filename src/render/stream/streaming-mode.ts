import type { Evidence } from '../../aws/evidence.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField } from '../../http/request.js';
import type { Reading } from '../rendering.js';
import { type FailureRules, OWN_FAILURES } from '../targets/own-failures.js';
import type { RenderTarget } from '../types.js';

/** The field of a body that comes in chunks. */
export const CHUNKED: HttpField = ['Transfer-Encoding', 'chunked'];

/** How the gateway answers a stream that it can't read. */
export interface StreamFailure {
  readonly failure: FailureRules;
  readonly evidence?: Evidence;
}

/** Returns whether the gateway passes on what the function streams. */
export function isStreaming({ target, responseTransferMode, invokeMode }: Gateway): boolean {
  return (target === 'rest' && responseTransferMode === 'STREAM') || (target === 'function-url' && invokeMode === 'RESPONSE_STREAM');
}

/**
 * Reports a result that the function returned where the gateway expects a stream. REST rejects it. recorded
 * [url-rec-stream-mode-plain-handler]: a function URL doesn't look into it.
 */
export function reportUnstreamed({ target, report }: Pick<Reading, 'target' | 'report'>): void {
  report('result-not-streamed', [], undefined, target === 'rest' ? { severity: 'error' } : undefined);
}

/**
 * documented: a REST API answers 500 to a stream that it can't read; the body is a guess. A report shows 502 (case stream-rest-no-prelude).
 * Without streaming, it is a malformed result.
 */
export function streamFailure(gateway: Gateway<RenderTarget>): StreamFailure {
  return { failure: OWN_FAILURES[isStreaming(gateway) ? 'api-configuration' : 'malformed-result'], evidence: 'assumed' };
}
