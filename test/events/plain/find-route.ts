import { innerPathOf } from '../../../src/events/routing/inner-path.js';
import type { Gateway } from '../../../src/gateway/gateway.js';
import { HTTP_PATHS, matchPath, parseRoute, REST_PATHS, type Route } from '../../../src/gateway/route.js';
import type { HttpRequest } from '../../../src/http/request.js';

/** `findRoute` as its description says: every route that matches, sorted. The index must find the same route. */
export function findRoutePlainly(request: HttpRequest, routes: readonly string[], gateway: Gateway): string | undefined {
  const path = innerPathOf(request, gateway);
  if (path === undefined) return undefined;
  const rules = gateway.target === 'rest' ? REST_PATHS : HTTP_PATHS;
  const [first] = routes
    .map((key): Candidate => ({ key, route: parseRoute(key) }))
    .filter(({ route }) => answers(route, request.method) && matchPath(route, path, rules) !== undefined)
    .sort((a, b) => compareRoutes(a.route, b.route));
  return first?.key;
}

interface Candidate {
  readonly key: string;
  readonly route: Route;
}

function answers({ method }: Route, requested: string): boolean {
  return method === undefined || method === 'ANY' || method === requested;
}

const RANKS: Readonly<Record<Route['segments'][number]['kind'], number>> = { literal: 0, parameter: 1, greedy: 2 };

function compareRoutes(a: Route, b: Route): number {
  const byPath = Number(a.segments.length === 0) - Number(b.segments.length === 0);
  if (byPath !== 0) return byPath;
  for (const [index, { kind }] of a.segments.entries()) {
    const difference = RANKS[kind] - RANKS[b.segments[index]?.kind ?? 'literal'];
    if (difference !== 0) return difference;
  }
  return Number(isAny(a)) - Number(isAny(b));
}

function isAny({ method }: Route): boolean {
  return method === undefined || method === 'ANY';
}
