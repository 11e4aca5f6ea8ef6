import { checkShape, invalidOption } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
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
  let text = '';
  let isPlain = list.length > 0;
  for (let place = 0; place < list.length; place += 1) {
    const cookie = list[place] ?? '';
    text += place === 0 ? cookie : `; ${cookie}`;
    if (cookie === '' || cookie.includes(';') || cookie.trim() !== cookie) isPlain = false;
  }
  return { text, list: isPlain ? list : undefined };
}

function checkList(cookies: readonly string[]): readonly string[] {
  checkShape(cookies, { is: 'strings', example: EXAMPLE }, ['cookies']);
  return cookies;
}

function listOf(cookies: NonNullable<EventInit['cookies']>): string[] {
  if (!isObject(cookies)) throw invalidOption(['cookies'], 'an object of strings', cookies, `Pass ${EXAMPLE}.`);
  const list: string[] = [];
  for (const name of Object.keys(cookies)) {
    const value = cookies[name];
    if (typeof value !== 'string') throw invalidOption(['cookies', name], 'a string', value, `Pass ${EXAMPLE}.`);
    list.push(`${name}=${value}`);
  }
  return list;
}
