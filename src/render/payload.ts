import { requireString } from '../http/argument-error.js';
import { PAYLOAD_SENTENCES } from './issues/payload-sentences.js';
import { ANSWER, OUTCOME, type Payload, SENTENCES } from './outcome/outcome.js';
import { readPayload } from './read/read-payload.js';

/**
 * A result given as the serialized payload: `renderResult(payload('{"statusCode":200}'), gateway)`.
 *
 * @param text the JSON that the runtime sent to Lambda.
 * @throws TypeError if `text` is not a string.
 * @example
 * ```ts
 * import { payload, renderResult } from 'apigw-proxy';
 *
 * console.log(renderResult(payload('{"statusCode":204}'), { target: 'rest' }).status); // => 204
 * ```
 */
export function payload(text: string): Payload {
  const checked = requireString(['text'], text, 'Pass JSON text, or render the value without `payload`.');
  return { [OUTCOME]: 'payload', [ANSWER]: readPayload, [SENTENCES]: PAYLOAD_SENTENCES, text: checked };
}
