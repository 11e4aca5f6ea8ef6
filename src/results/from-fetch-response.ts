import { BYTES_TYPE } from '../aws/media-types.js';
import type { Target } from '../aws/target.js';
import { isTypeOfBytes, withoutParameters } from '../gateway/media-types.js';
import { argumentError } from '../http/argument-error.js';
import { encodeBase64 } from '../http/base64.js';
import { checkTarget } from './carriers.js';
import { type FieldValues, gatherFields } from './fields.js';
import { type Content, project } from './project.js';
import type { Result } from './result.js';

/** Fields about the connection that carries the body. The gateway uses another connection. */
const FRAMING: ReadonlySet<string> = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

/**
 * Returns the result that makes a gateway send a Fetch `Response`, so that you can write handlers with the platform's classes. Reads the
 * response's body.
 *
 * Every Set-Cookie stays a separate line. A body that is UTF-8 text stays text, unless it has a binary type such as
 * `image/png` or a Content-Encoding. Every other body becomes base64. A REST API decodes base64 only if its `binaryMediaTypes` match the first
 * type in the request's Accept header.
 *
 * @param response the response. Its body is read.
 * @param target the target that gets the result.
 * @throws TypeError if the body has been read before or is being read, if the value isn't a Response, or if the target does not exist.
 * @throws RangeError for a status outside 200 to 599, as `Response.error()` has.
 * @example
 * ```ts
 * import { fromFetchResponse } from 'apigw-proxy';
 *
 * const response = Response.json({ ok: true }, { headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2']] });
 * console.log(await fromFetchResponse(response, 'http-2.0'));
 * // => { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: ['a=1', 'b=2'], body: '{"ok":true}' }
 * ```
 */
export async function fromFetchResponse<T extends Exclude<Target, 'websocket'>>(response: Response, target: T): Promise<Result<T>> {
  checkTarget(target);
  return projectResponse(requireResponse(response), target);
}

/** Returns a response as a result, if its body can be read. */
export async function projectResponse<T extends Exclude<Target, 'websocket'>>(response: Response, target: T): Promise<Result<T>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return project(target, contentOf(bytes, response.headers), fieldsOfResponse(response), response.status);
}

/**
 * Returns a response if its body can be read. A Blob and a Request have bodies, too, but no status.
 *
 * @throws TypeError if it has been read before or is being read, or if the value isn't a response.
 */
export function requireResponse(response: Response | undefined, fix?: string): Response {
  const isReadable = typeof response?.arrayBuffer === 'function' && !response.bodyUsed && !response.body?.locked;
  if (isReadable && typeof response.headers?.get === 'function' && 'status' in response) return response;
  throw argumentError(['response'], 'a Response whose body has not been read', response, fix);
}

/**
 * Gathers the headers of a response, without those about its connection.
 *
 * @throws TypeError for a value that could split the response.
 */
export function fieldsOfResponse({ headers }: Response): Map<string, FieldValues> {
  return gatherFields([...headers].filter(([name]) => !FRAMING.has(name)));
}

function contentOf(bytes: Uint8Array, headers: Headers): Content {
  const text = isTextual(headers) ? decode(bytes) : undefined;
  return text === undefined ? { body: encodeBase64(bytes), isBase64Encoded: true, type: undefined } : { body: text, type: undefined };
}

// A body with a Content-Encoding is never text. reported [fetch-yaml-rest]: no list has every textual type, so UTF-8 stays text unless its
// type is known to be binary. A REST API without `binaryMediaTypes` would send base64 as it is.
function isTextual(headers: Headers): boolean {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const type = headers.get('content-type') ?? '';
  return encoding.toLowerCase() === 'identity' && !isTypeOfBytes(type) && withoutParameters(type) !== BYTES_TYPE;
}

/** Returns the text whose UTF-8 is exactly these bytes; `undefined` if there is none. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
