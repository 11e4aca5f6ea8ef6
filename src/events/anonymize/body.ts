import { withoutParameters } from '../../gateway/media-types.js';
import { decodeBase64, encodeBase64 } from '../../http/base64.js';
import { encodeText } from '../../http/text.js';
import { queryText, type Scope } from './texts.js';
import { anonymizeValue } from './values.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Anonymizes a body: the values of JSON and of a form, and not their names; every word of other text. Bytes become as many zeros.
 *
 * @param contentType the Content-Type of the request; `undefined` without one.
 */
export function anonymizeBody(body: string, isBase64Encoded: boolean, contentType: string | undefined, scope: Scope): string {
  if (!isBase64Encoded) return anonymizeContent(body, contentType, scope);
  const bytes = decodeBase64(body);
  if (bytes === undefined) return scope.replace(body);
  const text = decode(bytes);
  return encodeBase64(text === undefined ? new Uint8Array(bytes.length) : encodeText(anonymizeContent(text, contentType, scope)));
}

function anonymizeContent(text: string, contentType: string | undefined, scope: Scope): string {
  if (contentType !== undefined && withoutParameters(contentType) === 'application/x-www-form-urlencoded') return queryText(text, scope);
  try {
    return JSON.stringify(anonymizeValue(JSON.parse(text), 'words', scope));
  } catch {
    return scope.replace(text);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
