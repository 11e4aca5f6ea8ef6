import { argumentError } from './argument-error.js';
import { BodyTooLargeError } from './body-too-large-error.js';
import { checkResponse } from './check-response.js';
import { lastValueOf } from './field-values.js';
import type { HttpField, HttpRequest } from './request.js';
import type { HttpResponse } from './response.js';
import { concatBytes } from './text.js';
import { toByteText } from './wire-text.js';

/** The part of a Node `IncomingMessage` that {@link fromIncomingMessage} reads. */
export interface IncomingMessageLike extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Alternating names and values, exactly as received. */
  readonly rawHeaders: readonly string[];
  readonly httpVersionMajor: number;
  readonly socket?: { readonly remoteAddress?: string | undefined };
  /** Iterates over the body. With `destroyOnReturn: false`, the connection stays open if the reader stops early. */
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array>;
}

/** The part of a Node `ServerResponse` that {@link writeToServerResponse} calls. */
export interface ServerResponseLike {
  writeHead(status: number, statusText: string, rawHeaders: string[]): unknown;
  end(body: Uint8Array): unknown;
}

/** Options of {@link fromIncomingMessage}. */
export interface ReadMessageOptions {
  /** Largest body to read, in bytes. Set it if you don't trust your clients. Default: no limit. */
  readonly maxBody?: number;
}

/**
 * Reads a Node `IncomingMessage` to the end. Method, target and headers are exactly as received.
 *
 * If the stream fails, for example because the client disconnects, the promise rejects with that error.
 *
 * @param message the request of a Node.js server, or of Express.
 * @param options `maxBody`: the largest body, in bytes. Default: any size.
 * @throws {BodyTooLargeError} if the body is larger than `maxBody`. It stops reading, but you can still send a response.
 * @throws {RangeError} if `maxBody` is negative or not a number.
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { fromIncomingMessage, writeToServerResponse } from 'apigw-proxy/http';
 *
 * const server = createServer(async (message, response) => {
 *   const { method, target } = await fromIncomingMessage(message, { maxBody: 1_000_000 });
 *   const body = new TextEncoder().encode(`${method} ${target}`);
 *   writeToServerResponse({ status: 200, statusText: 'OK', headers: [], body }, response);
 * });
 * server.close();
 * ```
 */
export async function fromIncomingMessage(message: IncomingMessageLike, { maxBody }: ReadMessageOptions = {}): Promise<HttpRequest> {
  const { method = 'GET', url = '/', rawHeaders, httpVersionMajor, socket } = message;
  const headers = pairFields(rawHeaders);
  const sourceIp = socket?.remoteAddress;
  const body = await readBody(message, headers, checkLimit(maxBody));
  return {
    method,
    target: url,
    headers,
    ...(body.length > 0 && { body }),
    ...(sourceIp !== undefined && { sourceIp }),
    httpVersion: httpVersionMajor >= 2 ? '2' : '1.1',
  };
}

/**
 * Returns the headers of a flat array, such as `rawHeaders`, as name and value pairs.
 *
 * HTTP/2 pseudo-headers are not headers. `:authority` becomes `host` and replaces a Host header (RFC 9113, section 8.3.1); the others are
 * dropped.
 */
export function pairFields(rawHeaders: readonly string[]): HttpField[] {
  const fields: HttpField[] = [];
  let authority: string | undefined;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const value = rawHeaders[index + 1] ?? '';
    if (!name.startsWith(':')) fields.push([name, value]);
    else if (name === ':authority') authority ??= value;
  }
  if (authority === undefined) return fields;
  return [['host', authority], ...fields.filter(([name]) => name.toLowerCase() !== 'host')];
}

/**
 * Writes a response to a Node `ServerResponse`. Headers keep their order and spelling, and repeated headers stay separate.
 *
 * @param response a response, such as `renderResult` returns.
 * @param serverResponse the response of a Node.js server, with no header sent yet.
 * @throws {UnsafeResponseError} if a header or the status text could split the response. In this case, nothing has been written.
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { renderResult } from 'apigw-proxy';
 * import { writeToServerResponse } from 'apigw-proxy/http';
 *
 * const server = createServer((_message, response) => {
 *   writeToServerResponse(renderResult({ statusCode: 200, body: 'hello' }, { target: 'rest' }), response);
 * });
 * server.close();
 * ```
 */
export function writeToServerResponse(response: HttpResponse, serverResponse: ServerResponseLike): void {
  checkResponse(response);
  const { status, statusText, headers, body } = response;
  serverResponse.writeHead(status, toByteText(statusText), flattenFields(headers));
  serverResponse.end(body);
}

/** Returns headers as Node.js writes them: alternating names and values, with one character for each byte. */
export function flattenFields(headers: readonly HttpField[]): string[] {
  const rawHeaders: string[] = [];
  for (const [name, value] of headers) rawHeaders.push(name, toByteText(value));
  return rawHeaders;
}

function checkLimit(maxBody: number = Number.POSITIVE_INFINITY): number {
  if (maxBody >= 0) return maxBody;
  throw argumentError(['maxBody'], 'a number of bytes', maxBody, 'Pass 0 or more, or leave it out.', RangeError);
}

async function readBody(message: IncomingMessageLike, headers: readonly HttpField[], limit: number): Promise<Uint8Array> {
  if (Number(lastValueOf(headers, 'content-length')) > limit) throw new BodyTooLargeError(limit);
  const parts: Uint8Array[] = [];
  let length = 0;
  // Without this option, stopping early would close the connection, and you couldn't respond.
  for await (const part of message.iterator?.({ destroyOnReturn: false }) ?? message) {
    length += part.length;
    if (length > limit) throw new BodyTooLargeError(limit);
    parts.push(part);
  }
  return concatBytes(parts);
}
