import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { HTTP_PATHS, matchPath, type PathRules, parseRoute, REST_PATHS } from '../../gateway/route.js';
import type { Endpoint } from '../../gateway/settings.js';
import { decodePath } from '../../http/percent.js';
import type { HttpRequest } from '../../http/request.js';
import { httpInnerPath, pathOf, restInnerPath, withoutExtraSlashes } from './inner-path.js';

/** The paths of an event and what follows from them. */
export interface EventPaths {
  /** `path` of payload 1.0, `rawPath` of payload 2.0. */
  readonly path: string;
  /** `requestContext.path`, or `requestContext.http.path`. */
  readonly contextPath: string;
  /** The path without stage and base path, percent-encoded: what routes match and ARNs end in. */
  readonly innerPath: string;
  /** The route's key: `GET /users/{id}`, `$default`; on REST, the resource alone. */
  readonly routeKey: string;
  /** The route's path: `/users/{id}`, `$default`. */
  readonly resource: string;
  /** The route's parameters in order, spelled as the event has them. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/**
 * The paths of a REST event: nothing is decoded (recorded).
 *
 * @throws GatewayError when the path does not lead to the route.
 */
export function restPaths(request: HttpRequest, gateway: Gateway, { stage }: Endpoint): EventPaths {
  // recorded: slashes before the stage are ignored, slashes after it collapse in `path` and stay in `requestContext.path`.
  const url = withoutExtraSlashes(pathOf(request.target));
  const inner = restInnerPath(url, gateway, stage);
  const route = parseRoute(gateway.route ?? (inner === '/' ? '/' : '/{proxy+}'));
  const parameters = matchRoute(route, request.method, inner, REST_PATHS);
  // recorded by third parties: behind a custom domain both paths are the URL's; in a console test neither has the stage.
  const path = gateway.customDomain === undefined ? inner : url;
  return { path, contextPath: url, innerPath: inner, routeKey: route.path, resource: route.path, parameters };
}

/**
 * The paths of an HTTP API's payload 1.0 event: `path` stays encoded, `requestContext.path` and parameters are decoded (recorded).
 *
 * @throws GatewayError when the path does not lead to the route.
 */
export function httpPathsV1(request: HttpRequest, gateway: Gateway, { stage }: Endpoint): EventPaths {
  const url = pathOf(request.target);
  return httpPaths(request, gateway, httpInnerPath(url, gateway, stage), url, decodePath(url));
}

/**
 * The paths of an HTTP API's payload 2.0 event: everything is decoded (recorded), a custom domain's base path is cut off.
 *
 * @throws GatewayError when the path does not lead to the route.
 */
export function httpPathsV2(request: HttpRequest, gateway: Gateway, { stage }: Endpoint): EventPaths {
  const inner = httpInnerPath(pathOf(request.target), gateway, stage);
  // reported: a decoded question mark cuts the path off.
  const [path = '/'] = decodePath(gateway.customDomain === undefined ? pathOf(request.target) : stagePrefix(gateway, stage) + inner).split(
    '?',
  );
  return httpPaths(request, gateway, inner, path, path);
}

/** The paths of a function URL's event: `rawPath` stays encoded, `requestContext.http.path` is decoded (recorded). */
export function functionUrlPaths(request: HttpRequest): EventPaths {
  const path = pathOf(request.target);
  return { path, contextPath: decodePath(path), innerPath: path, routeKey: '$default', resource: '$default', parameters: [] };
}

// conflicting reports for custom domains: the stage's name is in front by default, `stageInRawPath: false` takes it away.
function stagePrefix(gateway: Gateway, stage: string): string {
  return stage === '$default' || gateway.customDomain?.stageInRawPath === false ? '' : `/${stage}`;
}

function httpPaths(request: HttpRequest, gateway: Gateway, innerPath: string, path: string, contextPath: string): EventPaths {
  const route = parseRoute(gateway.route ?? '$default');
  const encoded = matchRoute(route, request.method, innerPath, HTTP_PATHS);
  const routeKey = route.path.startsWith('/') ? `${route.method ?? 'ANY'} ${route.path}` : route.path;
  const parameters = encoded.map(([name, value]) => [name, decodePath(value)] as const);
  return { path, contextPath, innerPath, routeKey, resource: route.path, parameters };
}

function matchRoute(route: ReturnType<typeof parseRoute>, method: string, path: string, rules: PathRules): EventPaths['parameters'] {
  if (route.method !== undefined && route.method !== 'ANY' && route.method !== method) {
    fail('route-mismatch', ['route'], `The route answers ${route.method}, the request is a ${method}.`, 'Change one of them, or use ANY.');
  }
  return (
    matchPath(route.path, path, rules) ??
    fail('route-mismatch', ['route'], `The path '${path}' does not match ${route.path}.`, 'Change the path or the route.')
  );
}

function fail(...details: ConstructorParameters<typeof GatewayError>): never {
  throw new GatewayError(...details);
}
