import { isHttpApi } from '../../aws/target.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { CORS, type ConfiguredCors, type CorsConfiguration } from '../../gateway/cors.js';
import type { Gateway } from '../../gateway/gateway.js';
import { routeMethodOf } from '../../gateway/route-method.js';
import { isAsciiFieldValue } from '../../http/field-syntax.js';
import { lastValueOf } from '../../http/field-values.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import { type Cors, corsCode } from '../cors.js';
import { CORS_SENTENCES } from '../issues/cors-sentences.js';
import type { Report } from '../issues/issue.js';
import { reportOther } from '../issues/report-other.js';
import { headerSetting, headerSettings } from '../settings.js';
import { isPreflight } from './is-preflight.js';

/**
 * Makes the setting `cors` of an HTTP API or a function URL. It checks the configuration at once. A plain object works, too, but a bundler may
 * leave out the code that it needs; then the renderer throws an error that names this function.
 *
 * @param configuration the CORS configuration, as in the API's settings.
 * @returns the same configuration, and the code that applies it. If you copy it as JSON, call this function again.
 * @throws GatewayError `invalid-option` for a configuration that a header can't contain.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 * @example
 * ```ts
 * import { configureCors, renderResult } from 'apigw-proxy';
 *
 * const cors = configureCors({ allowOrigins: ['*'] });
 * const request = { method: 'GET', target: '/', headers: [['Origin', 'https://example.com']] } as const;
 * const { headers } = renderResult({ statusCode: 204 }, { target: 'http-2.0', cors }, request);
 * console.log(headers.find(([name]) => name === 'Access-Control-Allow-Origin')?.[1]); // => *
 * ```
 */
export function configureCors(configuration: CorsConfiguration): ConfiguredCors {
  if (!isObject(configuration))
    throw invalidOption(['cors'], 'an object', configuration, "Pass an object such as { allowOrigins: ['*'] }.");
  const { allowOrigins }: CorsConfiguration = configuration;
  headerSettings(allowOrigins, ['cors', 'allowOrigins']);
  listField('', configuration, 'exposeHeaders');
  preflightFields(configuration);
  return { ...configuration, [CORS]: CODE };
}

// A bundle that uses configureCors keeps this; Node always runs it.
const CODE = /* @__PURE__ */ corsCode.keep({ start: startCors, sentences: CORS_SENTENCES });

/**
 * Returns what the CORS configuration in the settings does to the answer to a request.
 *
 * @throws GatewayError `invalid-option` for a configuration that a header can't contain.
 */
function startCors(request: HttpRequest, gateway: Gateway): Cors {
  return {
    fields: corsFields(gateway.cors ?? {}, request),
    replaced: CORS_HEADERS,
    reportStatus: isPreflight(request) ? reportInvoked : ignoreStatus,
    isAnswered: answersPreflight(request, gateway),
  };
}

/**
 * Reports that a function answers a preflight request although the API has a CORS configuration. reported
 * [http2-preflight-any-route-invoked]: the function is invoked, and the configured fields are put over its answer.
 */
function reportInvoked(status: number, report: Report): void {
  const isOk = status >= 200 && status <= 299;
  reportOther(report, 'preflight-invoked', [], isOk ? undefined : `${status}`, { severity: isOk ? 'info' : undefined });
}

/** Any status will do for other requests. */
function ignoreStatus(): void {}

/**
 * Returns whether the gateway answers a preflight request itself. A function URL always does. documented: an HTTP API does so unless a
 * route matches the request. reported [http2-preflight-any-route-authorizer]: an `ANY` route does, too.
 */
export function answersPreflight(request: HttpRequest, { target, cors, route }: Gateway): boolean {
  const isConfigured = cors != null && target !== 'rest' && Object.keys(cors).length > 0;
  return isConfigured && isPreflight(request) && !(isHttpApi(target) && matchesOptions(route));
}

/** Returns whether the route in the settings matches OPTIONS. Without one, no route matched. */
function matchesOptions(route: string | undefined): boolean {
  return route !== undefined && ['ANY', 'OPTIONS'].includes(routeMethodOf(route) ?? 'ANY');
}

/** Headers that a CORS configuration replaces, in lower case. */
const CORS_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
]);

/** Returns the CORS fields that the gateway adds to the answer to a request. */
function corsFields(cors: CorsConfiguration, request: HttpRequest): readonly HttpField[] {
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
    ...(cors.maxAge === undefined ? [] : [['Access-Control-Max-Age', maxAgeOf(cors.maxAge)] as const]),
  ];
}

function maxAgeOf(seconds: unknown): string {
  return headerSetting(typeof seconds === 'number' ? `${seconds}` : seconds, ['cors', 'maxAge']);
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
