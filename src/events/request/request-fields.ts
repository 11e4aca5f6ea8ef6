import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import { withoutParameters } from '../../gateway/media-types.js';
import { lastValueOf } from '../../http/field-values.js';
import { queryOf } from '../../http/percent.js';
import type { HttpRequest } from '../../http/request.js';

/** Returns the media type of the body in lower case, without parameters, or `undefined` without a Content-Type. */
export function mediaTypeOf(request: HttpRequest): string | undefined {
  const contentType = lastValueOf(request.headers, 'content-type');
  return contentType === undefined ? undefined : withoutParameters(contentType);
}

/** Returns the address that a request came from. */
export function sourceIpOf(request: HttpRequest): string {
  return request.sourceIp ?? DEFAULT_SOURCE_IP;
}

/** Returns the query of a request as a REST API splits it: at `&` and, documented [rest-query-semicolon-splits], at `;`. */
export function restQueryOf({ target }: HttpRequest): string {
  const query = queryOf(target);
  // assumed: what follows a semicolon is a parameter, too.
  return query.includes(';') ? query.replaceAll(';', '&') : query;
}
