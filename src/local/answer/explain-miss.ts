import { pathOf } from '../../events/request/path-of.js';
import { searchRoutes } from '../../events/routing/find-route.js';
import { innerPathOf } from '../../events/routing/inner-path.js';
import { closestName } from '../../gateway/did-you-mean.js';
import type { Gateway } from '../../gateway/gateway.js';
import { REQUEST_RULES, type RequestIssue } from '../../gateway/request-issue.js';
import { parseRoute } from '../../gateway/route.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { shorten } from '../../http/describe-value.js';
import type { HttpRequest } from '../../http/request.js';

/** What is wrong with a request that no route matches. */
type Miss = 'request-prefix-missing' | 'request-method-unknown' | 'request-route-close';

/** Returns why no route matches a request, if there is something close to it: a wrong URL, a wrong method, or a path with a typo. */
export function explainMiss(request: HttpRequest, gateway: Gateway, routes: readonly string[]): RequestIssue[] {
  const path = innerPathOf(request, gateway);
  const prefix = urlPrefixOf(gateway);
  if (path === undefined) return [report('request-prefix-missing', ['target'], `${prefix}${shorten(pathOf(request.target))}`, gateway)];
  const methods = methodsOf(routes).filter((method) => searchRoutes({ ...request, method }, routes, gateway) !== undefined);
  if (methods.length > 0) return [report('request-method-unknown', ['method'], methods.join(', '), gateway)];
  const inner = path.replace(/^\/[^/]+(?=\/)/, '');
  // A stage that this API doesn't have in its URLs looks like a first segment.
  const route = searchRoutes({ ...request, target: `${prefix}${inner}` }, routes, gateway) ?? closestRoute(request.method, path, routes);
  return route === undefined ? [] : [report('request-route-close', ['target'], route, gateway)];
}

/** Returns where a WebSocket API answers, for a handshake with another path. */
export function explainHandshakeMiss(gateway: Gateway): RequestIssue[] {
  return [report('request-prefix-missing', ['target'], urlPrefixOf(gateway) || '/', gateway)];
}

/** Returns the methods that some route has. */
function methodsOf(routes: readonly string[]): string[] {
  return [...new Set(routes.flatMap((key) => parseRoute(key).method ?? []))];
}

/** Returns the route that a path is most likely meant for. Any value fits a parameter. */
function closestRoute(method: string, path: string, routes: readonly string[]): string | undefined {
  if (path === '/') return undefined;
  const given = path.split('/').slice(1);
  const close = routes.filter((key) => {
    const { method: own = 'ANY', segments } = parseRoute(key);
    const literals = segments.map(({ kind, text }) => (kind === 'literal' ? text : ANY_VALUE));
    const isGreedy = segments.at(-1)?.kind === 'greedy';
    const compared = given
      .slice(0, segments.length + (isGreedy ? 0 : MOST_MORE))
      .map((text, index) => (segments[index]?.kind === 'literal' || segments[index] === undefined ? text : ANY_VALUE));
    return closestName(textOf(own === 'ANY' ? own : method, compared), [textOf(own, literals)]) !== undefined;
  });
  return closestName(textOf(method, given), close) ?? close[0];
}

/** No path with so many more segments is close to a route. */
const MOST_MORE = 40;

/** Stands for the value of a parameter. */
const ANY_VALUE = '*';

function textOf(method: string, segments: readonly string[]): string {
  return `${method} /${segments.join('/')}`;
}

function report(code: Miss, path: RequestIssue['path'], found: string, { target }: Gateway): RequestIssue {
  const [severity, evidence] = REQUEST_RULES[code];
  return { code, severity, path, found, evidence, target };
}
