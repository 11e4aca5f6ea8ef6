import { JSON_TYPE } from '../../aws/media-types.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { encodeText } from '../../http/text.js';
import { answerFailure } from '../answers/gateway-answer.js';
import { compose } from '../compose.js';
import { isPayload } from '../outcome/outcome.js';
import type { Rendering } from '../rendering.js';
import { CHUNKED } from './stream-framing.js';
import { failureOf } from './streaming.js';

/** Answers a result that was not streamed where the gateway wants a stream. */
export function answerUnstreamed(result: unknown, rendering: Rendering): HttpResponse {
  const { gateway, request, report } = rendering;
  if (gateway.target === 'rest') {
    report('stream-without-prelude', [], 'the function did not stream');
    const { failure, evidence } = failureOf(rendering);
    return answerFailure(failure, rendering, { evidence });
  }
  const text = serialised(result, rendering);
  if (text === undefined) return answerFailure('function-error', rendering);
  // recorded: the result is not looked into. assumed: it is of type JSON.
  report('result-not-streamed', []);
  const type: HttpField = ['Content-Type', JSON_TYPE];
  return compose({ status: 200, type: [type], fields: [], framing: CHUNKED, body: encodeText(text), isResult: true }, gateway, request);
}

function serialised(result: unknown, { report }: Rendering): string | undefined {
  if (isPayload(result)) return result.text;
  try {
    const text: string | undefined = JSON.stringify(result);
    return text ?? 'null';
  } catch {
    report('unserialisable-result', [], 'reading it throws');
    return undefined;
  }
}
