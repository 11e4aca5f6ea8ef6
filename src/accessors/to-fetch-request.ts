import { isPayload2 } from '../aws/payload-format.js';
import type { ArgumentFacts } from '../http/argument-error.js';
import { encodePath, formatQuery } from '../http/percent.js';
import { toByteText } from '../http/wire-text.js';
import { bodyBytes } from './body.js';
import { type HttpEvent, isFunctionUrl, requireField } from './event.js';
import { header, headerPairs } from './header.js';
import { method } from './method.js';
import { query, rawQueryOf } from './query.js';

type Payload1Url = Extract<HttpEvent, { readonly path: string }>;

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
  const verb = method(event);
  const url = urlOf(event);
  const body = BODILESS.has(verb) ? undefined : bodyBytes(event);
  try {
    // `BodyInit` requires a buffer that is not shared with other threads. The buffer of this copy isn't.
    return new Request(url, { method: verb, headers: headersOf(event), ...(body !== undefined && { body: new Uint8Array(body) }) });
  } catch (cause) {
    throw fetchError(cause);
  }
}

function fetchError(cause: unknown): Error & ArgumentFacts {
  const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  const fix = 'Read the event with accessors such as `header` and `bodyBytes`.';
  const error = new TypeError(`Fetch cannot express the event: ${reason}. ${fix}`, { cause });
  return Object.assign(error, { code: 'invalid-argument', path: ['event'], fix } as const);
}

function urlOf(event: HttpEvent): string {
  const path = encodedPathOf(event).replaceAll('?', '%3F');
  const text = isPayload2(event) ? rawQueryOf(event) : formatQuery(query(event));
  const host = requireField(event.requestContext?.domainName ?? header(event, 'host'), 'requestContext', 'domainName');
  return `https://${host}${path.startsWith('/') ? '' : '/'}${path}${text === '' ? '' : `?${text}`}`;
}

/** Returns the URL's whole path, encoded. */
function encodedPathOf(event: HttpEvent): string {
  if (!isPayload2(event)) return encodePath(requireField(fullPathOf(event), 'path'));
  const path = requireField(event.rawPath, 'rawPath');
  // recorded [http2-path-decoded, furl-encoded-path-and-cookies]: an HTTP API decodes `rawPath`, so every `%` in it is a literal one. A
  // function URL leaves it encoded.
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

/** Returns the event's headers for Fetch, which holds one byte in each character. Wider text is written as the bytes of its UTF-8. */
function headersOf(event: HttpEvent): Headers {
  const headers = new Headers();
  for (const [name, value] of headerPairs(event)) headers.append(name, WIDE.test(value) ? toByteText(value) : value);
  const cookies = header(event, 'cookie');
  if (cookies !== undefined) headers.set('cookie', WIDE.test(cookies) ? toByteText(cookies) : cookies);
  return headers;
}
