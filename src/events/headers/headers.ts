import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { titleCase } from '../../http/title-case.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import { addGatewayHeaders } from './gateway-headers.js';
import { HEADER_RULES, type HeaderReader, type HeaderRules } from './header-rules.js';

/** One header of an event: its name, spelled as in the event, and its values in order. */
export type HeaderEntry = readonly [name: string, values: string[]];

/**
 * Returns the headers of an event: those of the client, without the dropped ones, and those of the gateway.
 *
 * @param reader who gets the event. Default: the function.
 */
export function eventHeaders(resolved: ResolvedRequest, reader: HeaderReader = resolved.gateway.target): HeaderEntry[] {
  const { request, gateway } = resolved;
  const rules = HEADER_RULES[reader];
  const headers = new Map<string, HeaderEntry>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (rules.dropped.has(key) || (rules.dropsSignature && key === 'authorization' && value.startsWith('AWS4-'))) continue;
    const entry = headers.get(key);
    if (entry === undefined) headers.set(key, [spell(name, key, request, gateway, rules), [value]]);
    else entry[1].push(value);
  }
  addGatewayHeaders(resolved, rules, (name, value) => {
    const key = name.toLowerCase();
    headers.set(key, [rules.spelling === 'lower-case' ? key : name, [value]]);
  });
  return rules.order === 'ignoring-case' ? inOrderOfKeys(headers) : [...headers.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function inOrderOfKeys(headers: ReadonlyMap<string, HeaderEntry>): HeaderEntry[] {
  const ordered: HeaderEntry[] = [];
  for (const key of [...headers.keys()].sort()) {
    const entry = headers.get(key);
    if (entry !== undefined) ordered.push(entry);
  }
  return ordered;
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
