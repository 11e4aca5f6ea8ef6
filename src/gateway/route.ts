import { knownName } from '../http/known-name.js';
import { memoize } from '../http/memoize.js';
import { decodePath, decodePathUntilQuery } from '../http/percent.js';
import { GatewayError } from './error.js';
import { formatRouteFault, type RouteFault } from './route-fault.js';

/** The parts of a route key. */
export interface Route {
  /** The method that it answers, `ANY`, or `undefined` if the key has none. */
  readonly method: string | undefined;
  /** The path: `/users/{id}`. For a key without a path, such as `$default`, it is the key. */
  readonly path: string;
  /** The key with its method, `ANY` for a key without one: `ANY /users/{id}`. For a key without a path, it is that key without a method. */
  readonly key: string;
  /** The segments of the path; empty for a key without one. */
  readonly segments: readonly Segment[];
}

/** One segment of a route's path: literal text, `{name}`, or `{name+}`, which matches the rest of a path. */
export interface Segment {
  readonly kind: 'literal' | 'parameter' | 'greedy';
  /** The text, or the parameter's name. */
  readonly text: string;
}

/** How a kind of API matches paths against routes. */
export interface PathRules {
  /** Whether the path is decoded before it is split into segments, so that an encoded slash separates two of them. */
  readonly decodesFirst: boolean;
  /** Whether a slash at the end makes another path: `/todos/` is not `/todos`. */
  readonly endingSlashCounts: boolean;
  /** Whether a greedy parameter may be empty, so that `/handler/{proxy+}` matches `/handler/`. */
  readonly greedyMayBeEmpty: boolean;
  /** Whether a greedy parameter keeps a slash at its end. */
  readonly greedyKeepsSlash: boolean;
}

// recorded [rest-query-after-trailing-slash]: REST removes the slash at the end of a greedy value. It doesn't match a greedy parameter
// against nothing, see https://github.com/logandk/serverless-wsgi/issues/20. reported [rest-slash-on-resource,
// rest-trailing-slash-same-resource]: /payment also answers /payment/.
export const REST_PATHS: PathRules = { decodesFirst: false, endingSlashCounts: false, greedyMayBeEmpty: false, greedyKeepsSlash: false };
// reported [http2-encoded-slash-splits-segments, http2-encoded-percent-stays]: an HTTP API decodes the path once, before it looks for a
// route. reported [http-2.0-trailing-slash-no-route]: /todos doesn't answer /todos/. recorded [http1-greedy-empty]: /handler/ matches
// /handler/{proxy+} on HTTP APIs. assumed: a slash at the end of a greedy value stays.
export const HTTP_PATHS: PathRules = { decodesFirst: true, endingSlashCounts: true, greedyMayBeEmpty: true, greedyKeepsSlash: true };

/** A method in front of a path. */
const METHOD = /^[A-Z]+$/;
/** A key without a path. */
const NAMED_KEY = /^\$[a-z]+$/;
/** `{id}` or `{path+}`. */
const PARAMETER = /^\{([^{}+]+)(\+?)\}$/;

/**
 * Returns the parts of a route key.
 *
 * @throws GatewayError `invalid-route` if it is not one.
 */
export function parseRoute(key: string): Route {
  const route = readRoute(key);
  if (!('fault' in route)) return route;
  const { reason, fix } = formatRouteFault(key, route.fault, (text) => !('fault' in readRoute(text)));
  throw new GatewayError('invalid-route', ['route'], reason, fix);
}

/** The names and the values of path parameters. */
export type PathParameters = readonly (readonly [name: string, value: string])[];

/**
 * Matches a path against a route. The path is percent-encoded and has neither stage nor base path.
 *
 * @returns the parameters in the order of the route: still encoded, or decoded if the rules decode first. `undefined` if the path doesn't
 *   match.
 */
export function matchPath(route: Route, path: string, rules: PathRules): PathParameters | undefined {
  return matchText(route, textOf(path, rules), rules);
}

/** Returns the text of a path that is matched against routes. */
export function textOf(path: string, { decodesFirst }: PathRules): string {
  // recorded [http2-question-mark-cuts-path]: the path that routes match ends at a decoded question mark, as `rawPath` does.
  return decodesFirst ? decodePathUntilQuery(path) : path;
}

/** Does what {@link matchPath} does. Get the text with {@link textOf} once to match it against several routes. */
export function matchText({ segments }: Route, text: string, rules: PathRules): PathParameters | undefined {
  const parameters: [string, string][] = [];
  let start = 1; // behind the slash in front of the next segment
  for (const segment of segments) {
    if (start > text.length) return undefined;
    const slash = segment.kind === 'greedy' ? -1 : text.indexOf('/', start);
    const end = slash < 0 ? text.length : slash;
    const value = valueAt(segment, text, start, end, rules);
    if (value === undefined) return undefined;
    if (segment.kind !== 'literal') parameters.push([segment.text, value]);
    start = end + 1;
  }
  if (segments.length === 0 || start > text.length) return parameters;
  return start === text.length && !rules.endingSlashCounts ? parameters : undefined;
}

/** Returns the part of a path that a segment matches, or `undefined` if it doesn't match. */
function valueAt({ kind, text }: Segment, path: string, start: number, end: number, rules: PathRules): string | undefined {
  if (kind === 'literal' && end - start === text.length && path.startsWith(text, start)) return text;
  const value = path.slice(start, end);
  if (kind === 'greedy') return greedyValue(value, rules);
  if (kind === 'parameter') return value === '' ? undefined : value;
  return !rules.decodesFirst && decodePath(value) === text ? text : undefined;
}

/** Returns the parts of a route key, or what is wrong with it. */
export const readRoute: (key: string) => Route | { readonly fault: RouteFault } = /* @__PURE__ */ memoize(compileRoute);

function compileRoute(key: string): Route | { readonly fault: RouteFault } {
  if (NAMED_KEY.test(key)) return { method: undefined, path: key, key, segments: [] };
  const space = key.startsWith('/') ? -1 : key.indexOf(' ');
  const method = space < 0 ? undefined : key.slice(0, space);
  const path = key.slice(space + 1);
  if (method !== undefined && !METHOD.test(method)) return { fault: 'form' };
  if (method !== undefined && NAMED_KEY.test(path)) return { method, path, key: path, segments: [] };
  if (!path.startsWith('/')) return { fault: 'form' };
  const segments: Segment[] = [];
  for (const text of path.slice(1).split('/')) {
    const segment = readSegment(text);
    if (typeof segment === 'string') return { fault: segment };
    segments.push(segment);
  }
  const fault = faultOf(segments);
  return fault === undefined ? { method, path, key: `${method ?? 'ANY'} ${path}`, segments } : { fault };
}

function readSegment(text: string): Segment | RouteFault {
  if (text.startsWith(':') || text === '*') return 'express';
  if (!text.includes('{') && !text.includes('}')) return { kind: 'literal', text };
  const [, name, plus] = PARAMETER.exec(text) ?? [];
  if (name === undefined) return 'braces';
  return { kind: plus === '' ? 'parameter' : 'greedy', text: knownName(name).name };
}

function faultOf(segments: readonly Segment[]): RouteFault | undefined {
  const parameters = segments.filter(({ kind }) => kind !== 'literal');
  const last = segments.at(-1);
  if (parameters.some((segment) => segment.kind === 'greedy' && segment !== last)) return 'greedy-not-last';
  return new Set(parameters.map(({ text }) => text)).size < parameters.length ? 'repeated-name' : undefined;
}

function greedyValue(rest: string, { greedyMayBeEmpty, greedyKeepsSlash }: PathRules): string | undefined {
  const value = greedyKeepsSlash || !rest.endsWith('/') ? rest : rest.slice(0, -1);
  return value === '' && !greedyMayBeEmpty ? undefined : value;
}
