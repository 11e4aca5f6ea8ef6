import type { CorsConfiguration } from '../../gateway/cors.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isAsciiFieldValue } from '../../http/field-syntax.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { RenderTarget } from '../types.js';

/** Headers that a CORS configuration takes over, in lower case. */
export const CORS_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
]);

/** The CORS configuration in force; `undefined` without one and on REST, which has no such setting. */
export function corsOf(gateway: Gateway<RenderTarget>): CorsConfiguration | undefined {
  const { cors } = gateway;
  return cors == null || gateway.target === 'rest' || Object.keys(cors).length === 0 ? undefined : cors;
}

/** Whether a request asks, ahead of another, whether that one is allowed. */
export function isPreflight(request: HttpRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    lastValueOf(request.headers, 'origin') !== undefined &&
    lastValueOf(request.headers, 'access-control-request-method') !== undefined
  );
}

/** The CORS fields of an ordinary response. */
export function corsFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const allowed = originFields(cors, request);
  if (allowed.length === 0) return [];
  return [...allowed, ...listField('Access-Control-Expose-Headers', cors.exposeHeaders)];
}

/** The CORS fields of the answer to a preflight request. */
export function preflightFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const allowed = originFields(cors, request);
  if (allowed.length === 0) return [];
  return [
    ...allowed,
    ...listField('Access-Control-Allow-Methods', cors.allowMethods),
    ...listField('Access-Control-Allow-Headers', cors.allowHeaders),
    ...(cors.maxAge === undefined ? [] : [['Access-Control-Max-Age', `${cors.maxAge}`] as const]),
  ];
}

// documented: CORS fields are only sent to a request with an Origin, and only for an origin that is configured.
function originFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const origin = lastValueOf(request.headers, 'origin');
  if (origin === undefined || !isAsciiFieldValue(origin)) return [];
  const entry = cors.allowOrigins?.find((allowed) => matchesOrigin(allowed, origin));
  if (entry === undefined) return [];
  const credentials: readonly HttpField[] = cors.allowCredentials === true ? [['Access-Control-Allow-Credentials', 'true']] : [];
  if (entry === '*') return [['Access-Control-Allow-Origin', '*'], ...credentials];
  // reported: where the answer depends on the origin, it says so.
  return [['Access-Control-Allow-Origin', origin], ['Vary', 'origin'], ...credentials];
}

function matchesOrigin(allowed: string, origin: string): boolean {
  if (allowed === 'https://*' || allowed === 'http://*') return origin.startsWith(allowed.slice(0, -1));
  return allowed === '*' || allowed === origin;
}

function listField(name: string, values: readonly string[] | undefined): readonly HttpField[] {
  return values === undefined || values.length === 0 ? [] : [[name, values.join(',')]];
}
