import { isHttpApi } from '../aws/target.js';
import type { CorsConfiguration } from '../gateway/cors.js';
import type { Gateway } from '../gateway/gateway.js';
import { routeMethodOf } from '../gateway/route-method.js';
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

/** Returns whether a browser sends a request to ask what another origin may do: a CORS preflight request. */
export function isPreflight({ method, headers }: HttpRequest): boolean {
  return (
    method === 'OPTIONS' &&
    lastValueOf(headers, 'origin') !== undefined &&
    lastValueOf(headers, 'access-control-request-method') !== undefined
  );
}

/**
 * Returns whether the gateway answers a preflight request itself. A function URL always does. documented: an HTTP API does so unless a
 * route matches the request. reported [http2-preflight-any-route-authorizer]: an `ANY` route does, too.
 */
export function answersPreflight(request: HttpRequest, gateway: Gateway): boolean {
  return corsOf(gateway) !== undefined && isPreflight(request) && !(isHttpApi(gateway.target) && matchesOptions(gateway.route));
}

/** Returns whether the route in the settings matches OPTIONS. Without one, no route matched. */
function matchesOptions(route: string | undefined): boolean {
  return route !== undefined && ['ANY', 'OPTIONS'].includes(routeMethodOf(route) ?? 'ANY');
}

/**
 * Returns the CORS fields that the gateway adds to the answer to a request.
 *
 * @throws GatewayError `invalid-option` for a configuration that a header can't contain.
 */
export function corsFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
  const allowed = originFields(cors, request);
  if (allowed.length === 0) return [];
  return isPreflight(request)
    ? [...allowed, ...preflightFields(cors)]
    : [...allowed, ...listField('Access-Control-Expose-Headers', cors, 'exposeHeaders')];
}

function preflightFields(cors: CorsConfiguration): readonly HttpField[] {
  return [
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
