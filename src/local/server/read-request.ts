import type { IncomingMessage } from 'node:http';
import { pairFields } from '../../http/node.js';
import type { HttpRequest } from '../../http/request.js';
import { concatBytes } from '../../http/text.js';

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
export function readRequest(message: IncomingMessage, maxBody: number = Number.POSITIVE_INFINITY): ReadRequest | Promise<ReadRequest> {
  return hasBody(message) ? readWithBody(message, maxBody) : { request: headOf(message), isWhole: true };
}

/** Whether a request has a body. RFC 9112, section 6.3: only these two headers announce one. */
function hasBody({ rawHeaders }: IncomingMessage): boolean {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const isFraming = name.length === CONTENT_LENGTH.length || name.length === TRANSFER_ENCODING.length;
    if (!isFraming) continue;
    const key = name.toLowerCase();
    if (key === TRANSFER_ENCODING || (key === CONTENT_LENGTH && rawHeaders[index + 1] !== '0')) return true;
  }
  return false;
}

const CONTENT_LENGTH = 'content-length';
const TRANSFER_ENCODING = 'transfer-encoding';

/** Reads everything but the body. */
function headOf({ method = 'GET', url = '/', rawHeaders, httpVersionMajor, socket }: IncomingMessage): HttpRequest {
  const address = socket.remoteAddress;
  return {
    method,
    target: url,
    headers: pairFields(rawHeaders),
    ...(address !== undefined && { sourceIp: plainAddress(address) }),
    httpVersion: httpVersionMajor >= 2 ? '2' : '1.1',
  };
}

async function readWithBody(message: IncomingMessage, maxBody: number): Promise<ReadRequest> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Without this option, stopping early would close the connection, and nobody could answer.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    const bytes: Uint8Array = chunk;
    parts.push(bytes);
    length += bytes.length;
    if (length > maxBody) break;
  }
  const request = headOf(message);
  return { request: length > 0 ? { ...request, body: concatBytes(parts) } : request, isWhole: length <= maxBody };
}

/** Returns an IPv4 address unchanged, even if the server listens on IPv6. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}
