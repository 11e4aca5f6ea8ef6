import type { IncomingMessage } from 'node:http';
import { fromIncomingMessage } from '../../http/node.js';
import type { HttpRequest } from '../../http/request.js';

/** A request as far as it was read. */
export interface ReadRequest {
  readonly request: HttpRequest;
  /** Whether all of it was read; `false`: its body is longer than was asked for, and the rest is still on the connection. */
  readonly isWhole: boolean;
}

/**
 * Reads a request.
 *
 * @param maxBody where to stop reading its body, in bytes: at the first piece that goes beyond. Default: at its end.
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

/** An IPv4 address as IPv4, also where the server listens on IPv6. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
