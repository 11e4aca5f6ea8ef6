import { checkGateway } from '../../gateway/check-gateway.js';
import { checkValue } from '../../gateway/check-shape.js';
import type { Gateway } from '../../gateway/gateway.js';
import { HTTP_PATHS, matchText, REST_PATHS, type Route, textOf } from '../../gateway/route.js';
import type { HttpRequest } from '../../http/request.js';
import { checkRequestShape } from '../request/check-request-shape.js';
import { innerPathOf } from './inner-path.js';
import { type IndexedRoute, indexRoutes, knownIndexOf, routesAlong } from './route-index.js';

/**
 * Returns the route that handles a request, exactly as written in `routes`, or `undefined` if no route matches: the gateway then answers
 * 403 (REST) or 404 (HTTP APIs). The whole path must match. A literal segment wins over a parameter, a parameter over a greedy one, and a
 * method over `ANY`.
 *
 * If the most specific path lacks the method, the next one that has it handles the request. On an HTTP API, `$default` handles the requests
 * that match no other route.
 *
 * @param request the request. Its target includes the stage if the URL does.
 * @param routes route keys: `GET /users/{id}`, `ANY /{proxy+}`, `/users` (any method), `$default`. The first search indexes the array, so
 *   later searches of the same array are fast, however long it is. A frozen array is the fastest.
 * @param gateway the settings of the gateway: the target, the stage and the custom domain matter.
 * @throws GatewayError `invalid-route` if one of `routes` is not a route key; `unknown-target`, or `invalid-option` for a value of the
 *   wrong type.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 * @example
 * ```ts
 * import { findRoute } from 'apigw-proxy';
 *
 * const routes = ['GET /users/{id}', 'ANY /{proxy+}'];
 * console.log(findRoute({ method: 'GET', target: '/users/1', headers: [] }, routes, { target: 'http-2.0' })); // => GET /users/{id}
 * console.log(findRoute({ method: 'PUT', target: '/users/1', headers: [] }, routes, { target: 'http-2.0' })); // => ANY /{proxy+}
 * ```
 */
export function findRoute(request: HttpRequest, routes: readonly string[], gateway: Gateway): string | undefined {
  checkGateway(gateway);
  checkRequestShape(request);
  const index = knownIndexOf(routes);
  if (index === undefined) checkValue(routes, { is: 'strings', example: "route keys such as ['GET /users/{id}']" }, ['routes']);
  return searchRoutes(request, routes, gateway, index);
}

/** Finds the route of a request without checking the arguments. */
export function searchRoutes(
  request: HttpRequest,
  routes: readonly string[],
  gateway: Gateway,
  known = knownIndexOf(routes),
): string | undefined {
  const path = innerPathOf(request, gateway);
  // A path outside the stage or the base path matches no route.
  if (path === undefined) return undefined;
  const rules = gateway.target === 'rest' ? REST_PATHS : HTTP_PATHS;
  const text = textOf(path, rules);
  const segments = text.slice(1).split('/');
  let best: IndexedRoute | undefined;
  for (const candidate of routesAlong(known ?? indexRoutes(routes), segments)) {
    const { route } = candidate;
    // recorded [rest-method-falls-through, rest-method-falls-through-parameter]: path and method select a REST API's resource together, so a
    // resource without the method is passed over.
    if (!answers(route, request.method) || matchText(route, text, rules) === undefined) continue;
    if (best === undefined || compareRoutes(candidate, best) < 0) best = candidate;
  }
  return best?.key;
}

function answers({ method }: Route, requested: string): boolean {
  return method === undefined || method === 'ANY' || method === requested;
}

const RANKS: Readonly<Record<Route['segments'][number]['kind'], number>> = { literal: 0, parameter: 1, greedy: 2 };

/** Orders routes that match the same path: the more specific one comes first, `$default` last. Among equals, the first of the list wins. */
function compareRoutes(one: IndexedRoute, other: IndexedRoute): number {
  const { route: a } = one;
  const { route: b } = other;
  const byPath = Number(a.segments.length === 0) - Number(b.segments.length === 0);
  if (byPath !== 0) return byPath;
  for (const [index, { kind }] of a.segments.entries()) {
    const difference = RANKS[kind] - RANKS[b.segments[index]?.kind ?? 'literal'];
    if (difference !== 0) return difference;
  }
  return Number(isAny(a)) - Number(isAny(b)) || one.place - other.place;
}

function isAny({ method }: Route): boolean {
  return method === undefined || method === 'ANY';
}
