import { JSON_TYPE } from '../../aws/media-types.js';
import { isHttpApi } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isBinaryMediaType } from '../../gateway/media-types.js';
import { encodeBase64 } from '../../http/base64.js';
import { encodeText } from '../../http/text.js';
import { lastField } from './fields.js';
import { inflateBody } from './inflate-body.js';
import { mediaTypeOf } from './request-fields.js';
import type { ResolvedRequest } from './resolved-request.js';
import type { SentRequest } from './sent-request.js';

/** The body of an event: text, or the bytes as base64. */
export interface EventBody {
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Types other than `text/*` that HTTP APIs and function URLs send as text. All others become base64, including `application/vnd.api+json`.
 */
const TEXT_TYPES: ReadonlySet<string> = new Set([JSON_TYPE, 'application/xml', 'application/javascript']);

/**
 * Returns the body of the event, or `undefined` without one. recorded [rest-simple-dotnet, http2-simple-dotnet]: an empty body counts as
 * none.
 *
 * @throws GatewayError as {@link inflateBody} does.
 */
export function eventBody({ request, gateway }: ResolvedRequest): EventBody | undefined {
  const body = gateway.target === 'rest' ? inflateBody(request, gateway) : request.body;
  if (body === undefined || body.length === 0) return undefined;
  if (isBinary(request, body, gateway))
    return { body: encodeBase64(typeof body === 'string' ? encodeText(body) : body), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : UTF8.decode(body), isBase64Encoded: false };
}

/** Whether the event has the body as base64. */
export function isBinary(request: SentRequest, body: string | Uint8Array, gateway: Gateway): boolean {
  if (gateway.target === 'websocket') return false;
  if (isHttpApi(gateway.target)) return !isText(mediaTypeOf(request));
  // documented: a function URL sends a body without a Content-Type as text. assumed: only if it is UTF-8.
  if (gateway.target === 'function-url') return !isText(mediaTypeOf(request) ?? (isUtf8(body) ? 'text/plain' : undefined));
  // assumed: a console test ignores the API's binary media types.
  return !gateway.testInvoke && isBinaryMediaType(lastField(request.fields, 'content-type'), gateway.binaryMediaTypes ?? []);
}

// recorded [http2-duplicate-header-query-cookie, http2-body-octet, http2-body-missing, furl-form-body]: JSON is text; bytes, forms and
// bodies without a type are base64. reported [http2-body-text-html-charset, http2-body-xml, http2-body-javascript]: the other text types.
function isText(mediaType: string | undefined): boolean {
  return mediaType !== undefined && (mediaType.startsWith('text/') || TEXT_TYPES.has(mediaType));
}

/** Whether a body is UTF-8. */
export function isUtf8(body: string | Uint8Array): boolean {
  if (typeof body === 'string') return true;
  try {
    STRICT_UTF8.decode(body);
    return true;
  } catch {
    return false;
  }
}
