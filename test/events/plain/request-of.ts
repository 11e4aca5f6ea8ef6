import type { EventInit } from '../../../src/events/build/event-init.js';
import type { Gateway } from '../../../src/gateway/gateway.js';
import { parseRoute } from '../../../src/gateway/route.js';
import { urlPrefixOf } from '../../../src/gateway/url-prefix.js';
import { encodePath, encodeSegment } from '../../../src/http/percent.js';
import type { HttpField, HttpRequest } from '../../../src/http/request.js';

/** The request that the options of a builder describe, as their documentation says. The options must be valid. */
export function requestOfPlainly(init: EventInit, gateway: Gateway): HttpRequest {
  const content = contentOf(init);
  const route = gateway.target === 'websocket' || init.route === undefined ? undefined : parseRoute(init.route);
  const of = route?.method === 'ANY' ? undefined : route?.method;
  return {
    method: init.method ?? of ?? (content === undefined ? 'GET' : 'POST'),
    target: `${urlPrefixOf(gateway)}${pathAndQuery(init, route?.path)}`,
    headers: headersOf(init, content, gateway.target === 'rest' && gateway.testInvoke === true),
    ...(content && { body: content.body }),
    ...(init.sourceIp !== undefined && { sourceIp: init.sourceIp }),
    ...(init.httpVersion !== undefined && { httpVersion: init.httpVersion }),
  };
}

function pathAndQuery(init: EventInit, route: string | undefined): string {
  const [path = '', ...queries] = (init.path ?? fill(route ?? '/', init.pathParameters ?? {})).split('?');
  const query = queries.length > 0 ? queries.join('?') : queryOf(init.query);
  return `${encodePath(path.replace(/^(?!\/)/, '/'))}${query === '' ? '' : `?${query}`}`;
}

function fill(route: string, parameters: NonNullable<EventInit['pathParameters']>): string {
  if (!route.startsWith('/')) return '/';
  return route.replace(/\{([^{}+]+)(\+?)\}/g, (_, name: string, plus: string) => {
    const value = String(parameters[name]);
    return plus === '' ? encodeSegment(value) : value.split('/').map(encodeSegment).join('/');
  });
}

function queryOf(query: EventInit['query']): string {
  if (query === undefined || typeof query === 'string') return query?.replace(/^\?/, '') ?? '';
  if (query instanceof URLSearchParams) return query.toString();
  const encode = (value: unknown): string => encodeSegment(String(value)).replaceAll('%20', '+');
  return listPairs(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** One pair for each value of an object. */
function listPairs<T>(record: Readonly<Record<string, T | readonly T[] | undefined>>): [name: string, value: T][] {
  return Object.entries(record).flatMap(([name, value]) => [value ?? []].flat().map((item): [string, T] => [name, item as T]));
}

interface Content {
  readonly body: Uint8Array;
  readonly type: string | undefined;
}

function contentOf({ json, form, body }: EventInit): Content | undefined {
  if (body instanceof Uint8Array) return { body, type: undefined };
  if (json !== undefined) return { body: Buffer.from(JSON.stringify(json)), type: 'application/json' };
  if (form !== undefined) return { body: Buffer.from(new URLSearchParams(form).toString()), type: 'application/x-www-form-urlencoded' };
  return body === undefined ? undefined : { body: Buffer.from(body), type: 'text/plain;charset=UTF-8' };
}

function headersOf({ headers = {}, userAgent = '', cookies = [] }: EventInit, content: Content | undefined, isTest: boolean): HttpField[] {
  const fields = Symbol.iterator in headers ? [...headers] : listPairs(headers);
  const pairs = Array.isArray(cookies) ? cookies : Object.entries(cookies).map((pair) => pair.join('='));
  if (userAgent !== '') fields.push(['User-Agent', userAgent]);
  if (pairs.join('; ') !== '') fields.push(['Cookie', pairs.join('; ')]);
  const isMissing = (key: string): boolean => !fields.some(([name]) => name.toLowerCase() === key);
  if (content?.type !== undefined && isMissing('content-type')) fields.push(['Content-Type', content.type]);
  if (content !== undefined && !isTest && isMissing('content-length')) fields.push(['Content-Length', String(content.body.length)]);
  return fields;
}
