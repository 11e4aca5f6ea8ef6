import type { IncomingMessage } from 'node:http';
import type { HttpRequest } from '../../http/request.js';
import { checkRequestHead } from '../../http/request-head.js';

/**
 * Returns whether a request breaks RFC 9112 in a way that Node's parser accepts, such as HTTP/0.9 or two Host headers.
 *
 * The rules are the same as in `fromHttp1Bytes`.
 */
export function isMalformed({ httpVersion }: IncomingMessage, { method, target, headers }: HttpRequest): boolean {
  try {
    checkRequestHead({ method, target, version: httpVersion, headers });
    return false;
  } catch {
    return true;
  }
}
