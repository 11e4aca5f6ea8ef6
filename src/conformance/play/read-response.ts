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
 */
export function readResponse(bytes: Uint8Array, method: string, isEnd: boolean): ReceivedResponse | undefined {
  try {
    return read({ bytes, at: 0 }, method, isEnd);
  } catch (error) {
    if (error instanceof MalformedRequestError && error.code === 'incomplete' && !isEnd) return undefined;
    throw error;
  }
}

function read(cursor: Cursor, method: string, isEnd: boolean): ReceivedResponse | undefined {
  const line = readLine(cursor);
  const status = Number(STATUS_LINE.exec(line)?.[1]);
  if (Number.isNaN(status)) throw new MalformedRequestError('bad-request-line', line.slice(0, 100));
  const headers = readFields(cursor);
  if (status < 200 && status !== 101) return read(cursor, method, isEnd);
  const body = readBody(cursor, {
    status,
    headers,
    hasNone: method === 'HEAD' || status === 101 || status === 204 || status === 304,
    isEnd,
  });
  return body && { status, headers, body };
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
  if (rest.length >= Number(length)) return rest.subarray(0, Number(length));
  if (isEnd) throw new MalformedRequestError('incomplete', `${rest.length} of the ${length} bytes of the body`);
  return undefined;
}
