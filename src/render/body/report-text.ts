import { BYTES_TYPE } from '../../aws/media-types.js';
import { isTypeOfBytes, withoutParameters } from '../../gateway/media-types.js';
import { shorten } from '../../http/describe-value.js';
import { memoize } from '../../http/memoize.js';
import type { BoundResult } from '../read/bind.js';
import type { Reading } from '../rendering.js';

/** Reports a body that is sent as text although its headers say that it is bytes. */
export function reportText(bound: BoundResult, { report }: Reading): void {
  if (bound.isBase64Encoded || bound.body === '') return;
  const coding = valueIn(bound, 'content-encoding');
  if (coding !== undefined && coding.toLowerCase() !== 'identity') report('encoding-over-text', ['body'], shorten(coding));
  const type = valueIn(bound, 'content-type');
  // reported [binary-as-utf8]
  if (type !== undefined && isBytes(type, bound.body)) report('binary-as-text', ['body'], shorten(type));
}

// Text can have the type octet-stream, too. But a U+FFFD in it shows that bytes were decoded as text.
function isBytes(type: string, body: string): boolean {
  const kind = kindOf(type);
  return kind === 'bytes' || (kind === 'any' && body.includes('\uFFFD'));
}

/** What a body of a media type is. The same few types come again and again. */
const kindOf: (type: string) => 'bytes' | 'any' | 'text' = memoize((type) => {
  if (isTypeOfBytes(type)) return 'bytes';
  return withoutParameters(type) === BYTES_TYPE ? 'any' : 'text';
}, 100);

/** Returns the first value of a header in a result. */
function valueIn({ headers, lists }: BoundResult, key: string): string | undefined {
  for (const line of headers) if (line.key === key) return line.value ?? undefined;
  for (const { lines } of lists) for (const line of lines) if (line.key === key) return line.value ?? undefined;
  return undefined;
}
