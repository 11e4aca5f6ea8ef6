import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';

/** Returns whether a browser sends a request to ask what another origin may do: a CORS preflight request. */
export function isPreflight({ method, headers }: HttpRequest): boolean {
  return (
    method === 'OPTIONS' &&
    lastValueOf(headers, 'origin') !== undefined &&
    lastValueOf(headers, 'access-control-request-method') !== undefined
  );
}
