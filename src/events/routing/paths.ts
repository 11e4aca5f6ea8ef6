import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { HTTP_PATHS, matchPath, type PathParameters, type PathRules, parseRoute, REST_PATHS, type Route } from '../../gateway/route.js';
import { shorten } from '../../http/describe-value.js';
import { decodePath, decodePathUntilQuery } from '../../http/percent.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import type { SentRequest } from '../request/sent-request.js';
import { httpInnerPath, type MissingPrefix, restInnerPath, withoutExtraSlashes } from './inner-path.js';
import { refusalOf } from './refusals.js';

/** A resolved request whose path was matched against its route. */
export interface RoutedRequest extends ResolvedRequest {
  readonly paths: EventPaths;
}

/** The paths of an event, its route and its path parameters. */
export interface EventPaths {
  /** `path` of payload 1.0, `rawPath` of payload 2.0. */
  readonly path: string;
  /** `requestContext.path`, or `requestContext.http.path`. */
  readonly contextPath: string;
  /** The path without stage and base path, percent-encoded: routes match it, and ARNs end in it. */
  readonly innerPath: string;
  /** The key of the route: `GET /users/{id}`, `$default`. For REST, the path of the route. */
  readonly routeKey: string;
  /** The path of the route: `/users/{id}`, `$default`. */
  readonly resource: string;
  /** The path parameters in the order of the route, encoded or decoded as in the event. */
  readonly parameters: PathParameters;
}

/**
 * Finds the paths of a REST event. recorded [rest-path-percent-and-plus-kept]: nothing is decoded.
 *
 * @throws GatewayError if the API refuses the request before it looks for a route, or if the path doesn't lead to the route.
 */
export function routeRest(resolved: ResolvedRequest): RoutedRequest {
  const { request, gateway, endpoint } = resolved;
  const refusal = refusalOf(request, gateway);
  if (refusal !== undefined) throw refusal;
  // recorded [rest-slash-before-stage, rest-slash-after-stage]: slashes before the stage are ignored. Slashes after it collapse in `path`,
  // but not in `requestContext.path`.
  const url = withoutExtraSlashes(request.path);
  const inner = requireInnerPath(restInnerPath(url, gateway, endpoint.stage), url);
  const route = parseRoute(resolved.route ?? (inner === '/' ? '/' : '/{proxy+}'));
  const parameters = matchRoute(route, request, inner, REST_PATHS);
  // recorded [rest-custom-domain-no-basepath-fixed-stage]: behind a custom domain, both are the path of the URL.
  const path = gateway.customDomain === undefined ? inner : url;
  // recorded [rest-console-context-path-parameter]: in a console test, the context has the path of the resource, with its parameters'
  // names.
  const contextPath = gateway.testInvoke ? route.path : url;
  return withPaths(resolved, { path, contextPath, innerPath: inner, routeKey: route.path, resource: route.path, parameters });
}

/**
 * Finds the paths in the event of an HTTP API with payload 1.0. recorded [http1-path-raw-context-decoded]: `path` stays encoded;
 * `requestContext.path` and the parameters are decoded. assumed: `requestContext.path` ends at a decoded question mark, as `rawPath` of
 * payload 2.0 does.
 *
 * @throws GatewayError if the path doesn't lead to the route.
 */
export function routeHttpV1(resolved: ResolvedRequest): RoutedRequest {
  const { request, gateway, endpoint } = resolved;
  const url = request.path;
  const inner = requireInnerPath(httpInnerPath(url, gateway, endpoint.stage), url);
  return routeHttp(resolved, inner, url, decodeUrl(request, url));
}

/**
 * Finds the paths in the event of an HTTP API with payload 2.0. recorded [http2-path-decoded]: everything is decoded. The base path of a custom
 * domain is cut off: reported [http2-custom-domain-named-stage].
 *
 * @throws GatewayError if the path doesn't lead to the route.
 */
export function routeHttpV2(resolved: ResolvedRequest): RoutedRequest {
  const { request, gateway, endpoint } = resolved;
  const url = request.path;
  const inner = requireInnerPath(httpInnerPath(url, gateway, endpoint.stage), url);
  // recorded [http2-question-mark-cuts-path]: the path ends at a decoded question mark.
  const path = decodeUrl(request, gateway.customDomain === undefined ? url : stagePrefix(gateway, endpoint.stage) + inner);
  return routeHttp(resolved, inner, path, path);
}

/** Finds the paths of a function URL's event. recorded [furl-encoded-path-and-cookies]: `rawPath` is encoded, the context's path is not. */
export function routeFunctionUrl(resolved: ResolvedRequest): RoutedRequest {
  const { path } = resolved.request;
  const contextPath = decodePath(path);
  return withPaths(resolved, { path, contextPath, innerPath: path, routeKey: '$default', resource: '$default', parameters: [] });
}

/** Decodes a path of a request. */
function decodeUrl({ pathParameters }: SentRequest, url: string): string {
  return pathParameters === undefined ? decodePathUntilQuery(url) : url;
}

// reported [http2-custom-domain-named-stage]: behind a custom domain, the path starts with the stage. Other reports say it doesn't, so
// there is a setting.
function stagePrefix(gateway: Gateway, stage: string): string {
  return stage === '$default' || gateway.customDomain?.stageInRawPath === false ? '' : `/${stage}`;
}

function routeHttp(resolved: ResolvedRequest, innerPath: string, path: string, contextPath: string): RoutedRequest {
  const route = parseRoute(resolved.route ?? '$default');
  const parameters = matchRoute(route, resolved.request, innerPath, HTTP_PATHS);
  return withPaths(resolved, { path, contextPath, innerPath, routeKey: route.key, resource: route.path, parameters });
}

// Naming the fields is much faster than a spread.
function withPaths({ request, gateway, route, endpoint, ids, now, connectedAt }: ResolvedRequest, paths: EventPaths): RoutedRequest {
  return { request, gateway, route, endpoint, ids, now, connectedAt, paths };
}

function matchRoute(route: Route, { method, pathParameters }: SentRequest, path: string, rules: PathRules): PathParameters {
  if (route.method !== undefined && route.method !== 'ANY' && route.method !== method) {
    const reason = `The route \`${route.method} ${shorten(route.path)}\` doesn't answer ${shorten(method)} requests.`;
    throw new GatewayError('route-mismatch', ['route'], reason, 'Change the method or the route, or use the method ANY in the route.');
  }
  const parameters = pathParameters ?? matchPath(route, path, rules);
  if (parameters !== undefined) return parameters;
  const reason = `The path \`${shorten(path)}\` doesn't match the route \`${shorten(route.path)}\`.`;
  throw new GatewayError('route-mismatch', ['route'], reason, fixOfPath(route, path, rules));
}

function fixOfPath(route: Route, path: string, { decodesFirst, endingSlashCounts }: PathRules): string {
  const matchesOnRest = matchPath(route, path, REST_PATHS) !== undefined;
  if (decodesFirst && matchesOnRest && /%2f/i.test(path)) {
    return 'An HTTP API decodes the path first, so `%2F` separates segments. Use a greedy parameter such as `{path+}`, or send `%252F`.';
  }
  if (endingSlashCounts && matchesOnRest && path.endsWith('/'))
    return 'Remove the slash at the end. On an HTTP API, `/a` and `/a/` are different paths.';
  return 'Change the path or the route.';
}

function requireInnerPath(inner: string | MissingPrefix, url: string): string {
  if (typeof inner === 'string') return inner;
  const code = inner.missing === 'stage' ? 'stage-not-in-path' : 'base-path-not-in-path';
  const prefix = `/${inner.prefix}`;
  const reason = `The path \`${shorten(url)}\` doesn't start with the ${inner.missing}, \`${prefix}\`.`;
  throw new GatewayError(code, ['target'], reason, `Put \`${prefix}\` in front of it.`);
}
