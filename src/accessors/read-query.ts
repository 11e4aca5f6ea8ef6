import { isPayload2 } from '../aws/payload-format.js';
import { type Payload2Event, type QueryEvent, requireField } from './event.js';
import { requireEvent } from './require-event.js';

/** Returns the query's parameters, decoded, in the order that the payload format keeps. */
export function readQuery(event: QueryEvent): URLSearchParams {
  requireEvent(event);
  if (isPayload2(event)) return new URLSearchParams(`?${rawQueryOf(event)}`);
  const parameters = new URLSearchParams();
  // Handwritten events often lack the multi-value map.
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? event.queryStringParameters ?? {})) {
    for (const value of [values].flat()) if (typeof value === 'string') parameters.append(name, value);
  }
  return parameters;
}

/** Returns the query of a payload 2.0 event as the client sent it; an empty string without a query. */
export function rawQueryOf({ rawQueryString }: Pick<Payload2Event, 'rawQueryString'>): string {
  return requireField(rawQueryString ?? '', 'rawQueryString');
}
