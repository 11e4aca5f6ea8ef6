import { isPayload2 } from '../aws/payload-format.js';
import { argumentError } from '../http/argument-error.js';
import { encodePath, formatQuery } from '../http/percent.js';
import type { HttpField } from '../http/request.js';
import { toByteText } from '../http/wire-text.js';
import { bodyBytes } from './body.js';
import { type HttpEvent, isFunctionUrl, requireField } from './event.js';
import { headerPairs, stringsIn } from './header.js';
import { method } from './method.js';
import { withoutStage } from './path.js';
import { rawQueryOf, readQuery } from './read-query.js';
import { requireEvent } from './require-event.js';

type Payload1Url = Extract<HttpEvent, { readonly path: string }>;

/** Methods that Fetch forbids. */
export const FORBIDDEN_METHOD = /^(?:CONNECT|TRAC[EK])$/i;

/** Methods whose requests have no body in Fetch. */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Characters that don't fit in a byte. */
const WIDE = /[\u0100-\uffff]/;

/**
 * Returns the request behind an event as a Fetch `Request`. Its URL is the one that the client asked for.
 *
 * Payload 1.0 keeps every header and query value apart. Payload 2.0 joins repeated headers and decodes the path, so an encoded slash comes
 * back as a slash.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @throws TypeError if Fetch cannot express the request, for example because its method is CONNECT, TRACE or TRACK.
 * @throws BodyError `not-base64`.
 * @example
 * ```ts
 * import { buildHttpEvent, toFetchRequest } from 'apigw-proxy';
 *
 * const request = toFetchRequest(buildHttpEvent({ method: 'PUT', path: '/users/1', json: { name: 'Ada' } }));
 * console.log(request.method, new URL(request.url).pathname, await request.text()); // => PUT /users/1 {"name":"Ada"}
 * ```
 */
export function toFetchRequest(event: HttpEvent): Request {
  requireEvent(event);
  return createRequest(event, isPayload2(event) ? rawPathOf(event) : encodePath(requireField(fullPathOf(event), 'path')));
}

/** Returns the request behind an event like {@link toFetchRequest}, with a URL without the stage, so that the same routes match on every API. */
export function toAppRequest(event: HttpEvent): Request {
  return createRequest(event, withoutStage(event, isPayload2(event) ? rawPathOf(event) : encodePath(requireField(event.path, 'path'))));
}

function createRequest(event: HttpEvent, path: string): Request {
  const verb = method(event);
  const fields = headerPairs(event);
  const url = urlOf(event, path, fields);
  const body = BODILESS.has(verb) ? undefined : bodyBytes(event);
  try {
    // `BodyInit` requires a buffer that is not shared with other threads. The buffer of this copy isn't.
    return new Request(url, { method: verb, headers: headersOf(event, fields), body: body ? new Uint8Array(body) : null });
  } catch (cause) {
    // The platform knows the reason, in its own words.
    const fix = 'Read the event with accessors such as `header`.';
    throw Object.assign(argumentError(['event'], 'a request that Fetch can express', `${verb} ${url}`, fix), { cause });
  }
}

function urlOf(event: HttpEvent, path: string, fields: readonly HttpField[]): string {
  const text = isPayload2(event) ? rawQueryOf(event) : formatQuery(readQuery(event));
  const host = requireField(event.requestContext?.domainName ?? valuesOf(fields, 'host')[0], 'requestContext', 'domainName');
  return `https://${host}${path.startsWith('/') ? '' : '/'}${path.replaceAll('?', '%3F')}${text === '' ? '' : `?${text}`}`;
}

/**
 * Returns the path of a payload 2.0 event, encoded. recorded [http2-path-decoded, furl-encoded-path-and-cookies]: an HTTP API decodes
 * `rawPath`, so every `%` in it is a literal one. A function URL leaves it encoded.
 */
function rawPathOf(event: Extract<HttpEvent, { readonly rawPath: string }>): string {
  const path = requireField(event.rawPath, 'rawPath');
  return encodePath(isFunctionUrl(event) ? path : path.replaceAll('%', '%25'));
}

/**
 * recorded [rest-greedy-plain, http1-path-raw-context-decoded]: a REST event has the URL's whole path in its context, an HTTP API's event
 * in `path`. In a test from the console, the context can have the resource instead.
 *
 * @see https://github.com/aws-powertools/powertools-lambda-typescript/issues/4454
 */
function fullPathOf({ version, path, requestContext }: Payload1Url): string {
  const isWholeInContext = version !== '1.0' && requestContext?.stage !== 'test-invoke-stage';
  return isWholeInContext ? (requestContext?.path ?? path) : path;
}

/** Returns headers for Fetch, which holds one byte in each character. Wider text is written as the bytes of its UTF-8. */
function headersOf(event: HttpEvent, fields: readonly HttpField[]): Headers {
  const headers = new Headers();
  for (const [name, value] of fields) headers.append(name, toBytes(value));
  const cookies = stringsIn((isPayload2(event) ? event.cookies : undefined) ?? valuesOf(fields, 'cookie'));
  if (cookies.length > 0) headers.set('cookie', toBytes(cookies.join('; ')));
  return headers;
}

function valuesOf(fields: readonly HttpField[], key: string): string[] {
  return fields.filter(([name]) => name.toLowerCase() === key).map(([, value]) => value);
}

function toBytes(value: string): string {
  return WIDE.test(value) ? toByteText(value) : value;
}
