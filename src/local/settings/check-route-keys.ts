import type { Target } from '../../aws/target.js';
import { GatewayError } from '../../gateway/error.js';
import { parseRoute, type Route } from '../../gateway/route.js';

/** Routes of a WebSocket API whose names are the gateway's. */
const MESSAGE_KEYS: readonly string[] = ['$connect', '$disconnect', '$default'];

/**
 * Checks the keys of routes: the target has such routes, and no two of them answer the same requests.
 *
 * @throws GatewayError `invalid-route`, or `conflicting-options` for two routes of which one would never be called.
 */
export function checkRouteKeys(keys: readonly string[], target: Target): void {
  if (target === 'websocket') {
    for (const key of keys) checkMessageKey(key);
    return;
  }
  const known = new Map<string, string>();
  for (const key of keys) {
    const route = parseRoute(key);
    checkForTarget(key, route, target);
    const shape = shapeOf(route);
    const other = known.get(shape);
    if (other !== undefined) {
      const reason = `The routes \`${other}\` and \`${key}\` answer the same requests.`;
      throw new GatewayError('conflicting-options', ['routes', key], reason, 'Remove one of them.');
    }
    known.set(shape, key);
  }
}

function checkForTarget(key: string, { path }: Route, target: Target): void {
  const isFine = target === 'rest' ? path.startsWith('/') : target !== 'function-url' || path === '$default';
  if (isFine) return;
  const fix = target === 'rest' ? 'Write `ANY /{proxy+}` and `ANY /`.' : 'Write `$default`, its only route.';
  throw new GatewayError('invalid-route', ['routes', key], `The target \`${target}\` has no route \`${key}\`.`, fix);
}

// Any other string is the key of a message route.
function checkMessageKey(key: string): void {
  if (!key.startsWith('$') || MESSAGE_KEYS.includes(key)) return;
  const fix = `Only ${MESSAGE_KEYS.join(', ')} start with \`$\`.`;
  throw new GatewayError('invalid-route', ['routes', key], `A WebSocket API has no route \`${key}\`.`, fix);
}

/** Writes a route without the names of its parameters: `GET /users/{}`. */
function shapeOf({ method = 'ANY', segments }: Route): string {
  const names = { literal: (text: string) => text, parameter: () => '{}', greedy: () => '{+}' };
  return `${method} ${segments.map(({ kind, text }) => names[kind](text)).join('/')}`;
}
