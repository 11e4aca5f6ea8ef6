import { withoutParameters } from '../../gateway/media-types.js';
import { lastField } from './fields.js';
import type { SentRequest } from './sent-request.js';

/** Returns the media type of the body in lower case, without parameters, or `undefined` without a Content-Type. */
export function mediaTypeOf({ fields }: SentRequest): string | undefined {
  const contentType = lastField(fields, 'content-type');
  return contentType === undefined ? undefined : withoutParameters(contentType);
}
