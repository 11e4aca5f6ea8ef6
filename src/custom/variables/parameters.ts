import { eventHeaders } from '../../events/headers/headers.js';
import { type Entries, gather, lastValues, mapOf } from '../../events/request/maps.js';
import { restParametersOf } from '../../events/request/query.js';
import type { RoutedRequest } from '../../events/routing/paths.js';
import type { RequestParameters } from './input.js';

/** Names and all their values, in order. */
export type ParameterLists = readonly (readonly [name: string, values: readonly string[]])[];

/** The parameters of a request, as templates and mappings see them. */
export interface RequestParts {
  readonly parameters: RequestParameters;
  readonly headers: ParameterLists;
  readonly query: ParameterLists;
}

/**
 * Reads the parameters. recorded [headers-visible-to-params]: templates see the headers that a proxy event has. Path parameters stay encoded:
 * documented [doc-path-param-encoded-slash].
 */
export function requestParts(routed: RoutedRequest): RequestParts {
  const { request, gateway, paths } = routed;
  const headers = gateway.testInvoke ? gather(request.fields.names, request.fields.values) : eventHeaders(routed);
  const query = restParametersOf(request);
  return {
    parameters: { path: mapOf(paths.parameters), querystring: lastValues(query), header: lastValues(headers) },
    headers: listsOf(headers),
    query: listsOf(query),
  };
}

function listsOf({ names, values }: Entries): ParameterLists {
  return names.map((name, place) => [name, asList(values[place])]);
}

function asList(value: string | string[] = []): string[] {
  return typeof value === 'string' ? [value] : value;
}
