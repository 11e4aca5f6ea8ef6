import { BYTES_TYPE } from '../../aws/media-types.js';
import { isTypeOfBytes, withoutParameters } from '../../gateway/media-types.js';
import { shorten } from '../../http/describe-value.js';
import type { BoundResult } from '../read/bind.js';
import type { HeaderLine } from '../read/bind-headers.js';
import type { Reading } from '../rendering.js';

/** Reports a body that is sent as text although its headers say that it is bytes. */
export function reportText(bound: BoundResult, { report }: Reading): void {
  if (bound.isBase64Encoded || bound.body === '') return;
  const coding = valueIn(bound, 'content-encoding');
  if (coding !== undefined && coding.trim().toLowerCase() !== 'identity') report('encoding-over-text', ['body'], shorten(coding));
  const type = valueIn(bound, 'content-type');
  // reported [binary-as-utf8]
  if (type !== undefined && isBytes(type, bound.body)) report('binary-as-text', ['body'], shorten(type));
}

// Text can have the type octet-stream, too. But a U+FFFD in it shows that bytes were decoded as text.
function isBytes(type: string, body: string): boolean {
  return isTypeOfBytes(type) || (withoutParameters(type) === BYTES_TYPE && body.includes('\uFFFD'));
}

/** Returns the first value of a header in a result. */
function valueIn({ headers, lists }: BoundResult, key: string): string | undefined {
  const isMeant = (line: HeaderLine): boolean => line.key === key;
  const line = headers.find(isMeant) ?? lists.flatMap((list) => list.lines).find(isMeant);
  return line?.value ?? undefined;
}
