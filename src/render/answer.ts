import { allowsBody } from '../http/allows-body.js';
import { createBody } from '../http/room.js';
import { answerFailure } from './answers/answer-failure.js';
import { answerPreflight, reportRefusedPreflight } from './answers/preflight.js';
import { readBody } from './body/body.js';
import { compressBody } from './body/compression.js';
import { reportText } from './body/report-text.js';
import type { Parts } from './compose.js';
import { headOf, reportLength } from './headers/head.js';
import type { IssueCode } from './issues/issue.js';
import { ANSWER, OUTCOME, type Payload, type StreamedResult } from './outcome/outcome.js';
import type { BoundResult } from './read/bind.js';
import { readMarked, readResult, serialiseResult } from './read/read-result.js';
import { isRejected, type Rendering, reportFailure, startOutcome } from './rendering.js';
import { isStreaming } from './stream/streaming-mode.js';
import { answerUnstreamed } from './stream/unstreamed.js';
import { type FailureRules, OWN_FAILURES, rulesOf } from './targets/own-failures.js';

/** Issues that lead to a different failure than a malformed result. */
const FAILURE_OF: ReadonlyMap<IssueCode, keyof typeof OWN_FAILURES> = new Map([
  ['unserialisable-result', 'function-error'],
  ['response-too-large', 'response-too-large'],
  ['base64-invalid', 'api-configuration'],
]);

/** Returns what a gateway answers to a request for which the function returned this result. Reports what it finds. */
export function answer(result: unknown, rendering: Rendering): Parts {
  return answerPreflight(rendering) ?? answerResult(result, rendering);
}

function answerResult(result: unknown, rendering: Rendering): Parts {
  const outcome = startOutcome(result, rendering);
  if (outcome !== undefined && 'type' in outcome) {
    const rules = rulesOf(outcome);
    reportFailure(rules, rendering);
    reportRefusedPreflight(rules, rendering);
    return answerFailure(rules, rendering, outcome);
  }
  if (outcome !== undefined && 'bytes' in outcome) return answerStreamed(outcome, rendering);
  if (isStreaming(rendering.gateway)) return answerUnstreamed(outcome?.text ?? serialiseResult(result, rendering), rendering);
  const bound = outcome === undefined ? readResult(result, rendering) : readMarked(outcome, rendering);
  const content = bound && readBody(bound, rendering, createBody);
  return bound === undefined || content === undefined || isRejected(rendering)
    ? answerFailure(failureOf(rendering), rendering)
    : answerBound(bound, content, rendering);
}

function answerStreamed(stream: StreamedResult, rendering: Rendering): Parts {
  const answerStream = stream[ANSWER] as (stream: StreamedResult, rendering: Rendering) => Parts | Payload; // streamedBytes() put it there
  const streamed = answerStream(stream, rendering);
  return OUTCOME in streamed ? answerResult(streamed, rendering) : streamed;
}

function failureOf({ issues }: Rendering): FailureRules {
  const type = issues.map(({ code }) => FAILURE_OF.get(code)).find((known) => known !== undefined);
  return OWN_FAILURES[type ?? 'malformed-result'];
}

function answerBound(bound: BoundResult, content: Parts['body'], rendering: Rendering): Parts {
  const { status } = bound;
  const isEmpty = content.length === 0;
  const { type, fields, isEncoded } = headOf(bound, isEmpty, rendering);
  const compressed = isEncoded ? undefined : compressBody(content, rendering);
  if (!isEmpty && !allowsBody(status)) rendering.report('body-dropped', ['body'], `${status}`);
  reportText(bound, rendering);
  reportLength(status, rendering);
  rendering.cors?.reportStatus(status, rendering.report);
  if (compressed === undefined) return { status, type, fields, body: content, isResult: true };
  return { status, type, fields: [...fields, ['Content-Encoding', compressed.coding]], body: compressed.bytes, isResult: true };
}
