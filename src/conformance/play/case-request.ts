import { MAX_BODY } from '../../aws/limits.js';
import { encodeText } from '../../http/text.js';
import type { RenderCase } from '../cases/render-case.js';
import type { RequestCase } from '../cases/request-case.js';
import { fieldsOfCase } from '../cases/request-fields.js';
import { markOf } from '../stack/seen-case.js';
import { PATHS } from '../stack/stack-apis.js';
import type { RawRequest } from './send-request.js';

/** The header that names the case. The function of the stack reads it to know what to return. */
export const CASE_HEADER = 'x-conformance-case';

/** One byte more than every API accepts. */
const TOO_LARGE = MAX_BODY + 1;

/** Returns the request that makes the stack answer as a case about a result says. */
export function requestForResult(given: RenderCase, url: URL): RawRequest {
  const { method = 'GET', accept, acceptEncoding, headers } = given.request ?? {};
  const body = new Uint8Array(markOf(given).$error?.type === 'request-too-large' ? TOO_LARGE : 0);
  return {
    method: body.length > 0 ? 'POST' : method,
    target: prefixOf(url) + pathOf(given),
    headers: [
      ['Host', url.host],
      [CASE_HEADER, given.id],
      ...fieldsOfCase(headers),
      ...(markOf(given).$error?.type === 'access-denied' ? [['Authorization', 'nobody'] as const] : []),
      ...(accept == null ? [] : [['Accept', accept] as const]),
      ...(acceptEncoding == null ? [] : [['Accept-Encoding', acceptEncoding] as const]),
      ...(body.length > 0 || method === 'POST' ? [['Content-Length', `${body.length}`] as const] : []),
    ],
    body,
  };
}

function pathOf(given: RenderCase): string {
  const { $error, $stream, $streamBytes } = markOf(given);
  if ($error?.type === 'no-route') return PATHS.none;
  if ($error?.type === 'timeout') return PATHS.short;
  if ($error?.type === 'function-timeout') return PATHS.late;
  if ($error?.type === 'forbidden') return PATHS.key;
  if ($error?.type === 'unauthorized' || $error?.type === 'access-denied') return PATHS.guarded;
  return $stream === undefined && $streamBytes === undefined ? PATHS.plain : PATHS.stream;
}

/** Returns the request of a case about a request, whose path is already that of the API at a URL. */
export function requestOfCase({ id, request }: RequestCase, url: URL): RawRequest {
  const { method, path = '/', rawQuery, headers = [], bodyText, bodyBase64 } = request;
  const body = bodyBase64 === undefined ? encodeText(bodyText ?? '') : new Uint8Array(Buffer.from(bodyBase64, 'base64'));
  const has = (name: string): boolean => headers.some(([each]) => each.toLowerCase() === name);
  const isChunked = has('transfer-encoding');
  return {
    method,
    target: path + (rawQuery ? `?${rawQuery}` : ''),
    headers: [
      ...(has('host') ? [] : [['Host', url.host] as const]),
      ...headers.map(([name, value]) => [name, name.toLowerCase() === 'host' ? url.host : value] as const),
      [CASE_HEADER, id],
      ...(body.length > 0 && !has('content-length') && !isChunked ? [['Content-Length', `${body.length}`] as const] : []),
    ],
    body: isChunked ? encodeText('0\r\n\r\n') : body,
  };
}

/** Returns the path of a URL without a slash at its end. */
export function prefixOf({ pathname }: URL): string {
  return pathname.replace(/\/$/, '');
}
