import { closestName } from '../../gateway/did-you-mean.js';
import { GatewayError } from '../../gateway/error.js';
import type { Route } from '../../gateway/route.js';
import { shorten } from '../../http/describe-value.js';
import { encodeSegment } from '../../http/percent.js';

/**
 * Fills parameters into a route's path. Values are percent-encoded; slashes stay in greedy ones. A route without a path gives `/`.
 *
 * @throws GatewayError `missing-path-parameter` if a value is missing, `unknown-path-parameter` if the route has no such parameter.
 */
export function fillRoute(route: Route, parameters: Readonly<Record<string, string | number>> = {}): string {
  let filled = 0;
  let path = route.segments.length === 0 ? '/' : '';
  for (const { kind, text } of route.segments) {
    if (kind === 'literal') {
      path += `/${text}`;
      continue;
    }
    const value = Object.hasOwn(parameters, text) ? parameters[text] : undefined;
    if (value === undefined) throw strayIn(parameters, route) ?? missingParameter(text, route);
    path += `/${encodeValue(String(value), kind)}`;
    filled += 1;
  }
  const stray = Object.keys(parameters).length === filled ? undefined : strayIn(parameters, route);
  if (stray !== undefined) throw stray;
  return path;
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
