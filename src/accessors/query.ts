import { isPayload2, type RequestEvent } from './event.js';

/** The query's parameters, decoded; a repeated one has all its values in order. Payload 1.0 keeps no order between names. */
export function query(event: RequestEvent): URLSearchParams {
  if (isPayload2(event)) return new URLSearchParams(`?${event.rawQueryString}`);
  const parameters = new URLSearchParams();
  // Events that were written by hand often have the last values alone.
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? event.queryStringParameters ?? {})) {
    for (const value of [values ?? []].flat()) parameters.append(name, value);
  }
  return parameters;
}
