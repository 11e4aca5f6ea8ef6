import { checkHeaders } from '../../gateway/check-headers.js';
import { checkShape, invalidOption } from '../../gateway/check-shape.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isConsoleTest } from '../../gateway/settings.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import { addField, type Fields, lastField, readFields } from '../request/fields.js';
import { type Content, conflict, lengthOf } from './content.js';
import type { EventInit } from './event-init.js';
import type { RequestOptions } from './request-options.js';

/**
 * Returns the headers that the options describe, in order.
 *
 * @throws GatewayError `conflicting-options` or `invalid-option`.
 */
export function fieldsOf({ headers, userAgent, cookies }: RequestOptions, content: Content | undefined, gateway: Gateway): Fields {
  const fields = readHeaders(headers);
  if (userAgent !== undefined) addOwn(fields, 'User-Agent', userAgent, 'userAgent');
  if (cookies !== undefined) addOwn(fields, 'Cookie', cookieText(cookies), 'cookies');
  if (content === undefined) return fields;
  if (content.type !== undefined && lastField(fields, 'content-type') === undefined) addField(fields, 'Content-Type', content.type);
  // recorded [rest-console-test-invoke]: a console test has only the headers that were entered.
  if (!isConsoleTest(gateway) && lastField(fields, 'content-length') === undefined) {
    addField(fields, 'Content-Length', String(lengthOf(content)));
  }
  return fields;
}

function readHeaders(headers: EventInit['headers']): Fields {
  if (headers === undefined) return readFields([]);
  if (typeof headers === 'object' && headers !== null && Symbol.iterator in headers) {
    const pairs = Array.from(headers as Iterable<HttpField>); // whatever it yields is checked next
    checkHeaders(pairs);
    return readFields(pairs);
  }
  const fix = "Pass an object such as { accept: 'text/html' }, pairs, or Headers.";
  if (!isObject(headers)) throw invalidOption(['headers'], 'an object, pairs or Headers', headers, fix);
  const fields = readFields([]);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string') addField(fields, name, value);
    else if (value !== undefined) addAll(fields, name, Array.isArray(value) ? value : [value], fix);
  }
  return fields;
}

function addAll(fields: Fields, name: string, values: readonly unknown[], fix: string): void {
  for (const value of values) {
    if (typeof value !== 'string') throw invalidOption(['headers', name], 'a string or an array of strings', value, fix);
    addField(fields, name, value);
  }
}

/** Adds the header of an option, which `headers` must not have. */
function addOwn(fields: Fields, name: string, value: string, option: string): void {
  if (lastField(fields, name.toLowerCase()) !== undefined) throw conflict(option, 'headers', `the ${name} header`);
  if (value !== '') addField(fields, name, value);
}

function cookieText(cookies: NonNullable<EventInit['cookies']>): string {
  const example = "cookies such as { session: 'abc' } or ['session=abc']";
  if (Array.isArray(cookies)) {
    checkShape(cookies, { is: 'strings', example }, ['cookies']);
    return cookies.join('; ');
  }
  if (!isObject(cookies)) throw invalidOption(['cookies'], 'an object of strings', cookies, `Pass ${example}.`);
  let text = '';
  for (const name of Object.keys(cookies)) {
    const value = cookies[name];
    if (typeof value !== 'string') throw invalidOption(['cookies', name], 'a string', value, `Pass ${example}.`);
    text += `${text === '' ? '' : '; '}${name}=${value}`;
  }
  return text;
}
