import { GatewayError } from '../../gateway/error.js';
import { parseRoute } from '../../gateway/route.js';
import { encodeSegment } from '../../http/percent.js';

/** `{id}` or `{path+}`, anywhere in a route's path. */
const PARAMETER = /\{([^{}+]+)(\+?)\}/g;

/**
 * The path that a route has with its parameters filled in: values are percent-encoded, slashes stay in greedy ones. Without a route, or
 * with a route that has no path, `/`.
 *
 * @throws GatewayError `missing-path-parameter` when a value is missing, `unknown-option` when the route has no such parameter.
 */
export function fillRoute(route: string | undefined, parameters: Readonly<Record<string, string | number>> = {}): string {
  const path = route === undefined ? '/' : parseRoute(route).path;
  for (const name of Object.keys(parameters)) if (!path.includes(`{${name}}`) && !path.includes(`{${name}+}`)) stray(name, path);
  if (!path.startsWith('/')) return '/';
  return path.replace(PARAMETER, (_, name: string, greedy: string) => {
    const value = parameters[name];
    if (value === undefined) missing(name, path);
    return greedy ? String(value).split('/').map(encodeSegment).join('/') : encodeSegment(String(value));
  });
}

function stray(name: string, path: string): never {
  throw new GatewayError('unknown-option', ['pathParameters', name], `The route ${path} has no such parameter.`, 'Remove it or rename it.');
}

function missing(name: string, path: string): never {
  throw new GatewayError(
    'missing-path-parameter',
    ['pathParameters', name],
    `The route ${path} needs a value for it.`,
    'Give one, or give path.',
  );
}
