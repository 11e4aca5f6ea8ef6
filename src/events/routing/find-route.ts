import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { HTTP_PATHS, matchPath, type PathRules, parseRoute, REST_PATHS, type Route } from '../../gateway/route.js';
import { endpointOf } from '../../gateway/settings.js';
import type { HttpRequest } from '../../http/request.js';
import { httpInnerPath, pathOf, restInnerPath, withoutExtraSlashes } from './inner-path.js';

/**
 * The route that answers a request, one of `routes` as it is written there; `undefined` when none does, and the gateway answers 403
 * (REST) or 404 (HTTP APIs). The whole path must match; a literal segment goes before a parameter, that before a greedy one, and a
 * method before `ANY`.
 *
 * On a REST API the path alone selects the resource: a method that it lacks is not looked for elsewhere. An HTTP API's `$default` takes
 * what no other route takes.
 *
 * @param routes route keys: `GET /users/{id}`, `ANY /{proxy+}`, `/users` (any method), `$default`.
 * @throws GatewayError `invalid-route` when a key is none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function findRoute(request: HttpRequest, routes: readonly string[], gateway: Gateway): string | undefined {
  const path = innerPathOf(request, gateway);
  if (path === undefined) return undefined;
  const isRest = gateway.target === 'rest';
  const candidates = routes
    .map((key): Candidate => ({ key, route: parseRoute(key) }))
    .filter(({ route }) => matches(route, path, isRest ? REST_PATHS : HTTP_PATHS))
    .sort((a, b) => compareRoutes(a.route, b.route));
  const [first] = candidates;
  const eligible = isRest ? candidates.filter(({ route }) => route.path === first?.route.path) : candidates;
  return eligible.find(({ route }) => answers(route, request.method))?.key;
}

interface Candidate {
  readonly key: string;
  readonly route: Route;
}

function innerPathOf(request: HttpRequest, gateway: Gateway): string | undefined {
  const { stage } = endpointOf(gateway);
  const url = pathOf(request.target);
  try {
    return gateway.target === 'rest' ? restInnerPath(withoutExtraSlashes(url), gateway, stage) : httpInnerPath(url, gateway, stage);
  } catch (error) {
    // A path beside stage or base path leads to no route.
    if (error instanceof GatewayError) return undefined;
    throw error;
  }
}

function matches(route: Route, path: string, rules: PathRules): boolean {
  return matchPath(route.path, path, rules) !== undefined;
}

function answers({ method }: Route, requested: string): boolean {
  return method === undefined || method === 'ANY' || method === requested;
}

/** Orders routes that match the same path: what is more specific comes first, `$default` last. */
function compareRoutes(a: Route, b: Route): number {
  const ranksA = ranksOf(a);
  const ranksB = ranksOf(b);
  for (const [index, rank] of ranksA.entries()) {
    const difference = rank - (ranksB[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(isAny(a)) - Number(isAny(b));
}

// One rank a segment: 0 literal, 1 parameter, 2 greedy parameter, 3 no path at all.
function ranksOf({ path }: Route): number[] {
  if (!path.startsWith('/')) return [3];
  return path
    .slice(1)
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0));
}

function isAny({ method }: Route): boolean {
  return method === undefined || method === 'ANY';
}
