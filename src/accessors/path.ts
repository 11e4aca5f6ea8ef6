import { isPayload2 } from '../aws/payload-format.js';
import { requireString } from '../http/argument-error.js';
import { decodePath, decodePathUntilQuery } from '../http/percent.js';
import { isFunctionUrl, isRest, type PathEvent, requireField } from './event.js';
import { requireEvent } from './require-event.js';

/** `{id}` or `{path+}` in a route's path. */
const PARAMETER = /\{([^{}+]+)\+?\}/g;

/**
 * Returns the request path that routes match: percent-decoded, without stage and base path, the same in every payload format.
 *
 * A decoded `/` looks like any other slash, because payload 2.0 loses the difference. Use `pathParameters` to keep values apart.
 *
 * Behind a custom domain with a base path, the route shows where the base path ends. If only `$default` matched, pass the base path.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @param basePath base path of the custom domain's mapping, for example `orders/v1`. Default: the part before the route's path, or none.
 * @throws TypeError if the event has no path, because it is not the event of an HTTP request, or if `basePath` is not a string.
 * @example
 * ```ts
 * import { buildHttpEvent, path } from 'apigw-proxy';
 *
 * const event = buildHttpEvent({ path: '/caf%C3%A9', stage: 'dev' });
 * console.log(event.rawPath, path(event)); // => /dev/café /café
 * ```
 */
export function path(event: PathEvent, basePath = ''): string {
  requireEvent(event);
  requireString(['basePath'], basePath);
  const url = withOneSlash(urlPathOf(event));
  const routed = pathOfRoute(event);
  if (routed === undefined) return withoutStage(event, withoutPrefix(url, basePath));
  // recorded [rest-query-after-trailing-slash]: REST removes the slash at the end from a parameter.
  return url.endsWith(`${routed}/`) ? `${routed}/` : routed;
}

/** Returns the whole path of the event, decoded. */
function urlPathOf(event: PathEvent): string {
  if (!isPayload2(event)) {
    const encoded = requireField(event.path, 'path');
    // recorded [http2-question-mark-cuts-path]: on an HTTP API, the path that routes see ends at a decoded question mark.
    return isRest(event) ? decodePath(encoded) : decodePathUntilQuery(encoded);
  }
  const path = requireField(event.rawPath, 'rawPath');
  // recorded [http2-path-decoded, furl-encoded-path-and-cookies]: an HTTP API decodes `rawPath`, a function URL does not.
  return isFunctionUrl(event) ? decodePath(path) : path;
}

/** Returns the route's path with the request's values, decoded; `undefined` if the route has no path, or the event lacks a value. */
function pathOfRoute(event: PathEvent): string | undefined {
  const route = routeOf(event);
  const values = new Map(Object.entries(event.pathParameters ?? {}));
  const names = Array.from(route.matchAll(PARAMETER), ([, name = '']) => name);
  if (!route.startsWith('/') || names.some((name) => typeof values.get(name) !== 'string')) return undefined;
  // recorded [rest-path-percent-and-plus-kept, http1-path-raw-context-decoded]: REST leaves parameters encoded, HTTP APIs decode them.
  const decode = isRest(event) ? decodePath : (text: string): string => text;
  return withOneSlash(route.replace(PARAMETER, (_, name: string) => decode(values.get(name) ?? '')));
}

/** Returns the path of the route that matched, or the route key if it has none. */
function routeOf(event: PathEvent): string {
  if (!isPayload2(event)) return requireField(event.resource ?? '', 'resource');
  const key = requireField(event.routeKey ?? '', 'routeKey');
  return key.slice(key.indexOf(' ') + 1);
}

/**
 * Removes the stage from a path. recorded [rest-greedy-plain, http2-named-stage-h2, furl-get-no-body]: REST has no stage in `path`, HTTP APIs put a
 * named one in front, a function URL has none.
 */
export function withoutStage(event: StageEvent, url: string): string {
  const stage = event.requestContext?.stage;
  return isRest(event) || typeof stage !== 'string' || stage === '$default' ? url : withoutPrefix(url, stage);
}

interface StageEvent {
  readonly version?: string | undefined;
  readonly requestContext: { readonly stage?: unknown; readonly http?: unknown };
}

function withoutPrefix(url: string, prefix: string): string {
  if (url === `/${prefix}`) return '/';
  return url.startsWith(`/${prefix}/`) ? url.slice(prefix.length + 1) : url;
}

function withOneSlash(text: string): string {
  return text.replace(/^\/*/, '/');
}
