import type { Target } from '../aws/target.js';
import { argumentError } from '../http/argument-error.js';
import { type FieldValues, gatherFields, pairsOf } from './fields.js';
import type { ResultInit } from './init.js';
import type { Payload1Result, Payload2Result, Result } from './result.js';

/** What a builder has to send. */
export interface Content {
  /** The body: text, or base64 when {@link isBase64Encoded}. */
  readonly body: string;
  readonly isBase64Encoded?: true;
  /** Its media type; `undefined`: none. */
  readonly type: string | undefined;
}

type AnyResult = Payload1Result | Payload2Result;
type Carried = Pick<Payload1Result, 'headers' | 'multiValueHeaders'> | Pick<Payload2Result, 'headers' | 'cookies'>;

/** How each payload format carries fields. */
const CARRIERS: Readonly<Record<Target, (fields: Map<string, FieldValues>) => Carried>> = {
  rest: carryInPayload1,
  'http-1.0': carryInPayload1,
  websocket: carryInPayload1,
  'http-2.0': carryInPayload2,
  'function-url': carryInPayload2,
};

/** @throws TypeError for a target that does not exist. */
export function checkTarget(target: Target): void {
  if (Object.hasOwn(CARRIERS, target)) return;
  throw argumentError(['target'], `one of ${Object.keys(CARRIERS).join(', ')}`, target);
}

/**
 * Projects content onto the payload format of a target.
 *
 * @param status the status, whatever `init` says.
 * @throws TypeError for a header or a cookie that could split the response, RangeError for a status outside 200 to 599.
 */
export function project<T extends Target>(target: T, content: Content, init: ResultInit, status: number): Result<T> {
  const { headers = {}, cookies = [], method } = init;
  // documented: a function's final status is 200 to 599.
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw argumentError(['status'], 'an integer from 200 to 599', status, undefined, RangeError);
  }
  if (!Array.isArray(cookies)) throw argumentError(['cookies'], 'an array', cookies);
  const fields = gatherFields([...pairsOf(headers), ...cookies.map((line) => ['Set-Cookie', line] as const)]);
  // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no content; section 9.3.2: the answer to HEAD says what GET's would be.
  const hasContent = status !== 204 && status !== 205 && status !== 304;
  // documented: a frame has no headers.
  const type = hasContent && target !== 'websocket' ? content.type : undefined;
  if (type !== undefined && !fields.has('content-type')) fields.set('content-type', ['Content-Type', [type]]);
  const body = hasContent && method !== 'HEAD' ? content.body : '';
  const isBase64Encoded = body !== '' && content.isBase64Encoded;
  const result: AnyResult = { statusCode: status, ...CARRIERS[target](fields), body, ...(isBase64Encoded && { isBase64Encoded }) };
  return result as Result<T>; // the table carries all as the target's format has
}

/** recorded: payload 1.0 sends each value of `multiValueHeaders` as a line of its own. If a name is in both maps, targets differ. */
function carryInPayload1(fields: Map<string, FieldValues>): Carried {
  const all = [...fields.values()];
  return {
    ...mapOf(
      'headers',
      all.flatMap(([name, values]) => (values.length === 1 ? [[name, values[0]]] : [])),
    ),
    ...mapOf(
      'multiValueHeaders',
      all.filter(([, { length }]) => length !== 1),
    ),
  };
}

// documented: payload 2.0 has no `multiValueHeaders`. RFC 9110, section 5.3: lines of one name are the same as one line, joined with commas.
function carryInPayload2(fields: Map<string, FieldValues>): Carried {
  const cookies = fields.get('set-cookie')?.[1];
  fields.delete('set-cookie');
  const singles = Array.from(fields.values(), ([name, values]) => [name, values.join(', ')] as const);
  return { ...mapOf('headers', singles), ...(cookies && { cookies }) };
}

function mapOf(key: string, pairs: readonly (readonly unknown[])[]): Record<string, unknown> {
  return pairs.length > 0 ? { [key]: Object.fromEntries(pairs) } : {};
}
