import { decodeBase64 } from '../http/base64.js';
import { encodeText } from '../http/text.js';

/** What a body schema reads of an event: every event with a body has it, whatever its payload format. */
export interface EventWithBody {
  /** The body: text, or base64 when `isBase64Encoded`. Absent or `null` without a body. */
  body?: string | null;
  /** Whether `body` is base64. */
  isBase64Encoded: boolean;
  /** Where Content-Type is looked for, in any spelling. A message of a WebSocket API has none. */
  headers?: { [name: string]: string | undefined } | null;
}

/** Which bodies are read: those of a Content-Type that the pattern matches, and those without one. */
export interface Accepted {
  readonly mediaType: RegExp;
  /** The types in words, for the message of a refusal. */
  readonly expected: string;
}

/** A body that was read, `undefined` where the event has none; or what stands in the way, and where. */
export type Reading<T> = { readonly value: T | undefined } | Refusal;

/** Why a body cannot be read. */
export interface Refusal {
  readonly expected: string;
  readonly path: readonly (string | number)[];
}

/** The body's bytes: text is encoded as UTF-8, as it came to the gateway. */
export function readBytes({ body, isBase64Encoded }: EventWithBody): Reading<Uint8Array> {
  if (typeof body !== 'string') return { value: undefined };
  if (!isBase64Encoded) return { value: encodeText(body) };
  const bytes = decodeBase64(body);
  // A copy owns its memory: Node decodes short texts into a pool that others share.
  return bytes ? { value: new Uint8Array(bytes) } : { expected: 'base64', path: ['body'] };
}

/** The body's text: base64 is decoded by the charset of Content-Type, UTF-8 by default; a byte order mark is left out. */
export function readText(event: EventWithBody, accepted?: Accepted): Reading<string> {
  if (typeof event.body !== 'string') return { value: undefined };
  const type = contentType(event);
  if (accepted && type.mediaType !== undefined && !accepted.mediaType.test(type.mediaType)) {
    return { expected: `content type ${accepted.expected}, received ${type.mediaType}`, path: type.path };
  }
  if (!event.isBase64Encoded) return { value: event.body.replace(/^\uFEFF/, '') };
  const bytes = decodeBase64(event.body);
  return bytes ? decoded(bytes, type) : { expected: 'base64', path: ['body'] };
}

function decoded(bytes: Uint8Array, { charset, path }: ContentType): Reading<string> {
  const decoder = decoderOf(charset);
  if (!decoder) return { expected: `a known charset, received ${charset}`, path };
  try {
    return { value: decoder.decode(bytes) };
  } catch {
    return { expected: `text in ${charset}`, path: ['body'] };
  }
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

interface ContentType {
  readonly mediaType: string | undefined;
  readonly charset: string;
  readonly path: readonly string[];
}

function contentType({ headers }: EventWithBody): ContentType {
  const name = Object.keys(headers ?? {}).find((header) => header.toLowerCase() === 'content-type') ?? 'content-type';
  const value = headers?.[name];
  return {
    mediaType: value?.split(';', 1)[0]?.trim().toLowerCase() || undefined,
    charset: /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(value ?? '')?.[1]?.toLowerCase() ?? 'utf-8',
    path: ['headers', name],
  };
}
