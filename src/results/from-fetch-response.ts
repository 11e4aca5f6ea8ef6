import type { Target } from '../aws/target.js';
import { encodeBase64 } from '../http/base64.js';
import { type Content, project } from './project.js';
import type { Result } from './result.js';

/** Fields that say how one connection carries the body; the gateway's connection is another. */
const FRAMING: ReadonlySet<string> = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

/** Media types whose bodies are text: `text/…`, JSON, XML, forms, scripts, and what is built on them. */
const TEXTUAL = /^(?:text\/|application\/(?:json|xml|javascript|graphql|x-www-form-urlencoded|[\w.-]*\+(?:json|xml))\b|image\/svg\+xml)/i;

/**
 * The result that makes a gateway send a Fetch `Response`, so that a handler may be written with the platform's classes. Its body is used
 * up. Every Set-Cookie stays a line of its own; a body that is text stays text, any other becomes base64 (a REST API decodes that only
 * where its `binaryMediaTypes` has the first type in Accept).
 *
 * @param target whose payload format the result has.
 * @throws RangeError for a status outside 200 to 599: `Response.error()` is nothing that could be sent.
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
  const bytes = new Uint8Array(await response.arrayBuffer());
  const fields = [...response.headers].filter(([name]) => !FRAMING.has(name));
  return project(target, contentOf(bytes, response.headers), { status: response.status, headers: fields }, response.status);
}

function contentOf(bytes: Uint8Array, headers: Headers): Content {
  const text = isTextual(headers) ? decoded(bytes) : undefined;
  return text === undefined ? { body: encodeBase64(bytes), isBase64Encoded: true, type: undefined } : { body: text, type: undefined };
}

// What is encoded is no text, whatever its type; of what has no type, the bytes decide.
function isTextual(headers: Headers): boolean {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const type = headers.get('content-type');
  return encoding.toLowerCase() === 'identity' && (type === null || TEXTUAL.test(type));
}

/** The text whose UTF-8 is exactly these bytes; `undefined` when there is none. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
