import { restContext } from '../../events/proxy-event.js';
import type { RoutedRequest } from '../../events/routing/paths.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import { smallestInteger } from '../java/numbers.js';
import { emptyMap, type JavaMap, putText, type Value } from '../java/value.js';
import { copyOverrides } from './overrides.js';

/**
 * Makes `$context` from the request context that a proxy event would have. recorded [context-maps-print-nothing]: the keys, in this order,
 * and that its maps print nothing.
 */
export function createContext(routed: RoutedRequest, carried: CustomOverrides | undefined): JavaMap {
  const { authorizer, ...context } = restContext(routed);
  const { traceId } = routed.gateway.ids ?? {};
  const entries: readonly (readonly [string, Value])[] = [
    ...Object.entries(context).map(([name, value]) => [name, toJava(value)] as const),
    ...(authorizer == null ? [] : [['authorizer', authorizerMap(authorizer)] as const]),
    // documented: the id of the trace. recorded [context-maps-print-nothing]: it is not always there. assumed: only with tracing.
    ...(traceId === undefined ? [] : [['xrayTraceId', traceId] as const]),
    ['requestOverride', copyOverrides('requestOverride', carried)],
    ['responseOverride', copyOverrides('responseOverride', carried)],
  ];
  const map = emptyMap('nothing');
  for (const [name, value] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) putText(map, name, value);
  return map;
}

/** The principal comes first. A template does not see how long the authorizer took. */
function authorizerMap(authorizer: Readonly<Record<string, unknown>>): JavaMap {
  const { principalId, integrationLatency: _, ...context } = authorizer;
  return recordMap(principalId === undefined ? context : { principalId, ...context });
}

function recordMap(record: Readonly<Record<string, unknown>>): JavaMap {
  const map = emptyMap('nothing');
  for (const [name, value] of Object.entries(record)) putText(map, name, toJava(value));
  return map;
}

function toJava(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return smallestInteger(BigInt(Math.trunc(value)));
  return typeof value === 'object' && value !== null ? recordMap({ ...value }) : null;
}
