import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { type ServerResponseLike, writeToServerResponse } from '../../http/node.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { withWireText } from '../../http/wire-text.js';

/** A response whose body may be a stream. */
export interface WritableResponse extends Omit<HttpResponse, 'body'> {
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
}

/**
 * Writes a response.
 *
 * @param isLast whether the connection must be closed, because the rest of the request is still on it. Default: `false`.
 */
export async function writeResponse(response: WritableResponse, target: ServerResponse, isLast = false): Promise<void> {
  const { status, statusText, headers, body } = response;
  const closes = isLast || !target.shouldKeepAlive;
  const fields = closes ? headers.map(closeField) : headers;
  // A status below 200 is not final, so the connection is closed for the client that waits.
  const { socket } = target;
  if (isLast || status < 200) target.once('finish', () => socket?.destroySoon());
  if (body instanceof Uint8Array) {
    writeToServerResponse({ status, statusText, headers: fields, body }, body.length <= MOST_AT_ONCE ? inOneWrite(target) : target);
    return;
  }
  target.writeHead(status, statusText, withWireText({ headers: fields }).headers.flat());
  target.flushHeaders();
  // If the stream breaks off, the response stays unfinished. If the client leaves, the stream ends.
  await pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), target).catch(() => target.destroy()); // the same class
}

/** The largest body to send in one write with the head, in bytes. Copying a larger one costs more than a second write. */
const MOST_AT_ONCE = 16_384;

/** Returns a response that sends its body in one write with its head: Node joins the two if both are strings. */
function inOneWrite(target: ServerResponse): ServerResponseLike {
  return {
    writeHead: (status, statusText, rawHeaders) => target.writeHead(status, statusText, rawHeaders),
    // In this encoding, each character is one byte.
    end: (body) => target.end(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'), 'latin1'),
  };
}

/** Changes `Connection: keep-alive` to `close`. */
function closeField([name, value]: HttpField): HttpField {
  return [name, name.toLowerCase() === 'connection' ? 'close' : value];
}
