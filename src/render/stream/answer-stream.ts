import { allowsBody } from '../../http/allows-body.js';
import { answerFailure } from '../answers/answer-failure.js';
import { type Parts, sendsBody } from '../compose.js';
import { reportOther } from '../issues/report-other.js';
import type { Payload, StreamedResult } from '../outcome/outcome.js';
import { payload } from '../payload.js';
import type { Rendering } from '../rendering.js';
import { readStreamHead, type StreamHead } from './stream-head.js';

/**
 * Answers a stream that was read completely. Without streaming, Lambda collects what the function wrote. Without metadata in front, that is an
 * ordinary payload, which is returned instead.
 */
export function answerStream({ bytes, contentType }: StreamedResult, rendering: Rendering): Parts | Payload {
  const head = readStreamHead(bytes, contentType, rendering);
  if (head === 'payload') return payload(new TextDecoder().decode(bytes));
  if ('failure' in head) return answerFailure(head.failure, rendering, head);
  return composeStream(head, bytes.subarray(head.bodyStart), rendering);
}

function composeStream(head: StreamHead, body: Uint8Array, rendering: Rendering): Parts {
  const { status, framing, length } = head;
  const { request, report } = rendering;
  if (body.length > 0 && framing !== undefined && !allowsBody(status)) report('body-dropped', ['body'], `${status}`);
  if (framing === undefined) return partsOf(head, '');
  if (length === undefined || !sendsBody(status, request)) return { ...partsOf(head, body), framing };
  if (length !== body.length) reportOther(report, 'content-length-wrong', ['headers'], `${length} instead of ${body.length}`);
  // assumed: bytes beyond the stated length aren't sent. A shorter body would never end; here it has its real length.
  return partsOf(head, body.subarray(0, length));
}

/** The parts of a streamed response. */
export function partsOf({ status, type, fields }: StreamHead, body: Parts['body']): Parts {
  return { status, type, fields, body, isResult: true };
}
