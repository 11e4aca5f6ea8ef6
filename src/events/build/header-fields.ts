import { checkHeaders } from '../../gateway/check-headers.js';
import { checkShape, invalidOption } from '../../gateway/check-shape.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isConsoleTest } from '../../gateway/settings.js';
import { lastValueOf } from '../../http/field-values.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import { type Content, conflict, lengthOf } from './content.js';
import type { EventInit } from './event-init.js';

/**
 * Returns the headers that the options describe, in order.
 *
 * @throws GatewayError `conflicting-options` or `invalid-option`.
 */
export function fieldsOf(init: EventInit, content: Content | undefined, gateway: Gateway): HttpField[] {
  const fields = readHeaders(init.headers);
  if (init.userAgent !== undefined) addOwn(fields, 'User-Agent', init.userAgent, 'userAgent');
  if (init.cookies !== undefined) addOwn(fields, 'Cookie', cookieText(init.cookies), 'cookies');
  if (content === undefined) return fields;
  if (content.type !== undefined && !has(fields, 'Content-Type')) fields.push(['Content-Type', content.type]);
  // recorded [rest-console-test-invoke]: a console test has only the headers that were entered.
  if (!isConsoleTest(gateway) && !has(fields, 'Content-Length')) fields.push(['Content-Length', String(lengthOf(content))]);
  return fields;
}

function readHeaders(headers: EventInit['headers']): HttpField[] {
  if (headers === undefined) return [];
  if (typeof headers === 'object' && headers !== null && Symbol.iterator in headers) {
    const fields = Array.from(headers as Iterable<HttpField>); // whatever it yields is checked next
    checkHeaders(fields);
    return fields;
  }
  const fix = "Pass an object such as { accept: 'text/html' }, pairs, or Headers.";
  if (!isObject(headers)) throw invalidOption(['headers'], 'an object, pairs or Headers', headers, fix);
  const fields: HttpField[] = [];
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string') {
      fields.push([name, value]);
      continue;
    }
    for (const item of listOf(value)) {
      if (typeof item !== 'string') throw invalidOption(['headers', name], 'a string or an array of strings', item, fix);
      fields.push([name, item]);
    }
  }
  return fields;
}

/** Returns one value or several as an array, which is empty for `undefined`. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function addOwn(fields: HttpField[], name: string, value: string, option: string): void {
  if (has(fields, name)) throw conflict(option, 'headers', `the ${name} header`);
  if (value !== '') fields.push([name, value]);
}

function has(fields: readonly HttpField[], name: string): boolean {
  return lastValueOf(fields, name.toLowerCase()) !== undefined;
}

function cookieText(cookies: NonNullable<EventInit['cookies']>): string {
  const example = "cookies such as { session: 'abc' } or ['session=abc']";
  if (Array.isArray(cookies)) {
    checkShape(cookies, { is: 'strings', example }, ['cookies']);
    return cookies.join('; ');
  }
  checkShape(cookies, { is: 'strings by name', example }, ['cookies']);
  let text = '';
  for (const [name, value] of Object.entries(cookies)) text += `${text === '' ? '' : '; '}${name}=${value}`;
  return text;
}
