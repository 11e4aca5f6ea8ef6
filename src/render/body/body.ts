import { isBinaryMediaType } from '../../gateway/media-types.js';
import { decodeBase64 } from '../../http/base64.js';
import { listValueOf } from '../../http/field-values.js';
import { encodeText } from '../../http/text.js';
import type { BoundResult } from '../read/bind.js';
import type { Rendering } from '../rendering.js';

/** The body's bytes; `undefined`, and a report, when it should be base64 and is not. */
export function bodyBytes(bound: BoundResult, rendering: Rendering): Uint8Array | undefined {
  const { body } = bound;
  if (bound.isBase64Encoded && decodes(bound, rendering)) {
    const bytes = decodeBase64(body);
    if (bytes === undefined) rendering.report('base64-invalid', ['body']);
    return bytes;
  }
  const bytes = encodeText(body);
  // Text that is all ASCII has no surrogates; there is no need to look for one.
  if (bytes.length !== body.length && !isWellFormed(body)) rendering.report('body-not-well-formed', ['body']);
  return bytes;
}

// recorded: REST looks at the first type in Accept alone, and never at the response's own type. HTTP APIs and function URLs always decode.
function decodes(bound: BoundResult, { dialect, gateway, request, report }: Rendering): boolean {
  if (dialect.decodes === 'always') return true;
  const types = gateway.binaryMediaTypes ?? [];
  const accept = listValueOf(request.headers, 'accept')?.split(',', 1)[0];
  if (isBinaryMediaType(accept, types)) return true;
  const wanted = accept === undefined ? 'a request without Accept' : accept.trim();
  report(
    'base64-not-decoded',
    ['isBase64Encoded'],
    types.length === 0 ? 'the API has no binaryMediaTypes' : `no entry of binaryMediaTypes matches ${wanted}`,
    // One recording shows base64 text, one assertion a body that can be unzipped.
    types.length === 0 && isEncoded(bound) ? 'assumed' : undefined,
  );
  return false;
}

function isEncoded({ headers, lists }: BoundResult): boolean {
  return headers.some(({ key }) => key === 'content-encoding') || lists.some(({ name }) => name.toLowerCase() === 'content-encoding');
}

function isWellFormed(text: string): boolean {
  // ES2024's method, which every supported runtime has and the ES2023 library does not declare; the regular expression is seven times slower.
  const { isWellFormed: native } = text as { readonly isWellFormed?: () => boolean };
  return native === undefined ? !/\p{Surrogate}/u.test(text) : native.call(text);
}
