import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { writeToServerResponse } from '../../http/node.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { withWireText } from '../../http/wire-text.js';

/** A response whose body may still come. */
export interface WritableResponse extends Omit<HttpResponse, 'body'> {
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
}

/**
 * Writes a response and, where it has to be the connection's last, says so.
 *
 * @param isLast whether the rest of the request is still on the connection, so that no other can be read from it.
 */
export async function writeResponse(response: WritableResponse, target: ServerResponse, isLast = false): Promise<void> {
  const { status, statusText, headers, body } = response;
  const closes = isLast || !target.shouldKeepAlive;
  const fields = closes ? headers.map(closing) : headers;
  // A 1xx ends no exchange: whoever waits for the final answer hears the connection close.
  const { socket } = target;
  if (isLast || status < 200) target.once('finish', () => socket?.destroySoon());
  if (body instanceof Uint8Array) {
    writeToServerResponse({ status, statusText, headers: fields, body }, target);
    return;
  }
  target.writeHead(status, statusText, withWireText({ headers: fields }).headers.flat());
  target.flushHeaders();
  // A stream that breaks off leaves its transfer unfinished; a client that leaves ends the stream.
  await pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), target).catch(() => target.destroy()); // the same class
}

function closing([name, value]: HttpField): HttpField {
  return [name, name.toLowerCase() === 'connection' ? 'close' : value];
}
