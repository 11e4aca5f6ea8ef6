import { JSON_TYPE } from '../../aws/media-types.js';
import { answerFailure } from '../answers/answer-failure.js';
import type { Parts } from '../compose.js';
import type { Rendering } from '../rendering.js';
import { OWN_FAILURES } from '../targets/own-failures.js';
import { CHUNKED, reportUnstreamed, streamFailure } from './streaming-mode.js';

/**
 * Answers a result that the function returned where the gateway expects a stream.
 *
 * @param text the serialized result; `undefined` if it can't be serialized, which is reported already.
 */
export function answerUnstreamed(text: string | undefined, rendering: Rendering): Parts {
  const { gateway } = rendering;
  if (gateway.target === 'rest') {
    reportUnstreamed(rendering);
    const { failure, evidence } = streamFailure(gateway);
    return answerFailure(failure, rendering, { evidence });
  }
  if (text === undefined) return answerFailure(OWN_FAILURES['function-error'], rendering);
  reportUnstreamed(rendering);
  // assumed: its type is JSON.
  return { status: 200, type: [['Content-Type', JSON_TYPE]], fields: [], framing: CHUNKED, body: text, isResult: true };
}
