import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { checkResponse } from '../../http/check-response.js';
import { flattenFields } from '../../http/node.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { toByteText } from '../../http/wire-text.js';

/** A response whose body may be a stream. */
export type WritableResponse = HttpResponse | StreamedResponse;

interface StreamedResponse extends Omit<HttpResponse, 'body'> {
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * Writes a response.
 *
 * @param isLast whether the connection must be closed, because the rest of the request is still on it. Default: `false`.
 * @returns a promise for a stream, which resolves when the stream has ended.
 * @throws {UnsafeResponseError} as `writeToServerResponse` does.
 */
export function writeResponse(response: WritableResponse, target: ServerResponse, isLast = false): void | Promise<void> {
  const { status, statusText, headers, body } = response;
  const closes = isLast || !target.shouldKeepAlive;
  const fields = closes ? headers.map(closeField) : headers;
  // A status below 200 is not final, so the connection is closed for the client that waits.
  const { socket } = target;
  if (isLast || status < 200) target.once('finish', () => socket?.destroySoon());
  if (!(body instanceof Uint8Array)) return writeStream({ status, statusText, headers: fields, body }, target);
  checkResponse({ status, statusText, headers: fields, body });
  target.writeHead(status, toByteText(statusText), flattenFields(fields));
  if (body.length > MOST_AT_ONCE) target.end(body);
  // Node.js sends the body in one write with its head if both are strings. In this encoding, each character is one byte.
  else target.end(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'), 'latin1');
}

/** The largest body to send in one write with the head, in bytes. Copying a larger one costs more than a second write. */
const MOST_AT_ONCE = 16_384;

async function writeStream({ status, statusText, headers, body }: StreamedResponse, target: ServerResponse): Promise<void> {
  target.writeHead(status, statusText, flattenFields(headers));
  target.flushHeaders();
  // If the stream breaks off, the response stays unfinished. If the client leaves, the stream ends.
  await pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), target).catch(() => target.destroy()); // the same class
}

/** Changes `Connection: keep-alive` to `close`. */
function closeField([name, value]: HttpField): HttpField {
  return [name, name.toLowerCase() === 'connection' ? 'close' : value];
}
