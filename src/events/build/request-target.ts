import { invalidOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { Route } from '../../gateway/route.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { isObject } from '../../http/is-object.js';
import { encodePath, formatQuery } from '../../http/percent.js';
import { checkScalar } from './check-init.js';
import { conflict } from './content.js';
import type { EventInit } from './event-init.js';
import { fillRoute } from './fill-route.js';
import { listOf } from './header-fields.js';

/**
 * Returns the request target that the options describe: base path, stage, path and query.
 *
 * @param route the route of the options; `undefined` without one, and for a WebSocket API.
 * @throws GatewayError `conflicting-options`, `missing-option`, `missing-path-parameter`, `unknown-path-parameter` or `invalid-option`.
 */
export function targetOf(init: EventInit, route: Route | undefined, gateway: Gateway): string {
  const whole = init.path === undefined ? fillPath(init, route) : checkPath(init, init.path);
  const mark = whole.indexOf('?');
  if (mark >= 0 && init.query !== undefined) throw conflict('query', 'path', 'the query');
  const path = mark < 0 ? whole : whole.slice(0, mark);
  const query = mark < 0 ? queryText(init.query) : whole.slice(mark + 1);
  return `${urlPrefixOf(gateway)}${encodePath(path.startsWith('/') ? path : `/${path}`)}${query === '' ? '' : `?${query}`}`;
}

const VALUES = ['string', 'number', 'boolean'] as const;

function checkPath({ pathParameters, route }: EventInit, path: string): string {
  if (pathParameters !== undefined) {
    const fix = 'Pass `route` with `pathParameters` and leave `path` out, or remove `pathParameters`.';
    throw conflict('pathParameters', 'path', 'the path', route === undefined ? fix : undefined);
  }
  if (/^[a-z]+:\/\//i.test(path)) throw invalidOption(['path'], 'a path', path, "Pass the path of the URL, such as '/users/1'.");
  return path;
}

function fillPath({ pathParameters }: EventInit, route: Route | undefined): string {
  if (route !== undefined) return fillRoute(route, pathParameters);
  if (pathParameters === undefined) return '/';
  const reason = '`pathParameters` fill in a route, but `route` is missing.';
  throw new GatewayError('missing-option', ['route'], reason, "Pass `route`, such as '/users/{id}'.");
}

function queryText(query: EventInit['query']): string {
  if (query === undefined) return '';
  if (typeof query === 'string') return query.startsWith('?') ? query.slice(1) : query;
  if (query instanceof URLSearchParams) return query.toString();
  const must = 'a string, URLSearchParams or an object';
  if (!isObject(query) || Symbol.iterator in query) throw invalidOption(['query'], must, query, "Pass an object such as { page: '2' }.");
  const pairs: [string, string][] = [];
  for (const name of Object.keys(query)) {
    for (const item of listOf(query[name])) {
      checkScalar(item, 'query', name, VALUES);
      pairs.push([name, String(item)]);
    }
  }
  return formatQuery(pairs);
}
