import { isPayload2 } from '../aws/payload-format.js';
import { type ArgumentFacts, argumentError } from '../http/argument-error.js';
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

/** Characters that a URL's parser would drop from a query, or take for its end. */
const UNSAFE_IN_QUERY = /[^!-~\u0080-\uffff]|#/g;

/** A host name or address, perhaps with a port. Other characters would end the host in the URL. */
const HOST = /^[^\s\p{Cc}/\\?#@]+$/u;

/** A path's segment that a URL's parser would resolve: `.` or `..`, each dot perhaps encoded. */
const DOT_SEGMENT = /(?<=\/)(?:\.|%2e){1,2}(?=\/|$)/gi;

/**
 * Returns the request behind an event as a Fetch `Request`. Its URL is the one that the client asked for.
 *
 * Payload 1.0 keeps every header and query value apart. Payload 2.0 joins repeated headers and decodes the path, so an encoded slash comes
 * back as a slash. Fetch allows no body for GET and HEAD.
 *
 * A client can't change where the request leads: `.` and `..` in the path are encoded twice, because `URL` would resolve them, and `?` and
 * `#` stay in the part of the URL that the event has them in.
 *
 * @throws TypeError if Fetch cannot express the request, for example because its method is CONNECT, TRACE or TRACK; or if the event has no
 *   valid host name.
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
  const path = withSlash(encodedPathOf(event)).replaceAll('?', '%3F').replace(DOT_SEGMENT, encodeDots);
  const text = isPayload2(event) ? rawQueryOf(event).replace(UNSAFE_IN_QUERY, encodeURIComponent) : formatQuery(query(event));
  return `https://${hostOf(event)}${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * Returns the event's host name. The Host header comes from the client, so it must not lead anywhere else. The sample events in AWS's guides
 * have placeholders such as `<url-id>`, which no URL can contain.
 */
function hostOf(event: HttpEvent): string {
  const host = requireField(event.requestContext?.domainName ?? header(event, 'host'), 'requestContext', 'domainName');
  if (HOST.test(host)) return host.replace(/[<>]/g, '');
  throw argumentError(['event', 'requestContext', 'domainName'], 'a host name', host);
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

function encodeDots(segment: string): string {
  return segment.replace(/\.|%2e/gi, '%252E');
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
