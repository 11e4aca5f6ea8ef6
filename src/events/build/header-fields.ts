import { checkHeaders } from '../../gateway/check-headers.js';
import { invalidOption } from '../../gateway/check-shape.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isConsoleTest } from '../../gateway/settings.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import { fieldsOf } from '../request/fields.js';
import { memoizeNames } from '../request/name-lists.js';
import type { SentRequest } from '../request/sent-request.js';
import { type Content, conflict, lengthOf } from './content.js';
import { describeCookies } from './cookies.js';
import type { EventInit } from './event-init.js';
import type { RequestOptions } from './request-options.js';

/** The names and the values of headers, while they are collected. */
interface Draft {
  readonly names: string[];
  readonly values: string[];
}

/** The headers of a request, and its cookies. */
type SentHeaders = Pick<SentRequest, 'fields' | 'cookies'>;

const listOf = /* @__PURE__ */ memoizeNames();

/**
 * Returns the headers that the options describe, in order, and their cookies.
 *
 * @throws GatewayError `conflicting-options` or `invalid-option`.
 */
export function describeHeaders(options: RequestOptions, content: Content | undefined, gateway: Gateway): SentHeaders {
  const draft = readHeaders(options.headers);
  const { keys } = listOf(draft.names);
  if (options.userAgent !== undefined) addOwn(draft, USER_AGENT, options.userAgent, keys);
  const cookies = describeCookies(options.cookies);
  if (cookies !== undefined) addOwn(draft, COOKIE, cookies.text, keys);
  if (content !== undefined) {
    if (content.type !== undefined && !keys.includes('content-type')) addField(draft, 'Content-Type', content.type);
    // recorded [rest-console-test-invoke]: a console test has only the headers that were entered.
    if (!isConsoleTest(gateway) && !keys.includes('content-length')) addField(draft, 'Content-Length', String(lengthOf(content)));
  }
  return { fields: fieldsOf(draft.names, draft.values), cookies: cookies?.list };
}

function readHeaders(headers: EventInit['headers']): Draft {
  const draft: Draft = { names: [], values: [] };
  if (headers === undefined) return draft;
  if (typeof headers === 'object' && headers !== null && typeof Reflect.get(headers, Symbol.iterator) === 'function') {
    const pairs = Array.from(headers as Iterable<HttpField>); // whatever it yields is checked next
    checkHeaders(pairs);
    for (const [name, value] of pairs) addField(draft, name, value);
    return draft;
  }
  const fix = "Pass an object such as { accept: 'text/html' }, pairs, or Headers.";
  if (!isObject(headers)) throw invalidOption(['headers'], 'an object, pairs or Headers', headers, fix);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string') addField(draft, name, value);
    else if (value !== undefined) addAll(draft, name, Array.isArray(value) ? value : [value], fix);
  }
  return draft;
}

function addField({ names, values }: Draft, name: string, value: string): void {
  names.push(name);
  values.push(value);
}

function addAll(draft: Draft, name: string, values: readonly unknown[], fix: string): void {
  for (const value of values) {
    if (typeof value !== 'string') throw invalidOption(['headers', name], 'a string or an array of strings', value, fix);
    addField(draft, name, value);
  }
}

/** An option that is a header. */
interface OwnHeader {
  readonly option: string;
  readonly name: string;
  readonly key: string;
}

const USER_AGENT: OwnHeader = { option: 'userAgent', name: 'User-Agent', key: 'user-agent' };
const COOKIE: OwnHeader = { option: 'cookies', name: 'Cookie', key: 'cookie' };

/**
 * Adds the header of an option, which `headers` must not have.
 *
 * @param keys the names in `headers`, in lower case.
 */
function addOwn(draft: Draft, { option, name, key }: OwnHeader, value: string, keys: readonly string[]): void {
  if (keys.includes(key)) throw conflict(option, 'headers', `the ${name} header`);
  if (value !== '') addField(draft, name, value);
}
