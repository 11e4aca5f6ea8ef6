import { JSON_TYPE } from '../../aws/media-types.js';
import { isHttpApi } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isBinaryMediaType } from '../../gateway/media-types.js';
import { encodeBase64 } from '../../http/base64.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { mediaTypeOf } from './request-fields.js';

/** The body of an event: text, or base64 of the bytes. */
export interface EventBody {
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });
/** The types beside `text/*` that HTTP APIs and function URLs pass on as text; all others, suffix types included, become base64. */
const TEXT_TYPES: ReadonlySet<string> = new Set([JSON_TYPE, 'application/xml', 'application/javascript']);

/** The body of the event; `undefined` without one. A body of zero bytes counts as none (recorded). */
export function eventBody(request: HttpRequest, gateway: Gateway): EventBody | undefined {
  const bytes = request.body;
  if (bytes === undefined || bytes.length === 0) return undefined;
  return isBinary(request, bytes, gateway)
    ? { body: encodeBase64(bytes), isBase64Encoded: true }
    : { body: UTF8.decode(bytes), isBase64Encoded: false };
}

function isBinary(request: HttpRequest, bytes: Uint8Array, gateway: Gateway): boolean {
  if (gateway.target === 'websocket') return false;
  if (isHttpApi(gateway.target)) return !isText(mediaTypeOf(request));
  // documented: a function URL passes on a body without a Content-Type as text. assumed: only if it is UTF-8.
  if (gateway.target === 'function-url') return !isText(mediaTypeOf(request) ?? (isUtf8(bytes) ? 'text/plain' : undefined));
  // recorded: a console test does not apply the API's binary media types.
  return !gateway.testInvoke && isBinaryMediaType(lastValueOf(request.headers, 'content-type'), gateway.binaryMediaTypes ?? []);
}

// recorded for json, octet-stream, forms and no type at all; reported, after a check on AWS, for the whole list.
function isText(mediaType: string | undefined): boolean {
  return mediaType !== undefined && (mediaType.startsWith('text/') || TEXT_TYPES.has(mediaType));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    STRICT_UTF8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
