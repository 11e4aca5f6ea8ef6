import type { IncomingMessage } from 'node:http';
import { fromIncomingMessage } from '../../http/node.js';
import type { HttpRequest } from '../../http/request.js';

/** A request, and whether all of it was read. */
export interface ReadRequest {
  readonly request: HttpRequest;
  /** Whether all of the body was read. `false` if it is too long, and the rest is still on the connection. */
  readonly isWhole: boolean;
}

/**
 * Reads a request.
 *
 * @param maxBody how much of the body to read, in bytes; the last piece may go beyond. Default: all of it.
 */
export async function readRequest(message: IncomingMessage, maxBody: number = Number.POSITIVE_INFINITY): Promise<ReadRequest> {
  let isWhole = true;
  async function* body(): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      const bytes: Uint8Array = chunk;
      length += bytes.length;
      isWhole = length <= maxBody;
      yield bytes;
      if (!isWhole) return;
    }
  }
  const { method, url, rawHeaders, httpVersionMajor, socket } = message;
  const request = await fromIncomingMessage({ method, url, rawHeaders, httpVersionMajor, socket, [Symbol.asyncIterator]: body });
  return { request: { ...request, ...(request.sourceIp && { sourceIp: plainAddress(request.sourceIp) }) }, isWhole };
}

/** Returns an IPv4 address unchanged, even if the server listens on IPv6. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
