import { argumentError } from '../http/argument-error.js';
import { decodeBase64 } from '../http/base64.js';
import { encodeText } from '../http/text.js';
import { BodyError } from './body-error.js';
import type { EventBody, EventHeaders, EventWithBody } from './event.js';
import { header } from './header.js';
import { requireEvent } from './require-event.js';

// The one place that knows how an event carries a body. The functions return an error instead of throwing it: the accessors throw it, the
// schemas turn it into an issue.

/** Returns the body's bytes. Text is encoded as UTF-8, as it came to the gateway. */
export function readBytes(event: EventBody): Uint8Array | undefined | BodyError {
  const body = bodyOf(event);
  if (body === undefined || !event.isBase64Encoded) return body === undefined ? undefined : encodeText(body);
  const bytes = decodeBase64(body);
  if (bytes === undefined) return new BodyError('not-base64');
  // Node decodes short bodies into memory that it shares with other buffers, so the bytes are copied.
  return bytes.buffer.byteLength === bytes.length ? bytes : new Uint8Array(bytes);
}

/** Returns the body's text. Base64 is decoded by the charset of Content-Type, UTF-8 by default. A byte order mark is left out. */
export function readText(event: EventWithBody): string | undefined | BodyError {
  const body = bodyOf(event);
  if (!body || !event.isBase64Encoded) return body?.startsWith('\uFEFF') ? body.slice(1) : body;
  // Doesn't call `readBytes`, so that a bundle needs no encoder.
  const bytes = decodeBase64(body);
  if (bytes === undefined) return new BodyError('not-base64');
  const charset = charsetOf(event);
  let decoder: TextDecoder | undefined;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
    return decoder.decode(bytes);
  } catch {
    return new BodyError(decoder ? 'not-text' : 'unknown-charset', charset);
  }
}

/** Parses the text of a JSON body. A key `__proto__` is an error at any depth: code that merges the value would set a prototype with it. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return new BodyError('not-json', undefined, { cause });
  }
  return mayHavePrototypeKey(text) && PROTOTYPE_KEY.test(text) ? new BodyError('prototype-key') : value;
}

/** Returns the media type in Content-Type, in lower case and without parameters; `undefined` without one. */
export function mediaTypeOf(event: EventHeaders): string | undefined {
  const type = header(event, 'content-type');
  const end = type?.indexOf(';') ?? -1;
  return (end < 0 ? type : type?.slice(0, end))?.trim().toLowerCase() || undefined;
}

/** Returns the charset in Content-Type, in lower case; `utf-8` without one. */
export function charsetOf(event: EventHeaders): string {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header(event, 'content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
}

/** Whether text has the key as it is, or an escape of an ASCII character. Most text has neither, and this is cheaper than the RegExp. */
function mayHavePrototypeKey(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u00');
}

/**
 * A key `__proto__` in valid JSON, each character written as it is or as an escape. There, a quote without a backslash in front starts or
 * ends a string, so a match is always a whole key. The cost doesn't depend on what the client sends.
 */
const PROTOTYPE_KEY =
  /[{,\s]"(?:_|\\u005[fF]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[fF])(?:t|\\u0074)(?:o|\\u006[fF])(?:_|\\u005[fF]){2}"\s*:/;

function bodyOf(event: EventBody): string | undefined {
  requireEvent(event);
  const { body } = event;
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return undefined;
  throw argumentError(['event', 'body'], 'a string', body, 'Read the body before a middleware parses it.');
}
