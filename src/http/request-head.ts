import { describeValue } from './describe-value.js';
import { allValuesOf } from './field-values.js';
import { isKnownMethod } from './http-methods.js';
import { MalformedRequestError } from './malformed-request-error.js';
import type { HttpField } from './request.js';

/** The head of a request: request line and headers. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  /** The digits of the version: `1.1` in `HTTP/1.1`. */
  readonly version: string;
  readonly headers: readonly HttpField[];
}

/** Where the body of a request ends: after the last chunk, or after this number of bytes. */
export type RequestFraming = 'chunked' | number;

/** RFC 9112, section 3.2.1. Characters such as `|` and `"` are allowed although a URI must escape them, because clients send them. */
const ORIGIN_FORM = /^\/[!"$-~]*$/;

/** RFC 9112, section 3.2.2. User names are not allowed (RFC 9110, section 4.2.4). */
const ABSOLUTE_FORM = /^[A-Za-z]+:\/\/(?:\[[\w.:]+\]|[\w.~!$&'()*+,;=%-]+)(?::\d*)?(?:[/?][!"$-~]*)?$/;

/** RFC 9112, section 3.2: Host = uri-host [ ":" port ]. It can be empty. */
const HOST = /^(?:\[[\w.:]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/;

const DIGITS = /^\d+$/;

/**
 * Checks the head of a request and returns where the body ends.
 *
 * @throws {MalformedRequestError} if the head breaks RFC 9112, or if servers could disagree about the host or the end of the body.
 */
export function checkRequestHead({ method, target, version, headers }: RequestHead): RequestFraming {
  if (version !== '1.1' && version !== '1.0') throw new MalformedRequestError('bad-version', describeValue(`HTTP/${version}`));
  if (!isKnownMethod(method)) throw new MalformedRequestError('unknown-method', describeValue(method));
  if (!isTarget(target, method)) throw new MalformedRequestError('bad-target', describeValue(target));
  checkHost(allValuesOf(headers, 'host'), version);
  return readFraming(allValuesOf(headers, 'content-length'), allValuesOf(headers, 'transfer-encoding'), version);
}

function isTarget(target: string, method: string): boolean {
  return ORIGIN_FORM.test(target) || ABSOLUTE_FORM.test(target) || (target === '*' && method === 'OPTIONS');
}

function checkHost([host, second]: readonly string[], version: string): void {
  if (second !== undefined) throw new MalformedRequestError('repeated-host', `${describeValue(host)} and ${describeValue(second)}`);
  if (host === undefined && version === '1.1') throw new MalformedRequestError('missing-host', 'none');
  if (host !== undefined && !HOST.test(host)) throw new MalformedRequestError('bad-host', describeValue(host));
}

/** RFC 9112, sections 6.1 and 6.3. */
function readFraming(
  [length, secondLength]: readonly string[],
  [coding, secondCoding]: readonly string[],
  version: string,
): RequestFraming {
  if (coding === undefined) return readLength(length, secondLength);
  if (length !== undefined) throw new MalformedRequestError('length-and-chunks', `${describeValue(length)} and ${describeValue(coding)}`);
  if (version === '1.0') throw new MalformedRequestError('old-transfer-encoding', describeValue(coding));
  if (secondCoding !== undefined) {
    throw new MalformedRequestError('repeated-transfer-encoding', `${describeValue(coding)} and ${describeValue(secondCoding)}`);
  }
  if (coding.toLowerCase() !== 'chunked') throw new MalformedRequestError('bad-transfer-encoding', describeValue(coding));
  return 'chunked';
}

/** RFC 9110, section 8.6: servers can reject two equal lengths, and node:http does. */
function readLength(value: string | undefined, second: string | undefined): number {
  if (value === undefined) return 0;
  if (second !== undefined) {
    throw new MalformedRequestError('repeated-content-length', `${describeValue(value)} and ${describeValue(second)}`);
  }
  const length = DIGITS.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(length)) throw new MalformedRequestError('bad-content-length', describeValue(value));
  return length;
}
