import { parseRoute, type Route } from '../../gateway/route.js';
import { decodePath } from '../../http/percent.js';

/** A route key, its parts, and its place in the list. */
export interface IndexedRoute {
  readonly key: string;
  readonly route: Route;
  readonly place: number;
}

/** A list of routes as a tree of their segments, so that a search reads only the routes that could match. */
export interface RouteIndex {
  /** The keys, to recognize a list that has changed. */
  readonly keys: readonly string[];
  /** Routes without a path, such as `$default`. They match every path. */
  readonly pathless: IndexedRoute[];
  readonly root: RouteNode;
}

/** The routes that share their first segments. */
interface RouteNode {
  readonly literals: Map<string, RouteNode>;
  parameter: RouteNode | undefined;
  /** Routes whose next segment is a greedy parameter. */
  readonly greedy: IndexedRoute[];
  /** Routes that end here. */
  readonly ends: IndexedRoute[];
}

const INDEXES = new WeakMap<readonly string[], RouteIndex>();

/** Returns the index of a list of routes, or `undefined` if there is none yet or the list has changed since. */
export function knownIndexOf(routes: readonly string[]): RouteIndex | undefined {
  const known = INDEXES.get(routes);
  return known !== undefined && isUnchanged(routes, known.keys) ? known : undefined;
}

/**
 * Makes the index of a list of routes. It is kept as long as the list.
 *
 * @throws GatewayError `invalid-route` if one of them is not a route key.
 */
export function indexRoutes(routes: readonly string[]): RouteIndex {
  const index: RouteIndex = { keys: [...routes], pathless: [], root: newNode() };
  for (const [place, key] of routes.entries()) addRoute(index, { key, route: parseRoute(key), place });
  INDEXES.set(routes, index);
  return index;
}

/**
 * Returns the routes that could match a path: each segment of the route is a parameter, or the path's own text.
 *
 * @param segments of the path; for an HTTP API, decoded.
 */
export function routesAlong({ pathless, root }: RouteIndex, segments: readonly string[]): IndexedRoute[] {
  const found = pathless.slice();
  let nodes: RouteNode[] = [root];
  for (const [depth, segment] of segments.entries()) {
    // A REST API ignores a slash at the end, which is an empty last segment.
    if (segment === '' && depth === segments.length - 1) for (const { ends } of nodes) addAll(found, ends);
    for (const { greedy } of nodes) addAll(found, greedy);
    nodes = stepInto(nodes, segment);
    if (nodes.length === 0) return found;
  }
  for (const { ends } of nodes) addAll(found, ends);
  return found;
}

function isUnchanged(routes: readonly string[], keys: readonly string[]): boolean {
  if (Object.isFrozen(routes)) return true;
  if (routes.length !== keys.length) return false;
  for (let place = 0; place < keys.length; place += 1) if (routes[place] !== keys[place]) return false;
  return true;
}

function newNode(): RouteNode {
  return { literals: new Map(), parameter: undefined, greedy: [], ends: [] };
}

function addRoute({ pathless, root }: RouteIndex, indexed: IndexedRoute): void {
  const { segments } = indexed.route;
  if (segments.length === 0) {
    pathless.push(indexed);
    return;
  }
  let node = root;
  for (const { kind, text } of segments) {
    if (kind === 'greedy') {
      node.greedy.push(indexed); // a greedy parameter is the last segment
      return;
    }
    node = kind === 'parameter' ? parameterOf(node) : literalOf(node, text);
  }
  node.ends.push(indexed);
}

function parameterOf(node: RouteNode): RouteNode {
  node.parameter ??= newNode();
  return node.parameter;
}

function literalOf({ literals }: RouteNode, text: string): RouteNode {
  const known = literals.get(text);
  if (known !== undefined) return known;
  const node = newNode();
  literals.set(text, node);
  return node;
}

function stepInto(nodes: readonly RouteNode[], segment: string): RouteNode[] {
  const next: RouteNode[] = [];
  const decoded = decodePath(segment); // a REST API compares literals decoded, too
  for (const { literals, parameter } of nodes) {
    const literal = literals.get(segment);
    if (literal !== undefined) next.push(literal);
    const other = decoded === segment ? undefined : literals.get(decoded);
    if (other !== undefined) next.push(other);
    if (parameter !== undefined) next.push(parameter);
  }
  return next;
}

function addAll(found: IndexedRoute[], routes: readonly IndexedRoute[]): void {
  for (const route of routes) found.push(route);
}
