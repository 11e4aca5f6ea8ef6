import { checkShape, invalidOption } from '../../gateway/check-shape.js';
import { isRecord } from '../../gateway/is-record.js';
import type { EventInit } from './event-init.js';

/** The cookies of a request. */
export interface DescribedCookies {
  /** The value of the Cookie header. */
  readonly text: string;
  /** The cookies that a gateway finds in that text. `undefined` if it has to be split to know them. */
  readonly list: readonly string[] | undefined;
}

const EXAMPLE = "cookies such as { session: 'abc' } or ['session=abc']";

/**
 * Returns the cookies that the option describes, or `undefined` without the option.
 *
 * @throws GatewayError `invalid-option`.
 */
export function describeCookies(cookies: EventInit['cookies']): DescribedCookies | undefined {
  if (cookies === undefined) return undefined;
  const list = Array.isArray(cookies) ? checkList(cookies) : listOf(cookies);
  return { text: list.join('; '), list: list.length > 0 && list.every(isPlain) ? list : undefined };
}

/** Whether a gateway finds the cookie in the header as it is. */
function isPlain(cookie: string): boolean {
  return cookie !== '' && !cookie.includes(';') && cookie.trim() === cookie;
}

function checkList(cookies: readonly string[]): readonly string[] {
  checkShape(cookies, { is: 'strings', example: EXAMPLE }, ['cookies']);
  return cookies;
}

function listOf(cookies: NonNullable<EventInit['cookies']>): string[] {
  if (!isRecord(cookies)) throw invalidOption(['cookies'], 'an object of strings', cookies, `Pass ${EXAMPLE}.`);
  const list: string[] = [];
  for (const name of Object.keys(cookies)) {
    const value = cookies[name];
    if (typeof value !== 'string') throw invalidOption(['cookies', name], 'a string', value, `Pass ${EXAMPLE}.`);
    list.push(`${name}=${value}`);
  }
  return list;
}
