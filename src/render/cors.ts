import type { CorsConfiguration } from '../gateway/cors.js';
import type { Gateway } from '../gateway/gateway.js';
import { isAsciiFieldValue } from '../http/field-syntax.js';
import { lastValueOf } from '../http/field-values.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import { headerSetting, headerSettings } from './settings.js';

/** Headers that a CORS configuration replaces, in lower case. */
export const CORS_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
]);

/** Returns the CORS configuration; `undefined` without one, and on REST, which has no such setting. */
export function corsOf({ cors, target }: Gateway): CorsConfiguration | undefined {
  return cors == null || target === 'rest' || Object.keys(cors).length === 0 ? undefined : cors;
}

/** Returns whether the gateway answers a request itself, as a CORS preflight request. */
export function isPreflight(request: HttpRequest, gateway: Gateway): boolean {
  return (
    request.method === 'OPTIONS' &&
    corsOf(gateway) !== undefined &&
    lastValueOf(request.headers, 'origin') !== undefined &&
    lastValueOf(request.headers, 'access-control-request-method') !== undefined
  );
}

/**
 * Returns the CORS fields of an ordinary response.
 *
 * @throws GatewayError `invalid-option` for a configuration that a header can't contain.
 */
export function corsFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const allowed = originFields(cors, request);
  return allowed.length === 0 ? [] : [...allowed, ...listField('Access-Control-Expose-Headers', cors, 'exposeHeaders')];
}

/**
 * Returns the CORS fields of the answer to a preflight request.
 *
 * @throws GatewayError `invalid-option` for a configuration that a header can't contain.
 */
export function preflightFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const allowed = originFields(cors, request);
  if (allowed.length === 0) return [];
  return [
    ...allowed,
    ...listField('Access-Control-Allow-Methods', cors, 'allowMethods'),
    ...listField('Access-Control-Allow-Headers', cors, 'allowHeaders'),
    ...(cors.maxAge === undefined ? [] : [['Access-Control-Max-Age', headerSetting(`${cors.maxAge}`, ['cors', 'maxAge'])] as const]),
  ];
}

// documented: CORS fields are only sent to a request with an Origin, and only for an origin that is configured.
function originFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const origin = lastValueOf(request.headers, 'origin');
  if (origin === undefined || !isAsciiFieldValue(origin)) return [];
  const entry = headerSettings(cors.allowOrigins, ['cors', 'allowOrigins']).find((allowed) => matchesOrigin(allowed, origin));
  if (entry === undefined) return [];
  const credentials: readonly HttpField[] = cors.allowCredentials === true ? [['Access-Control-Allow-Credentials', 'true']] : [];
  if (entry === '*') return [['Access-Control-Allow-Origin', '*'], ...credentials];
  // reported [http20-iss-cors-vary]: an answer that depends on the origin has a Vary header.
  return [['Access-Control-Allow-Origin', origin], ['Vary', 'origin'], ...credentials];
}

function matchesOrigin(allowed: string, origin: string): boolean {
  if (allowed === 'https://*' || allowed === 'http://*') return origin.startsWith(allowed.slice(0, -1));
  return allowed === '*' || allowed === origin;
}

function listField(name: string, cors: CorsConfiguration, setting: 'exposeHeaders' | 'allowMethods' | 'allowHeaders'): HttpField[] {
  const values = headerSettings(cors[setting], ['cors', setting]);
  return values.length === 0 ? [] : [[name, values.join(',')]];
}
