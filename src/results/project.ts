import type { Target } from '../aws/target.js';
import { argumentError } from '../http/argument-error.js';
import { CARRIERS } from './carriers.js';
import type { FieldValues } from './fields.js';
import type { Payload1Result, Payload2Result, Result } from './result.js';

/** The content of a result. */
export interface Content {
  /** The body as text, or as base64 if {@link isBase64Encoded} is true. */
  readonly body: string;
  readonly isBase64Encoded?: true;
  /** Its media type. `undefined` for none. */
  readonly type: string | undefined;
}

/**
 * Puts content into the payload format of a target.
 *
 * @param fields the headers, see {@link gatherFields}.
 * @param method the request's method. Default: one whose response has a body.
 * @throws RangeError for a status outside 200 to 599.
 */
export function project<T extends Target>(
  target: T,
  content: Content,
  fields: Map<string, FieldValues>,
  status: number,
  method?: string,
): Result<T> {
  checkStatus(status);
  // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no content. Section 9.3.2: a response to HEAD has the headers of one to GET.
  const hasContent = status !== 204 && status !== 205 && status !== 304;
  // documented: a WebSocket frame has no headers.
  const type = hasContent && target !== 'websocket' ? content.type : undefined;
  if (type !== undefined && !fields.has('content-type')) fields.set('content-type', ['Content-Type', [type]]);
  const body = hasContent && method !== 'HEAD' ? content.body : '';
  const isBase64Encoded = body !== '' && content.isBase64Encoded;
  const result: Payload1Result | Payload2Result = {
    statusCode: status,
    ...CARRIERS[target](fields),
    body,
    ...(isBase64Encoded && { isBase64Encoded }),
  };
  return result as Result<T>; // the target's carrier makes the target's format
}

/**
 * Checks the status of a response. documented: a function's final status is 200 to 599.
 *
 * @throws RangeError for any other status.
 */
export function checkStatus(status: number): void {
  if (Number.isInteger(status) && status >= 200 && status <= 599) return;
  throw argumentError(['status'], 'an integer from 200 to 599', status, undefined, RangeError);
}
