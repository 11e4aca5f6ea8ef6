import { eventHeaders } from './headers/headers.js';
import { type EventBody, eventBody } from './request/body.js';
import { type Entries, gather } from './request/maps.js';
import { parametersOf, restParametersOf } from './request/query.js';
import type { RoutedRequest } from './routing/paths.js';

/** A routed request, and what its event says about it. Every event that is written from it has its own objects. */
export interface PreparedRequest {
  readonly routed: RoutedRequest;
  readonly headers: Entries;
  /** The decoded parameters of the query. */
  readonly query: Entries;
  /** `undefined` without a body. */
  readonly body: EventBody | undefined;
}

/** Prepares the event of a REST API. */
export function prepareRest(routed: RoutedRequest): PreparedRequest {
  const { request, gateway } = routed;
  // recorded [rest-console-test-invoke]: a console test has only the headers that were entered, and null without any.
  const headers = gateway.testInvoke ? gather(request.fields.names, request.fields.values) : eventHeaders(routed);
  return { routed, headers, query: restParametersOf(request), body: eventBody(routed) };
}

/** Prepares the event of an HTTP API or a function URL. */
export function prepareHttp(routed: RoutedRequest): PreparedRequest {
  return { routed, headers: eventHeaders(routed), query: parametersOf(routed.request), body: eventBody(routed) };
}
