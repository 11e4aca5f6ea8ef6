import { decodePath } from '../http/percent.js';
import { GatewayError } from './error.js';

/** A route, taken apart. */
export interface Route {
  /** The method it answers: a concrete one, `ANY`, or `undefined` where the key names none. */
  readonly method: string | undefined;
  /** Its path, `/users/{id}`; a key without a path, `$default`, as it is. */
  readonly path: string;
}

/** How a kind of API matches paths. */
export interface PathRules {
  /** Whether a greedy parameter may match nothing: `/handler/` by `/handler/{proxy+}`. */
  readonly greedyMayBeEmpty: boolean;
  /** Whether a greedy parameter keeps a slash at its end. */
  readonly greedyKeepsSlash: boolean;
}

// recorded: REST removes the slash at a greedy value's end. reported: it does not match a greedy parameter against nothing.
export const REST_PATHS: PathRules = { greedyMayBeEmpty: false, greedyKeepsSlash: false };
// recorded by third parties: /handler/ matches /handler/{proxy+} on HTTP APIs. assumed: a slash at a greedy value's end stays.
export const HTTP_PATHS: PathRules = { greedyMayBeEmpty: true, greedyKeepsSlash: true };

/** A route key: an optional method, and a path or a name that starts with `$`. */
const ROUTE_KEY = /^(?:([A-Z]+) )?(\/.*|\$[a-z]+)$/;
/** `{id}` or `{path+}`. */
const PARAMETER = /^\{([^{}+]+)(\+?)\}$/;

/** A path of plain segments and parameters, a greedy one at its end: what nearly all are, seen at one look. */
const PLAIN = /^(?:\/(?:[^/{}]*|\{[^{}/+]+\}))*(?:\/\{[^{}/+]+\+\})?$/;
/** What a path may not have, and why. */
const FAULTS: readonly (readonly [fault: RegExp, why: string])[] = [
  [/\{[^{}/]*\+\}./, 'A greedy parameter takes all that is left of a path, so it is the last segment'],
  [/[^/]\{|\{(?![^{}/+]+\+?\})|\}[^/]|\/[^/{]*\}/, 'A parameter is a whole segment in braces'],
  [/\{([^{}/+]+)\+?\}.*\{\1\+?\}/, 'Each parameter has a name of its own'],
];

/** The route key that was taken apart last: one request asks for the same one several times. */
let last: { readonly key: string; readonly route: Route } = { key: '$default', route: { method: undefined, path: '$default' } };

/**
 * Takes a route key apart.
 *
 * @throws GatewayError `invalid-route` when it is none.
 */
export function parseRoute(key: string): Route {
  if (key !== last.key) last = { key, route: parsed(key) };
  return last.route;
}

function parsed(route: string): Route {
  const [, method, path = '/'] = ROUTE_KEY.exec(route) ?? refuse(route, '');
  const isSurelyFine = !path.startsWith('/') || (PLAIN.test(path) && path.indexOf('{') === path.lastIndexOf('{'));
  const [, why] = (!isSurelyFine && FAULTS.find(([fault]) => fault.test(path))) || [];
  if (why !== undefined) refuse(route, ` ${why}.`);
  return { method, path };
}

/**
 * Matches a path, percent-encoded and without stage and base path, against a route's path.
 *
 * @returns the parameters, name to still-encoded value, in the route's order; `undefined` when the path does not match.
 */
export function matchPath(routePath: string, path: string, rules: PathRules): [name: string, value: string][] | undefined {
  if (!routePath.startsWith('/')) return [];
  const expected = routePath.slice(1).split('/');
  const given = path.slice(1).split('/');
  const parameters: [string, string][] = [];
  for (const [index, segment] of expected.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    const [, name, greedy] = PARAMETER.exec(segment) ?? [];
    if (name !== undefined && greedy) return matchGreedy(name, given.slice(index).join('/'), parameters, rules);
    if (name === undefined ? value !== segment && decodePath(value) !== segment : value === '') return undefined;
    if (name !== undefined) parameters.push([name, value]);
  }
  // recorded: REST answers /payment/ from /payment. assumed: HTTP APIs do, too.
  const rest = given.slice(expected.length);
  return rest.length === 0 || (rest.length === 1 && rest[0] === '') ? parameters : undefined;
}

function refuse(route: string, why: string): never {
  const cure = "Write it as 'GET /users/{id}', '/users/{id}' or '$default'.";
  throw new GatewayError('invalid-route', ['route'], `'${route}' is no route.${why}`, cure);
}

function matchGreedy(name: string, value: string, parameters: [string, string][], rules: PathRules): [string, string][] | undefined {
  const kept = rules.greedyKeepsSlash ? value : value.replace(/\/$/, '');
  return kept === '' && !rules.greedyMayBeEmpty ? undefined : [...parameters, [name, kept]];
}
