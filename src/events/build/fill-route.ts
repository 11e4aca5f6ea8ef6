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
  const names = new Set(route.segments.filter(({ kind }) => kind !== 'literal').map(({ text }) => text));
  const stray = Object.keys(parameters).find((name) => !names.has(name));
  if (stray !== undefined) throw unknownParameter(stray, names, route);
  const segments = route.segments.map(({ kind, text }) => {
    if (kind === 'literal') return text;
    const value = Object.hasOwn(parameters, text) ? parameters[text] : undefined;
    if (value === undefined) throw missingParameter(text, route);
    return kind === 'greedy' ? String(value).split('/').map(encodeSegment).join('/') : encodeSegment(String(value));
  });
  return `/${segments.join('/')}`;
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
