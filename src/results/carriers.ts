import type { Target } from '../aws/target.js';
import { argumentError } from '../http/argument-error.js';
import type { FieldValues } from './fields.js';
import type { Payload1Result, Payload2Result } from './result.js';

/** The part of a result that carries header fields. */
export type Carried = Pick<Payload1Result, 'headers' | 'multiValueHeaders'> | Pick<Payload2Result, 'headers' | 'cookies'>;

/** Where each target's payload format carries header fields. */
export const CARRIERS: Readonly<Record<Target, (fields: Map<string, FieldValues>) => Carried>> = {
  rest: carryInPayload1,
  'http-1.0': carryInPayload1,
  websocket: carryInPayload1,
  'http-2.0': carryInPayload2,
  'function-url': carryInPayload2,
};

/** @throws TypeError if the target does not exist. */
export function checkTarget(target: Target): void {
  const targets = Object.keys(CARRIERS);
  if (!targets.includes(target)) throw argumentError(['target'], `one of ${targets.join(', ')}`, target);
}

/**
 * recorded [rest-rec-SetsMultiValueHeaders, http10-rec-HandlesHeadersCorrectly]: each value in `multiValueHeaders` becomes a separate line.
 * No name is in both maps, because REST and HTTP APIs would then send the values in a different order.
 */
function carryInPayload1(fields: Map<string, FieldValues>): Carried {
  const singles: [string, string][] = [];
  const lists: [string, string[]][] = [];
  for (const [name, values] of fields.values()) {
    const [value, ...more] = values;
    if (value !== undefined && more.length === 0) singles.push([name, value]);
    else lists.push([name, values]);
  }
  return { ...headersOf(singles), ...(lists.length > 0 && { multiValueHeaders: Object.fromEntries(lists) }) };
}

/**
 * documented: payload 2.0 has no `multiValueHeaders`. RFC 9110, section 5.3: several lines of one name mean the same as one line with their
 * values, joined with commas.
 */
function carryInPayload2(fields: Map<string, FieldValues>): Carried {
  const cookies = fields.get('set-cookie')?.[1];
  fields.delete('set-cookie');
  const singles = Array.from(fields.values(), ([name, values]) => [name, values.join(', ')] as const);
  return { ...headersOf(singles), ...(cookies && { cookies }) };
}

function headersOf(pairs: readonly (readonly [string, string])[]): Pick<Carried, 'headers'> {
  return pairs.length > 0 ? { headers: Object.fromEntries(pairs) } : {};
}
