import { JSON_TYPE } from '../../aws/media-types.js';
import type { Target } from '../../aws/target.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { parseRoute } from '../../gateway/route.js';
import { API_SETTINGS, REQUEST_SETTINGS } from '../../gateway/setting-names.js';
import { isConsoleTest } from '../../gateway/settings.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { encodePath, formatQuery } from '../../http/percent.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import { fillRoute } from './fill-route.js';
import { type Presets, presetsOf } from './presets.js';

/**
 * A request as a test has it in mind, and the settings of the gateway. Everything is optional; every mirrored field of the event is
 * derived from these. A field with two sources is a {@link GatewayError}.
 */
export interface EventInit extends Omit<Gateway, 'target' | keyof Presets> {
  /** The method. Default: the route's, unless that is `ANY`; else `POST` with a body and `GET` without. */
  method?: string;
  /**
   * The path, without stage and base path, which are put in front where the URL has them. Characters that may not stand in a path are
   * percent-encoded, escapes stay. Default: the route's path with `pathParameters` filled in, or `/`.
   */
  path?: string;
  /** Values of the route's parameters, not encoded, when `path` is left out. A greedy value may have slashes. */
  pathParameters?: Readonly<Record<string, string | number>>;
  /** The query: as text without `?`, as URLSearchParams, or by name with one value or several. */
  query?: string | URLSearchParams | Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** Headers: pairs, a Fetch `Headers`, or by name with one value or several. */
  headers?: Iterable<HttpField> | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Cookies, by name or as `name=value`; they become one Cookie header. */
  cookies?: Readonly<Record<string, string>> | readonly string[];
  /** The User-Agent header. */
  userAgent?: string;
  /** A body to serialise as JSON; brings `Content-Type: application/json` unless `headers` has one. */
  json?: unknown;
  /** A form to serialise; brings `Content-Type: application/x-www-form-urlencoded` unless `headers` has one. */
  form?: URLSearchParams | Readonly<Record<string, string>>;
  /** The body. Text brings `Content-Type: text/plain;charset=UTF-8`, as `fetch` does, unless `headers` has one; bytes bring none. */
  body?: string | Uint8Array;
  /** The API key that the request used; `true`: any. Default: none. */
  apiKey?: Gateway['apiKey'] | true;
  /** The certificate that mutual TLS accepted; `true`: any. Default: no mutual TLS. */
  clientCert?: Gateway['clientCert'] | true;
  /** Private API: where the request came from; `true`: anywhere. Default: no private API. */
  vpc?: Gateway['vpc'] | true;
  /** The address that the connection came from. Default: `203.0.113.1`. */
  sourceIp?: string;
  /** The HTTP version that the client spoke. Default: `'1.1'`. */
  httpVersion?: '1.1' | '2';
}

/** A value of a query parameter. */
export type QueryValue = string | number | boolean;

const KNOWN = {
  ...API_SETTINGS,
  ...REQUEST_SETTINGS,
  method: true,
  path: true,
  pathParameters: true,
  query: true,
  headers: true,
  cookies: true,
  userAgent: true,
  json: true,
  form: true,
  body: true,
  sourceIp: true,
  httpVersion: true,
} satisfies Record<keyof EventInit, true>;

/**
 * The request and the settings that an init stands for.
 *
 * @throws GatewayError `unknown-option`, `conflicting-options`, `missing-path-parameter`, `invalid-route`.
 */
export function fromInit<T extends Target>(target: T, init: EventInit): { request: HttpRequest; gateway: Gateway<T> } {
  for (const key of Object.keys(init)) {
    if (!Object.hasOwn(KNOWN, key))
      throw new GatewayError('unknown-option', [key], 'There is no such option.', 'See EventInit for the names.');
  }
  // What the request is made of stays in: nothing that reads settings looks at it. A spread that comes first makes a slow object.
  const gateway = { target, ...init, ...presetsOf(init) } as Gateway<T>; // the presets take the place of all that may be `true`
  const content = contentOf(init);
  // Routes of a WebSocket API are keys of messages, as `say`: they name neither method nor path.
  const route = target === 'websocket' ? undefined : init.route;
  const request: HttpRequest = {
    method: init.method ?? routeMethod(route) ?? (content ? 'POST' : 'GET'),
    target: targetOf(init, route, gateway),
    headers: fieldsOf(init, content, gateway),
    ...(content && { body: content.bytes }),
    ...(init.sourceIp !== undefined && { sourceIp: init.sourceIp }),
    ...(init.httpVersion !== undefined && { httpVersion: init.httpVersion }),
  };
  return { request, gateway };
}

function routeMethod(route: string | undefined): string | undefined {
  const method = route === undefined ? undefined : parseRoute(route).method;
  return method === 'ANY' ? undefined : method;
}

function targetOf(init: EventInit, route: string | undefined, gateway: Gateway): string {
  if (init.path !== undefined && init.pathParameters !== undefined) conflict('pathParameters', 'path');
  const [path = '', ...more] = (init.path ?? fillRoute(route, init.pathParameters)).split('?');
  if (more.length > 0 && init.query !== undefined) conflict('query', 'path');
  const query = more.length > 0 ? more.join('?') : queryText(init.query);
  return `${urlPrefixOf(gateway)}${encodePath(path.startsWith('/') ? path : `/${path}`)}${query === '' ? '' : `?${query}`}`;
}

function queryText(query: EventInit['query']): string {
  if (query === undefined) return '';
  if (typeof query === 'string') return query.startsWith('?') ? query.slice(1) : query;
  if (query instanceof URLSearchParams) return query.toString();
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(query)) for (const item of listOf(value)) pairs.push([name, String(item)]);
  return formatQuery(pairs);
}

interface Content {
  readonly bytes: Uint8Array;
  readonly type: string | undefined;
}

function contentOf({ json, form, body }: EventInit): Content | undefined {
  if (form !== undefined && json !== undefined) conflict('form', 'json');
  if (body !== undefined && (json !== undefined || form !== undefined)) conflict('body', json !== undefined ? 'json' : 'form');
  if (json !== undefined) return { bytes: encodeText(JSON.stringify(json)), type: JSON_TYPE };
  if (form !== undefined) return { bytes: encodeText(new URLSearchParams(form).toString()), type: 'application/x-www-form-urlencoded' };
  if (body === undefined) return undefined;
  return typeof body === 'string' ? { bytes: encodeText(body), type: 'text/plain;charset=UTF-8' } : { bytes: body, type: undefined };
}

function fieldsOf(init: EventInit, content: Content | undefined, gateway: Gateway): HttpField[] {
  const fields = headerFields(init.headers);
  if (init.userAgent !== undefined) addOwn(fields, 'User-Agent', init.userAgent, 'userAgent');
  if (init.cookies !== undefined) addOwn(fields, 'Cookie', cookieText(init.cookies), 'cookies');
  if (content === undefined) return fields;
  if (content.type !== undefined && !has(fields, 'Content-Type')) fields.push(['Content-Type', content.type]);
  // recorded: a console test has the headers that it is given, and no others.
  if (!isConsoleTest(gateway) && !has(fields, 'Content-Length')) fields.push(['Content-Length', String(content.bytes.length)]);
  return fields;
}

function headerFields(headers: EventInit['headers']): HttpField[] {
  if (headers === undefined) return [];
  if (Symbol.iterator in headers) return Array.from(headers as Iterable<HttpField>); // what is iterable is not the record
  const fields: HttpField[] = [];
  for (const [name, value] of Object.entries(headers)) for (const item of listOf(value)) fields.push([name, item]);
  return fields;
}

function addOwn(fields: HttpField[], name: string, value: string, option: string): void {
  if (has(fields, name)) conflict(option, 'headers');
  if (value !== '') fields.push([name, value]);
}

function has(fields: readonly HttpField[], name: string): boolean {
  const key = name.toLowerCase();
  // Most names differ in length, which is cheaper to see than the lower case of each.
  return fields.some(([given]) => given.length === key.length && given.toLowerCase() === key);
}

function cookieText(cookies: NonNullable<EventInit['cookies']>): string {
  const list = Array.isArray(cookies) ? cookies : Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return list.join('; ');
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  // Array.isArray does not narrow readonly arrays; T itself is never one.
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function conflict(option: string, other: string): never {
  throw new GatewayError('conflicting-options', [option], `It says the same as '${other}'.`, 'Leave one of the two out.');
}
