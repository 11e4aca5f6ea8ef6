import { JSON_TYPE } from '../../aws/media-types.js';
import { isBinaryMediaType } from '../../gateway/media-types.js';
import { decodeBase64, encodeBase64 } from '../../http/base64.js';
import { encodeText } from '../../http/text.js';
import type { ContentHandling } from '../integration/custom-integration.js';
import type { Received } from '../integration/received.js';

/** A body, as templates and Lambda get it. */
export type Content = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary'; readonly bytes: Uint8Array };

/** There is no base64 to decode. */
export const NOT_BASE64: unique symbol = Symbol('not base64');

/**
 * Converts the body of a request, as AWS's table says.
 *
 * @param mediaType the type of the body. `undefined` without a Content-Type.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function requestContent(
  body: Uint8Array,
  mediaType: string | undefined,
  binaryMediaTypes: readonly string[],
  handling: ContentHandling | undefined,
): Content | typeof NOT_BASE64 {
  if (isBinaryMediaType(mediaType, binaryMediaTypes)) {
    return handling === 'CONVERT_TO_TEXT' ? text(encodeBase64(body)) : { kind: 'binary', bytes: body };
  }
  return handling === 'CONVERT_TO_BINARY' ? fromBase64(decodeText(body)) : text(decodeText(body));
}

/**
 * Converts what an integration answered, as AWS's table says. The output of a function is JSON.
 *
 * @param accept the first type that the client accepts. `undefined` without an Accept header.
 */
export function responseContent(
  { payload, bytes = encodeText(payload), mediaType = JSON_TYPE }: Received,
  accept: string | undefined,
  binaryMediaTypes: readonly string[],
  handling: ContentHandling | undefined,
): Content | typeof NOT_BASE64 {
  const isBinary = isBinaryMediaType(mediaType, binaryMediaTypes);
  const toText = handling === 'CONVERT_TO_TEXT' || (handling === undefined && !isBinaryMediaType(accept, binaryMediaTypes));
  if (isBinary) return toText ? text(encodeBase64(bytes)) : { kind: 'binary', bytes };
  return toText ? text(payload) : fromBase64(payload);
}

function text(content: string): Content {
  return { kind: 'text', text: content };
}

// assumed: as commons-codec does, characters outside of the alphabet are ignored, such as the quotes of a JSON string.
function fromBase64(encoded: string): Content | typeof NOT_BASE64 {
  const digits = encoded
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  const bytes = decodeBase64(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
  return bytes === undefined || (bytes.length === 0 && encoded !== '') ? NOT_BASE64 : { kind: 'binary', bytes };
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The text that a template reads. `undefined` for bytes that aren't UTF-8. */
export function templateText(content: Content): string | undefined {
  if (content.kind === 'text') return content.text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes);
  } catch {
    return undefined;
  }
}

/** The bytes that are sent. Half of a surrogate pair becomes a question mark, as in Java. */
export function contentBytes(content: Content): Uint8Array {
  if (content.kind === 'binary') return content.bytes;
  return encodeText(replaceSurrogates(content.text));
}

/** As {@link contentBytes}, as text. */
export function contentText(content: Content): string {
  return content.kind === 'binary' ? decodeText(content.bytes) : replaceSurrogates(content.text);
}

function replaceSurrogates(given: string): string {
  return given.replace(/\p{Surrogate}/gu, '?');
}
