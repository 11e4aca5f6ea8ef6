import { BYTES_TYPE, JSON_TYPE, TEXT_TYPE } from '../aws/media-types.js';
import type { Target } from '../aws/target.js';
import { argumentError, requireString } from '../http/argument-error.js';
import { encodeBase64 } from '../http/base64.js';
import { isBytes } from '../http/is-object.js';
import { pairsOf, type ResultHeaders } from './fields.js';
import type { ResultInit, WebsocketResultInit } from './init.js';
import { type Content, checkTarget, project } from './project.js';
import type { Result } from './result.js';

/**
 * Builders of results for one target.
 *
 * @typeParam T the target.
 */
export type Results<T extends Target> = T extends 'websocket' ? WebsocketResults : HttpResults<T>;

/** Builders of results that become HTTP responses. Each throws a TypeError for headers or cookies that could split the response. */
export interface HttpResults<T extends Target> {
  /** A JSON document, `application/json`. What JSON cannot hold is a TypeError. */
  json(data: unknown, init?: ResultInit): Result<T>;
  /** Text, `text/plain; charset=utf-8`. */
  text(text: string, init?: ResultInit): Result<T>;
  /** A page, `text/html; charset=utf-8`. */
  html(html: string, init?: ResultInit): Result<T>;
  /** Bytes, `application/octet-stream`. A REST API decodes them only where its `binaryMediaTypes` has the first type in Accept. */
  bytes(bytes: Uint8Array, init?: ResultInit): Result<T>;
  /** Sends the client elsewhere, by 302 unless `status` says 301, 303, 307 or 308. What may not stand in a URL is percent-encoded. */
  redirect(location: string, init?: ResultInit): Result<T>;
  /** No content: 204 unless `status` says otherwise. */
  empty(init?: ResultInit): Result<T>;
  /** A problem document, `application/problem+json`; its `status` is the response's, too. */
  problem(problem: Problem, init?: Omit<ResultInit, 'status'>): Result<T>;
}

/** Builders of results on WebSocket routes: an answer to `$connect`, or a frame for a route that has a route response. */
export interface WebsocketResults {
  /** A JSON document as frame. */
  json(data: unknown, init?: WebsocketResultInit): Result<'websocket'>;
  /** Text as frame. */
  text(text: string, init?: WebsocketResultInit): Result<'websocket'>;
  /** Nothing to say: 204 unless `status` says otherwise. On `$connect` 200 to 299 opens the connection. */
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
  /** A URI that names the kind of problem. Absent: `about:blank`, nothing more than the status says. */
  readonly type?: string;
  /** The kind of problem in a few words, always the same for the same `type`. */
  readonly title?: string;
  /** This occurrence, for the reader who has to do something about it. */
  readonly detail?: string;
  /** A URI that names this occurrence. */
  readonly instance?: string;
  /** Members of your own. */
  readonly [extension: string]: unknown;
}

/**
 * Builders of results for a target: status, headers, cookies and content land where its payload format carries them.
 *
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
  const send = (content: Content, init: ResultInit | undefined, status: number): Result<T> =>
    project(target, content, init ?? {}, init?.status ?? status);
  const results: HttpResults<T> = {
    json: (data, init) => send({ body: jsonOf(data), type: JSON_TYPE }, init, 200),
    text: (text, init) => send({ body: requireString(['text'], text), type: TEXT_TYPE }, init, 200),
    html: (html, init) => send({ body: requireString(['html'], html), type: 'text/html; charset=utf-8' }, init, 200),
    bytes: (bytes, init) => send({ body: encodeBase64(checkBytes(bytes)), isBase64Encoded: true, type: BYTES_TYPE }, init, 200),
    redirect: (location, init) => send(NOTHING, { ...init, headers: locatedAt(location, init?.headers) }, 302),
    empty: (init) => send(NOTHING, init, 204),
    problem: (problem, init) => project(target, { body: jsonOf(problem), type: 'application/problem+json' }, init ?? {}, problem?.status),
  };
  return results as unknown as Results<T>; // WebsocketResults are some of HttpResults<'websocket'>
}

const NOTHING: Content = { body: '', type: undefined };

function checkBytes(bytes: Uint8Array): Uint8Array {
  if (isBytes(bytes)) return bytes;
  throw argumentError(['bytes'], 'a Uint8Array', bytes);
}

function jsonOf(data: unknown): string {
  let text: string | undefined;
  let fix: string | undefined;
  try {
    text = JSON.stringify(data);
  } catch (error) {
    if (error instanceof Error) fix = `Remove what JSON cannot hold: ${error.message}`;
  }
  if (text === undefined) throw argumentError(['data'], 'a value that JSON can hold', data, fix);
  return text;
}

function locatedAt(location: string, headers: ResultHeaders = {}): ResultHeaders {
  return [['Location', encodeLocation(requireString(['location'], location))], ...pairsOf(headers)];
}

/** The brackets around an IPv6 address, once they are escaped. */
const IPV6_HOST = /^((?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#]*@)?)%5B([\w:.%~-]+)%5D/i;

/** Percent-encodes what a URL must not contain. Escapes stay as they are, and lone surrogates become U+FFFD. */
function encodeLocation(location: string): string {
  const encoded = encodeURI(location.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%25', '%');
  return encoded.replace(IPV6_HOST, '$1[$2]');
}
