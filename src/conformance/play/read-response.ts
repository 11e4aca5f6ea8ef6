import { lastValueOf, listValueOf } from '../../http/field-values.js';
import { readChunkedBody } from '../../http/http1-chunks.js';
import { type Cursor, readFields, readLine } from '../../http/http1-lines.js';
import { MalformedRequestError } from '../../http/malformed-request-error.js';
import type { HttpField } from '../../http/request.js';
import type { ReceivedResponse } from '../compare/compare-response.js';

const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})(?: |$)/;

/**
 * Reads an HTTP/1.1 response, as a client of `method` reads it. Interim responses such as 100 are skipped. Returns `undefined` as long as
 * bytes are missing; `isEnd` says that no more come.
 *
 * @throws {MalformedRequestError} if this is no HTTP/1.1 response.
 * @throws {Error} if its head is too large.
 */
export function readResponse(bytes: Uint8Array, method: string, isEnd: boolean): ReceivedResponse | undefined {
  try {
    return read(bytes, method, isEnd);
  } catch (error) {
    if (error instanceof MalformedRequestError && error.code === 'incomplete' && !isEnd) return undefined;
    throw error;
  }
}

/** Size of the largest head that is read, interim responses included, in bytes. */
const LARGEST_HEAD = 256 * 1024;

function read(bytes: Uint8Array, method: string, isEnd: boolean): ReceivedResponse | undefined {
  const cursor = { bytes: bytes.subarray(0, LARGEST_HEAD), at: 0 };
  const { status, headers } = readFinalHead(cursor, bytes.length);
  const hasNone = method === 'HEAD' || status === 101 || status === 204 || status === 304;
  const body = readBody({ bytes, at: cursor.at }, { status, headers, hasNone, isEnd });
  return body && { status, headers, body };
}

/** Reads the head of the response after the interim ones. */
function readFinalHead(cursor: Cursor, size: number): Pick<Head, 'status' | 'headers'> {
  try {
    for (;;) {
      const head = readHead(cursor);
      if (head.status >= 200 || head.status === 101) return head;
    }
  } catch (error) {
    const isCut = error instanceof MalformedRequestError && error.code === 'incomplete' && size > LARGEST_HEAD;
    throw isCut ? new Error(`The head of the response has more than ${LARGEST_HEAD} bytes.`) : error;
  }
}

function readHead(cursor: Cursor): Pick<Head, 'status' | 'headers'> {
  const line = readLine(cursor);
  const status = Number(STATUS_LINE.exec(line)?.[1]);
  if (Number.isNaN(status)) throw new MalformedRequestError('bad-request-line', line.slice(0, 100));
  return { status, headers: readFields(cursor) };
}

interface Head {
  readonly status: number;
  readonly headers: readonly HttpField[];
  readonly hasNone: boolean;
  readonly isEnd: boolean;
}

/** RFC 9112, section 6.3: a coding comes before a length, and without either the body ends with the connection. */
function readBody(cursor: Cursor, { headers, hasNone, isEnd }: Head): Uint8Array | undefined {
  if (hasNone) return new Uint8Array();
  if (/(?:^|,)\s*chunked$/i.test(listValueOf(headers, 'transfer-encoding') ?? '')) return readChunkedBody(cursor);
  const rest = cursor.bytes.subarray(cursor.at);
  const length = lastValueOf(headers, 'content-length');
  if (length === undefined) return isEnd ? rest : undefined;
  if (!/^\d+$/.test(length)) throw new MalformedRequestError('bad-content-length', length.slice(0, 100));
  if (rest.length >= Number(length)) return rest.subarray(0, Number(length));
  if (isEnd) throw new MalformedRequestError('incomplete', `${rest.length} of the ${length} bytes of the body`);
  return undefined;
}
