import { GatewayError } from '../gateway/error.js';
import { parseRoute } from '../gateway/route.js';
import { encodeSegment } from '../http/percent.js';

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
  const unused = new Set(Object.keys(parameters));
  const filled = !path.startsWith('/')
    ? '/'
    : path.replace(PARAMETER, (_, name: string, greedy: string) => {
        unused.delete(name);
        const value = parameters[name];
        if (value === undefined) missing(name, path);
        return greedy ? String(value).split('/').map(encodeSegment).join('/') : encodeSegment(String(value));
      });
  const [stray] = unused;
  if (stray !== undefined) {
    throw new GatewayError(
      'unknown-option',
      ['pathParameters', stray],
      `The route ${path} has no such parameter.`,
      'Remove it or rename it.',
    );
  }
  return filled;
}

function missing(name: string, path: string): never {
  throw new GatewayError(
    'missing-path-parameter',
    ['pathParameters', name],
    `The route ${path} needs a value for it.`,
    'Give one, or give path.',
  );
}
