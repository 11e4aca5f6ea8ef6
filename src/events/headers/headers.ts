import { cloudFrontOf } from '../../gateway/cloud-front.js';
import { type Fields, fieldsOf } from '../request/fields.js';
import type { Entries } from '../request/maps.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import { isEdgeOptimized } from './gateway-headers.js';
import { HEADER_RULES, type HeaderReader } from './header-rules.js';
import { layoutFor } from './known-layouts.js';

/**
 * Returns the headers of an event: those of the client, without the dropped ones, and those of the gateway.
 *
 * @param reader who gets the event. Default: the function.
 */
export function eventHeaders(resolved: ResolvedRequest, reader: HeaderReader = resolved.gateway.target): Entries {
  const { request, gateway } = resolved;
  const rules = HEADER_RULES[reader];
  const fields = rules.dropsSignature ? withoutSignature(request.fields) : request.fields;
  const isHttp2 = request.httpVersion === '2';
  const { names, sources, added } = layoutFor(fields, { rules, isEdge: isEdgeOptimized(gateway), isHttp2 });
  const edge = cloudFrontOf(gateway);
  const ofGateway: string[] = [];
  for (const header of added) ofGateway.push(header.valueOf(resolved, edge));
  const values: (string | string[])[] = [];
  for (const source of sources) values.push(valueAt(source, fields.values, ofGateway));
  return { names, values };
}

function valueAt(source: number | readonly number[], sent: readonly string[], ofGateway: readonly string[]): string | string[] {
  if (typeof source === 'object') return source.map((place) => sent[place] ?? '');
  return (source < sent.length ? sent[source] : ofGateway[source - sent.length]) ?? '';
}

/** Drops Authorization headers with a SigV4 signature. */
function withoutSignature(fields: Fields): Fields {
  const { keys, names, values } = fields;
  const isKept = (_: string, place: number): boolean => keys[place] !== 'authorization' || !values[place]?.startsWith('AWS4-');
  return keys.every(isKept) ? fields : fieldsOf(names.filter(isKept), values.filter(isKept));
}
