import type { IncomingMessage } from 'node:http';
import { pairFields } from '../../http/node.js';
import { checkRequestHead } from '../../http/request-head.js';

/**
 * Returns whether a request breaks RFC 9112 in a way that Node's parser accepts, such as HTTP/0.9 or two Host headers.
 *
 * The rules are the same as in `fromHttp1Bytes`.
 */
export function isMalformed({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): boolean {
  try {
    checkRequestHead({ method, target: url, version: httpVersion, headers: pairFields(rawHeaders) });
    return false;
  } catch {
    return true;
  }
}
