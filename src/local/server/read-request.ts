import type { IncomingMessage } from 'node:http';
import { lastValueOf } from '../../http/field-values.js';
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
 * Reads the body of a request.
 *
 * @param head the rest of the request.
 * @param maxBody how much of the body to read, in bytes; the last piece may go beyond.
 */
export function readRequest(message: IncomingMessage, head: HttpRequest, maxBody: number): ReadRequest | Promise<ReadRequest> {
  return hasBody(head) ? readWithBody(message, head, maxBody) : { request: head, isWhole: true };
}

/** Whether a request has a body. RFC 9112, section 6.3: only these two headers announce one. */
function hasBody({ headers }: HttpRequest): boolean {
  return lastValueOf(headers, 'transfer-encoding') !== undefined || (lastValueOf(headers, 'content-length') ?? '0') !== '0';
}

/** Reads everything but the body. */
export function readHead({ method = 'GET', url = '/', rawHeaders, httpVersionMajor, socket }: IncomingMessage): HttpRequest {
  const { remoteAddress } = socket;
  const headers = pairFields(rawHeaders);
  const httpVersion = httpVersionMajor >= 2 ? '2' : '1.1';
  if (remoteAddress === undefined) return { method, target: url, headers, httpVersion };
  return { method, target: url, headers, sourceIp: plainAddress(remoteAddress), httpVersion };
}

async function readWithBody(message: IncomingMessage, head: HttpRequest, maxBody: number): Promise<ReadRequest> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Without this option, stopping early would close the connection, and nobody could answer.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    const bytes: Uint8Array = chunk;
    parts.push(bytes);
    length += bytes.length;
    if (length > maxBody) break;
  }
  return { request: length > 0 ? { body: concatBytes(parts), ...head } : head, isWhole: length <= maxBody };
}

/** Returns an IPv4 address unchanged, even if the server listens on IPv6. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}
