import { decodeBase64 } from '../http/base64.js';
import { encodeText } from '../http/text.js';
import { BodyError } from './body-error.js';
import type { EventBody, RequestEvent } from './event.js';
import { header } from './header.js';

/**
 * The body's bytes, base64 decoded; `undefined` without a body.
 *
 * @throws BodyError `not-base64`.
 */
export function bodyBytes({ body, isBase64Encoded }: EventBody): Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  return isBase64Encoded ? (decodeBase64(body) ?? fail('not-base64')) : encodeText(body);
}

/**
 * The body's text, base64 decoded by the charset of Content-Type, UTF-8 by default; a byte order mark is left out. `undefined` without a
 * body.
 *
 * @throws BodyError `not-base64`, `unknown-charset`, `not-text`.
 */
export function bodyText(event: RequestEvent): string | undefined {
  const { body, isBase64Encoded } = event;
  if (body === undefined || body === null) return undefined;
  if (!isBase64Encoded) return body.replace(/^\uFEFF/, '');
  // Nothing of bodyBytes, so that a bundle needs no encoder for text.
  const bytes = decodeBase64(body) ?? fail('not-base64');
  const decoder = decoderOf(event);
  try {
    return decoder.decode(bytes);
  } catch {
    return fail('not-text');
  }
}

/**
 * The body as the value that its JSON stands for, whatever its Content-Type; `undefined` without a body. A key `__proto__` is refused
 * wherever it stands: whoever merges the value would set a prototype with it.
 *
 * @throws BodyError `not-json`, `prototype-key`, and what {@link bodyText} throws.
 */
export function bodyJson(event: RequestEvent): unknown {
  const text = bodyText(event);
  if (text === undefined) return undefined;
  const value = parsed(text);
  // The key is written as it is, or with an escape of a character below U+0100; without either there is nothing to look for.
  if ((text.includes('__proto__') || text.includes('\\u00')) && hasPrototypeKey(value)) fail('prototype-key');
  return value;
}

function decoderOf(event: RequestEvent): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header(event, 'content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return fail('unknown-charset');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('not-json');
  }
}

/** Looks with a list of its own, not by recursion: a body of a million brackets would exhaust the stack. */
function hasPrototypeKey(root: unknown): boolean {
  const values = [root];
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    for (const item of Object.values(value)) values.push(item);
  }
  return false;
}

function fail(code: BodyError['code']): never {
  throw new BodyError(code);
}
