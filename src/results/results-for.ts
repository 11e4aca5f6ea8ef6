import { BYTES_TYPE, JSON_TYPE, TEXT_TYPE } from '../aws/media-types.js';
import type { Target } from '../aws/target.js';
import { encodeBase64 } from '../http/base64.js';
import { pairsOf, type ResultHeaders } from './fields.js';
import type { ResultInit, WebsocketResultInit } from './init.js';
import { type Content, project } from './project.js';
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
  const send = (content: Content, init: ResultInit = {}, status = 200): Result<T> => project(target, content, init, status);
  const results: HttpResults<T> = {
    json: (data, init) => send({ body: jsonOf(data), type: JSON_TYPE }, init),
    text: (body, init) => send({ body, type: TEXT_TYPE }, init),
    html: (body, init) => send({ body, type: 'text/html; charset=utf-8' }, init),
    bytes: (bytes, init) => send({ body: encodeBase64(bytes), isBase64Encoded: true, type: BYTES_TYPE }, init),
    redirect: (location, init) => send(NOTHING, { ...init, headers: locatedAt(location, init?.headers) }, 302),
    empty: (init) => send(NOTHING, init, 204),
    problem: (problem, init) => send({ body: jsonOf(problem), type: 'application/problem+json' }, { ...init, status: problem.status }),
  };
  return results as unknown as Results<T>; // WebsocketResults are some of HttpResults<'websocket'>
}

const NOTHING: Content = { body: '', type: undefined };

function jsonOf(data: unknown): string {
  const text: string | undefined = JSON.stringify(data);
  if (text === undefined) throw new TypeError(`JSON has no ${typeof data}.`);
  return text;
}

// Escapes that are there stay.
function locatedAt(location: string, headers: ResultHeaders = {}): ResultHeaders {
  return [['Location', encodeURI(location).replaceAll('%25', '%')], ...pairsOf(headers)];
}
