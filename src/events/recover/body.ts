import type { Target } from '../../aws/target.js';
import { withoutParameters } from '../../gateway/media-types.js';
import { decodeBase64 } from '../../http/base64.js';
import { byteLength, encodeText, wellFormed } from '../../http/text.js';
import type { EventInit } from '../build/event-init.js';
import { type Fields, stringOf } from './fields.js';

/** What the body of an event shows. */
export interface RecoveredBody {
  readonly options: Pick<EventInit, 'body' | 'binaryMediaTypes'>;
  /** The number of bytes, in digits. */
  readonly length: string;
}

const NONE: RecoveredBody = { options: {}, length: '0' };

/** Finds out which body the client sent. */
export function recoverBody(event: Fields, target: Target, contentType: string | undefined): RecoveredBody {
  const body = stringOf(event['body']);
  if (!body) return NONE;
  if (event['isBase64Encoded'] !== true) {
    // Without a Content-Type, a builder adds one to text, and not to bytes.
    const isText = contentType !== undefined || target === 'websocket';
    return { options: { body: isText ? body : encodeText(body) }, length: String(byteLength(wellFormed(body))) };
  }
  const bytes = decodeBase64(body);
  if (bytes === undefined) return NONE;
  const binary = target === 'rest' && { binaryMediaTypes: [withoutParameters(contentType ?? '') || '*/*'] };
  return { options: { body: bytes, ...binary }, length: String(bytes.length) };
}
