import { isFunctionUrlHost } from '../aws/host-names.js';
import { decodePath } from '../http/percent.js';
import { isPayload2, type RequestEvent } from './event.js';

/** `{id}` or `{path+}` in a route's path. */
const PARAMETER = /\{([^{}+]+)\+?\}/g;

/**
 * The request's path as routes see it, percent-decoded: without stage and base path, in every payload format. A decoded `/` cannot be
 * told from an encoded one, as payload 2.0 has lost the difference; `pathParameters` keep values apart.
 *
 * Behind a custom domain with a base path the event tells where the base path ends by its route; where the route is `$default`, say it.
 *
 * @param basePath base path of the custom domain's mapping: `orders/v1`. Default: known from the route, or none.
 */
export function path(event: RequestEvent, basePath = ''): string {
  const url = withOneSlash(urlPathOf(event));
  const inner = routedPath(event);
  if (inner === undefined) return withoutStage(event, withoutPrefix(url, basePath));
  // recorded: a slash at the URL's end is in no parameter of REST's.
  return url.endsWith(`${inner}/`) ? `${inner}/` : inner;
}

/** The whole path of the event, decoded. recorded: an HTTP API's `rawPath` is decoded already, a function URL's and payload 1.0's are not. */
function urlPathOf(event: RequestEvent): string {
  if (!isPayload2(event)) return decodePath(event.path);
  return isFunctionUrlHost(event.requestContext.domainName) ? decodePath(event.rawPath) : event.rawPath;
}

/** The route's path with the request's values, decoded; `undefined` when the route has no path, or the event lacks a value. */
function routedPath(event: RequestEvent): string | undefined {
  const route = isPayload2(event) ? event.routeKey.slice(event.routeKey.indexOf(' ') + 1) : event.resource;
  const values = event.pathParameters ?? {};
  const isWhole = Array.from(route.matchAll(PARAMETER)).every(([, name = '']) => values[name] !== undefined);
  if (!route.startsWith('/') || !isWhole) return undefined;
  // recorded: REST leaves its parameters encoded, HTTP APIs decode them.
  const decode = isPayload2(event) || event.version === '1.0' ? (text: string): string => text : decodePath;
  return withOneSlash(route.replace(PARAMETER, (_, name: string) => decode(values[name] ?? '')));
}

// recorded: REST has no stage in `path`; HTTP APIs have a named one in front, a function URL has none.
function withoutStage(event: RequestEvent, url: string): string {
  const { stage } = event.requestContext;
  const hasStage = stage !== '$default' && (isPayload2(event) || event.version === '1.0');
  return hasStage ? withoutPrefix(url, stage) : url;
}

function withoutPrefix(url: string, prefix: string): string {
  if (prefix === '') return url;
  if (url === `/${prefix}`) return '/';
  return url.startsWith(`/${prefix}/`) ? url.slice(prefix.length + 1) : url;
}

function withOneSlash(text: string): string {
  return text.replace(/^\/*/, '/');
}
