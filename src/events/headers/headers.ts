import type { Gateway } from '../../gateway/gateway.js';
import { knownName } from '../../http/known-name.js';
import type { HttpRequest } from '../../http/request.js';
import { titleCase } from '../../http/title-case.js';
import { addValue, type Entries } from '../request/maps.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import { addGatewayHeaders } from './gateway-headers.js';
import { HEADER_RULES, type HeaderReader, type HeaderRules } from './header-rules.js';
import { sortedOrder } from './sorted-order.js';

/**
 * Returns the headers of an event: those of the client, without the dropped ones, and those of the gateway.
 *
 * @param reader who gets the event. Default: the function.
 */
export function eventHeaders(resolved: ResolvedRequest, reader: HeaderReader = resolved.gateway.target): Entries {
  const { request, gateway } = resolved;
  const rules = HEADER_RULES[reader];
  const keys: string[] = [];
  const names: string[] = [];
  const values: string[] = [];
  for (const [sent, value] of request.headers) {
    const { name, lower: key } = knownName(sent);
    if (rules.dropped.has(key) || (rules.dropsSignature && key === 'authorization' && value.startsWith('AWS4-'))) continue;
    keys.push(key);
    names.push(spell(name, key, request, gateway, rules));
    values.push(value);
  }
  const ofClient = keys.length;
  addGatewayHeaders(resolved, rules, (name, value) => {
    const { lower: key } = knownName(name);
    keys.push(key);
    names.push(rules.spelling === 'lower-case' ? key : name);
    values.push(value);
  });
  const headers = merge(keys, names, values, ofClient);
  return rules.order === 'bytes' && rules.spelling === 'as-sent' ? sortByName(headers) : headers;
}

/** Sorts headers by key, and joins those of one key. The gateway's header replaces the client's ones. */
function merge(keys: readonly string[], names: readonly string[], values: readonly string[], ofClient: number): Entries {
  const merged: Entries = { names: [], values: [] };
  let last: string | undefined;
  for (const place of sortedOrder(keys)) {
    const name = names[place] ?? '';
    const value = values[place] ?? '';
    const isRepeated = keys[place] === last;
    last = keys[place];
    if (isRepeated && place < ofClient) {
      addValue(merged.values, merged.values.length - 1, value);
      continue;
    }
    const at = isRepeated ? merged.names.length - 1 : merged.names.length;
    merged.names[at] = name;
    merged.values[at] = value;
  }
  return merged;
}

function sortByName({ names, values }: Entries): Entries {
  const order = sortedOrder(names);
  return { names: order.map((place) => names[place] ?? ''), values: order.map((place) => values[place] ?? '') };
}

/** Spells the name of a client's header as in the event. */
function spell(name: string, key: string, request: HttpRequest, gateway: Gateway, rules: HeaderRules): string {
  if (rules.spelling === 'lower-case') return key;
  // recorded [rest-greedy-plain]: CloudFront capitalizes these two, however the client spelled them.
  const isEdge = gateway.target === 'rest' && gateway.endpointType === 'EDGE';
  if (isEdge && (key === 'authorization' || key === 'user-agent')) return titleCase(key);
  if (request.httpVersion === '2') return rules.capitalised.has(key) ? titleCase(key) : key;
  return name;
}
