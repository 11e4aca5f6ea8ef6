import { addGatewayHeaders } from '../../../src/events/headers/gateway-headers.js';
import { HEADER_RULES, type HeaderReader, type HeaderRules } from '../../../src/events/headers/header-rules.js';
import type { ResolvedRequest } from '../../../src/events/request/resolved-request.js';
import { titleCase } from '../../../src/http/title-case.js';

/** One header of an event: its name, spelled as in the event, and its values in order. */
export type HeaderEntry = readonly [name: string, values: string[]];

/** The headers of an event, collected in a map and sorted at the end. The library must find the same ones. */
export function eventHeadersPlainly(resolved: ResolvedRequest, reader: HeaderReader): HeaderEntry[] {
  const rules = HEADER_RULES[reader];
  const headers = new Map<string, HeaderEntry>();
  for (const [name, value] of resolved.request.headers) {
    const key = name.toLowerCase();
    if (rules.dropped.has(key) || (rules.dropsSignature && key === 'authorization' && value.startsWith('AWS4-'))) continue;
    const entry = headers.get(key);
    if (entry === undefined) headers.set(key, [spell(name, key, resolved, rules), [value]]);
    else entry[1].push(value);
  }
  addGatewayHeaders(resolved, rules, (name, value) => {
    headers.set(name.toLowerCase(), [rules.spelling === 'lower-case' ? name.toLowerCase() : name, [value]]);
  });
  const byKey = [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return rules.order === 'ignoring-case' ? byKey : byKey.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Pairs grouped by name, in the order of their first appearance. */
export function gatherPlainly(pairs: Iterable<readonly [name: string, value: string]>): HeaderEntry[] {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) lists.set(name, [...(lists.get(name) ?? []), value]);
  return [...lists];
}

function spell(name: string, key: string, { request, gateway }: ResolvedRequest, rules: HeaderRules): string {
  if (rules.spelling === 'lower-case') return key;
  const isEdge = gateway.target === 'rest' && gateway.endpointType === 'EDGE';
  if (isEdge && (key === 'authorization' || key === 'user-agent')) return titleCase(key);
  if (request.httpVersion === '2') return rules.capitalised.has(key) ? titleCase(key) : key;
  return name;
}
