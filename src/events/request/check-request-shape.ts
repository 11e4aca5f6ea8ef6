import { checkHeaders } from '../../gateway/check-headers.js';
import { checkShapes, invalidOption, type Shapes } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import { CLIENT_CERT } from '../../gateway/setting-shapes.js';
import { isBytes, isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';

const SHAPES: Shapes = {
  method: { is: 'name', example: "a method such as 'GET'" },
  target: { is: 'string', example: "path and query such as '/users/1?full=true'" },
  sourceIp: { is: 'string', example: "an address such as '203.0.113.1'" },
  httpVersion: { oneOf: ['1.1', '2'] },
  clientCert: CLIENT_CERT,
};

/**
 * Checks that a request has the parts of an `HttpRequest`, each of the right type. The compiler does the same for TypeScript.
 *
 * @throws GatewayError `invalid-option` or `missing-option`.
 */
export function checkRequestShape(request: HttpRequest): void {
  if (!isObject(request)) throw invalidOption(['request'], 'an object', request, "Pass { method: 'GET', target: '/', headers: [] }.");
  const { method, target, headers, body } = request;
  if (method === undefined || target === undefined || headers === undefined) throw missingPart(request);
  checkShapes(request, SHAPES, []);
  checkHeaders(headers);
  if (body !== undefined && !isBytes(body)) {
    throw invalidOption(['body'], 'a Uint8Array', body, 'Pass bytes, such as new TextEncoder().encode(text), or leave `body` out.');
  }
}

function missingPart(request: object): GatewayError {
  const part = (['method', 'target', 'headers'] as const).find((name) => !(name in request)) ?? 'target';
  const isFetch = part === 'target' && 'url' in request;
  const fix = isFetch
    ? 'For a Fetch `Request`, pass `await fromFetchRequest(request)`.'
    : "Pass { method: 'GET', target: '/', headers: [] }.";
  return new GatewayError('missing-option', [part], `\`${part}\` of the request is missing.`, fix);
}
