import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import { withoutParameters } from '../../gateway/media-types.js';
import type { HttpRequest } from '../../http/request.js';

/** The last value of a header, its name given in lower case; `undefined` when it was not sent. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  for (let index = request.headers.length - 1; index >= 0; index -= 1) {
    const field = request.headers[index];
    // Most names differ in length, which is cheaper to see than the lower case of each.
    if (field?.[0].length === name.length && field[0].toLowerCase() === name) return field[1];
  }
  return undefined;
}

/** All values of a header in order, its name given in lower case. */
export function valuesOf(request: HttpRequest, name: string): string[] {
  const values: string[] = [];
  for (const [given, value] of request.headers) if (given.length === name.length && given.toLowerCase() === name) values.push(value);
  return values;
}

/** The media type of a request's body in lower case, without parameters; `undefined` without a Content-Type. */
export function mediaTypeOf(request: HttpRequest): string | undefined {
  const contentType = headerOf(request, 'content-type');
  return contentType === undefined ? undefined : withoutParameters(contentType);
}

/** The address that a request came from. */
export function sourceIpOf(request: HttpRequest): string {
  return request.sourceIp ?? DEFAULT_SOURCE_IP;
}
