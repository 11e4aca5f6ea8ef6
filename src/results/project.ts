import type { Target } from '../aws/target.js';
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
const CARRIED: Readonly<Record<Target, (fields: Map<string, FieldValues>) => Carried>> = {
  rest: carriedInPayload1,
  'http-1.0': carriedInPayload1,
  websocket: carriedInPayload1,
  'http-2.0': carriedInPayload2,
  'function-url': carriedInPayload2,
};

/**
 * Projects content onto the payload format of a target.
 *
 * @throws TypeError for a header or cookie that could split the response, RangeError for a status that none can have.
 */
export function project<T extends Target>(target: T, content: Content, init: ResultInit, defaultStatus: number): Result<T> {
  const { status = defaultStatus, headers = {}, cookies = [], method } = init;
  // documented: a function's final status is 200 to 599.
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new RangeError(`${status} is no status.`);
  const fields = gatherFields([...pairsOf(headers), ...cookies.map((line) => ['Set-Cookie', line] as const)]);
  // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no content; section 9.3.2: the answer to HEAD says what GET's would be.
  const hasContent = status !== 204 && status !== 205 && status !== 304;
  // documented: a frame has no headers.
  const type = hasContent && target !== 'websocket' ? content.type : undefined;
  if (type !== undefined && !fields.has('content-type')) fields.set('content-type', ['Content-Type', [type]]);
  const body = hasContent && method !== 'HEAD' ? content.body : '';
  const isBase64Encoded = body !== '' && content.isBase64Encoded;
  const result: AnyResult = { statusCode: status, ...CARRIED[target](fields), body, ...(isBase64Encoded && { isBase64Encoded }) };
  return result as Result<T>; // the table carries all as the target's format has
}

// recorded: payload 1.0 sends each value of `multiValueHeaders` as a line of its own. A name stands in one map only: in both, targets differ.
function carriedInPayload1(fields: Map<string, FieldValues>): Carried {
  const singles: [string, string][] = [];
  const lists: [string, string[]][] = [];
  for (const [name, values] of fields.values()) {
    const [value, ...more] = values;
    if (value !== undefined && more.length === 0) singles.push([name, value]);
    else lists.push([name, values]);
  }
  return { ...headersOf(singles), ...(lists.length > 0 && { multiValueHeaders: Object.fromEntries(lists) }) };
}

// documented: payload 2.0 has no `multiValueHeaders`. RFC 9110, section 5.3: lines of one name are the same as one line, joined with commas.
function carriedInPayload2(fields: Map<string, FieldValues>): Carried {
  const cookies = fields.get('set-cookie')?.[1];
  fields.delete('set-cookie');
  const singles = Array.from(fields.values(), ([name, values]) => [name, values.join(', ')] as const);
  return { ...headersOf(singles), ...(cookies && { cookies }) };
}

function headersOf(pairs: readonly (readonly [string, string])[]): Pick<Carried, 'headers'> {
  return pairs.length > 0 ? { headers: Object.fromEntries(pairs) } : {};
}
