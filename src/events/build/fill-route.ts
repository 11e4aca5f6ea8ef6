import { closestName } from '../../gateway/did-you-mean.js';
import { GatewayError } from '../../gateway/error.js';
import type { PathParameters, Route } from '../../gateway/route.js';
import { shorten } from '../../http/describe-value.js';
import { encodeSegment, isUnreserved } from '../../http/percent.js';

/** A route's path with values for its parameters. */
export interface FilledRoute {
  readonly path: string;
  /** What the route matches in the path. `undefined` if something in it is encoded or empty, so that kinds of APIs can read it differently. */
  readonly parameters: PathParameters | undefined;
}

/**
 * Fills parameters into a route's path. Values are percent-encoded; slashes stay in greedy ones. A route without a path gives `/`.
 *
 * @throws GatewayError `missing-path-parameter` if a value is missing, `unknown-path-parameter` if the route has no such parameter.
 */
export function fillRoute(route: Route, parameters: Readonly<Record<string, string | number>> = {}): FilledRoute {
  const filled: [string, string][] = [];
  let path = '';
  let isPlain = true;
  for (const { kind, text } of route.segments) {
    const value = kind === 'literal' ? text : valueFor(text, parameters, route);
    if (kind !== 'literal') filled.push([text, value]);
    if (value === '' || !isUnreserved(value)) isPlain = false;
    path += `/${kind === 'literal' ? text : encodeValue(value, kind)}`;
  }
  const stray = Object.keys(parameters).length === filled.length ? undefined : strayIn(parameters, route);
  if (stray !== undefined) throw stray;
  return { path: path === '' ? '/' : path, parameters: isPlain ? filled : undefined };
}

function valueFor(name: string, parameters: Readonly<Record<string, string | number>>, route: Route): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined) throw strayIn(parameters, route) ?? missingParameter(name, route);
  return String(value);
}

/** Returns the error for a value whose name no parameter of the route has. */
function strayIn(parameters: object, route: Route): GatewayError | undefined {
  const names = new Set(route.segments.filter(({ kind }) => kind !== 'literal').map(({ text }) => text));
  const stray = Object.keys(parameters).find((name) => !names.has(name));
  return stray === undefined ? undefined : unknownParameter(stray, names, route);
}

function encodeValue(value: string, kind: 'parameter' | 'greedy'): string {
  return kind === 'greedy' ? value.split('/').map(encodeSegment).join('/') : encodeSegment(value);
}

function unknownParameter(name: string, names: Iterable<string>, { path }: Route): GatewayError {
  const meant = closestName(name, names);
  const fix = meant === undefined ? `Remove \`pathParameters.${shorten(name)}\`.` : `Did you mean \`${meant}\`?`;
  const reason = `The route \`${shorten(path)}\` has no parameter \`${shorten(name)}\`.`;
  return new GatewayError('unknown-path-parameter', ['pathParameters', name], reason, fix);
}

function missingParameter(name: string, { path }: Route): GatewayError {
  const reason = `The route \`${shorten(path)}\` needs a value for \`${shorten(name)}\`.`;
  const fix = `Pass \`pathParameters: { ${shorten(name)}: '1' }\`, or \`path\`.`;
  return new GatewayError('missing-path-parameter', ['pathParameters', name], reason, fix);
}
