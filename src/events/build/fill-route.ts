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
  for (const name of Object.keys(parameters)) if (!hasParameter(route, name)) throw unknownParameter(name, route);
  let path = route.segments.length === 0 ? '/' : '';
  for (const { kind, text } of route.segments)
    path += `/${kind === 'literal' ? text : encodeValue(readValue(text, parameters, route), kind)}`;
  return path;
}

function hasParameter({ segments }: Route, name: string): boolean {
  for (const { kind, text } of segments) if (text === name && kind !== 'literal') return true;
  return false;
}

function readValue(name: string, parameters: Readonly<Record<string, string | number>>, route: Route): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined) throw missingParameter(name, route);
  return String(value);
}

function encodeValue(value: string, kind: 'parameter' | 'greedy'): string {
  return kind === 'greedy' ? value.split('/').map(encodeSegment).join('/') : encodeSegment(value);
}

function unknownParameter(name: string, { path, segments }: Route): GatewayError {
  const names = segments.filter(({ kind }) => kind !== 'literal').map(({ text }) => text);
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
