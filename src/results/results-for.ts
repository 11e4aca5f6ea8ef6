import { BYTES_TYPE, JSON_TYPE, TEXT_TYPE } from '../aws/media-types.js';
import type { Target } from '../aws/target.js';
import { argumentError, requireString } from '../http/argument-error.js';
import { encodeBase64 } from '../http/base64.js';
import { isBytes } from '../http/is-object.js';
import { jsonText } from '../http/json-text.js';
import { wellFormed } from '../http/text.js';
import { checkTarget } from './carriers.js';
import { type FieldValues, gatherFields, pairsOf, type ResultHeaders } from './fields.js';
import type { ResultInit, WebsocketResultInit } from './init.js';
import { type Content, project } from './project.js';
import type { Result } from './result.js';

/**
 * Builders of results for one target.
 *
 * @typeParam T the target.
 */
export type Results<T extends Target> = T extends 'websocket' ? WebsocketResults : HttpResults<T>;

/**
 * Builders of results that become HTTP responses. Each throws a TypeError for headers or cookies that could split the response, and a
 * RangeError for a status outside 200 to 599.
 */
export interface HttpResults<T extends Target> {
  /** Returns a JSON document, `application/json`. Throws a TypeError for data that JSON can't represent. */
  json(data: unknown, init?: ResultInit): Result<T>;
  /** Returns text, `text/plain; charset=utf-8`. */
  text(text: string, init?: ResultInit): Result<T>;
  /** Returns a page, `text/html; charset=utf-8`. */
  html(html: string, init?: ResultInit): Result<T>;
  /** Returns bytes, `application/octet-stream`. A REST API decodes them only if its `binaryMediaTypes` match the first type in Accept. */
  bytes(bytes: Uint8Array, init?: ResultInit): Result<T>;
  /**
   * Redirects the client, with status 302 unless `status` is 301, 303, 307 or 308. Characters that a URL can't contain are percent-encoded.
   */
  redirect(location: string, init?: ResultInit): Result<T>;
  /** Returns no content, with status 204 by default. */
  empty(init?: ResultInit): Result<T>;
  /** Returns a problem document, `application/problem+json`. Its `status` is also the status of the response. */
  problem(problem: Problem, init?: Omit<ResultInit, 'status'>): Result<T>;
}

/** Builders of results on WebSocket routes: a response to `$connect`, or a frame for a route that has a route response. */
export interface WebsocketResults {
  /** Returns a JSON document as a frame. Throws a TypeError for data that JSON can't represent. */
  json(data: unknown, init?: WebsocketResultInit): Result<'websocket'>;
  /** Returns text as a frame. */
  text(text: string, init?: WebsocketResultInit): Result<'websocket'>;
  /** Returns no frame, with status 204 by default. On `$connect`, a status from 200 to 299 opens the connection. */
  empty(init?: WebsocketResultInit): Result<'websocket'>;
}

/**
 * A problem document.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface Problem {
  /** The response's status. */
  readonly status: number;
  /** A URI that identifies the kind of problem. Absent: `about:blank`, which means nothing beyond the status. */
  readonly type?: string;
  /** The kind of problem in a few words, always the same for the same `type`. */
  readonly title?: string;
  /** What happened this time, for the person who has to fix it. */
  readonly detail?: string;
  /** A URI that identifies this occurrence. */
  readonly instance?: string;
  /** Any other members. */
  readonly [extension: string]: unknown;
}

/**
 * Returns the result builders for a target. They put status, headers, cookies and content where its payload format has them.
 *
 * @param target the kind of gateway that gets the results.
 * @throws TypeError if the target does not exist. The builders throw one for a value of the wrong type, and a RangeError for a wrong status.
 * @example
 * ```ts
 * import { resultsFor } from 'apigw-proxy/results';
 *
 * const { json } = resultsFor('http-2.0');
 * console.log(json({ ok: true }, { cookies: ['seen=1'] }));
 * // => { statusCode: 200, headers: { 'Content-Type': 'application/json' }, cookies: ['seen=1'], body: '{"ok":true}' }
 * ```
 */
export function resultsFor<T extends Target>(target: T): Results<T> {
  checkTarget(target);
  const build = (content: Content, init: ResultInit, status: number): Result<T> =>
    project(target, content, fieldsOfInit(init), status, init.method);
  const send = (content: Content, init: ResultInit | undefined, status: number): Result<T> =>
    build(content, init ?? {}, init?.status ?? status);
  const results: HttpResults<T> = {
    json: (data, init) => send({ body: jsonText(['data'], data), type: JSON_TYPE }, init, 200),
    text: (text, init) => send({ body: requireString(['text'], text), type: TEXT_TYPE }, init, 200),
    html: (html, init) => send({ body: requireString(['html'], html), type: 'text/html; charset=utf-8' }, init, 200),
    bytes: (bytes, init) => send({ body: encodeBase64(checkBytes(bytes)), isBase64Encoded: true, type: BYTES_TYPE }, init, 200),
    redirect: (location, init) => send(NOTHING, { ...init, headers: addLocation(location, init?.headers) }, 302),
    empty: (init) => send(NOTHING, init, 204),
    problem: (problem, init) =>
      build({ body: jsonText(['problem'], problem), type: 'application/problem+json' }, init ?? {}, problem?.status),
  };
  return results as unknown as Results<T>; // WebsocketResults are some of HttpResults<'websocket'>
}

/**
 * Gathers the headers and cookies of the options.
 *
 * @throws TypeError for a header or a cookie that could split the response.
 */
function fieldsOfInit({ headers = {}, cookies = [] }: ResultInit): Map<string, FieldValues> {
  if (!Array.isArray(cookies)) throw argumentError(['cookies'], 'an array', cookies);
  return gatherFields([...pairsOf(headers), ...cookies.map((line) => ['Set-Cookie', line] as const)]);
}

const NOTHING: Content = { body: '', type: undefined };

function checkBytes(bytes: Uint8Array): Uint8Array {
  if (isBytes(bytes)) return bytes;
  throw argumentError(['bytes'], 'a Uint8Array', bytes);
}

function addLocation(location: string, headers: ResultHeaders = {}): ResultHeaders {
  return [['Location', encodeLocation(requireString(['location'], location))], ...pairsOf(headers)];
}

/** The brackets around an IPv6 address, once they are escaped. */
const IPV6_HOST = /^((?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#]*@)?)%5B([\w:.%~-]+)%5D/i;

/** Percent-encodes what a URL must not contain. Escapes stay as they are, and lone surrogates become U+FFFD. */
function encodeLocation(location: string): string {
  const encoded = encodeURI(wellFormed(location)).replaceAll('%25', '%');
  return encoded.replace(IPV6_HOST, '$1[$2]');
}
