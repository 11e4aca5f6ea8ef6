import type { IncomingMessage } from 'node:http';
import { pairFields } from '../../http/node.js';
import { checkRequestHead } from '../../http/request-head.js';

/**
 * Returns whether the head of a request breaks RFC 9112, or has two readings, although Node's parser has accepted it: HTTP/0.9, two Host
 * headers, two Transfer-Encodings. The rules are those of `fromHttp1Bytes`.
 */
export function isMalformed({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): boolean {
  try {
    checkRequestHead({ method, target: url, version: httpVersion, headers: pairFields(rawHeaders) });
    return false;
  } catch {
    return true;
  }
}
