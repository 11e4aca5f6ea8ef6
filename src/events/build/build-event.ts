import { resolve } from '../request/resolved-request.js';
import { TRANSLATIONS } from '../to-event.js';
import type { InitAuthorizer } from './built-authorizer.js';
import type { BuiltEvent, InitClientCert } from './built-event.js';
import { eventBuilder } from './event-builder.js';
import type { EventsInit, HttpEventBuilder, HttpTarget } from './http-event-builder.js';

/**
 * Builds the complete event that a REST API sends for a request.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, has the wrong type, or contradicts another one.
 * @example
 * ```ts
 * import { buildRestEvent } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ route: 'GET /users/{id}', pathParameters: { id: 1 }, query: { full: true } });
 * console.log(event.path); // => '/users/1'
 * console.log(event.requestContext.path); // => '/prod/users/1'
 *
 * const buildDevEvent = buildRestEvent.with({ stage: 'dev', authorizer: { cognito: { claims: { sub: 'ada' } } } });
 * console.log(buildDevEvent({ path: '/users' }).requestContext.path); // => '/dev/users'
 * ```
 */
export const buildRestEvent: HttpEventBuilder<'rest'> = /* @__PURE__ */ httpEventBuilder('rest');

/**
 * Builds the complete event that an HTTP API with payload format 2.0 sends for a request.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, has the wrong type, or contradicts another one.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 *
 * const event = buildHttpEvent({ route: 'POST /users', json: { name: 'Ada' }, cookies: { session: 'abc' } });
 * console.log(event.body); // => '{"name":"Ada"}'
 * console.log(event.cookies); // => ['session=abc']
 * ```
 */
export const buildHttpEvent: HttpEventBuilder<'http-2.0'> = /* @__PURE__ */ httpEventBuilder('http-2.0');

/**
 * Builds the complete event that an HTTP API with payload format 1.0 sends for a request.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, has the wrong type, or contradicts another one.
 * @example
 * ```ts
 * import { buildHttpEventV1 } from 'apigw-proxy';
 *
 * const event = buildHttpEventV1({ route: 'GET /users/{id}', pathParameters: { id: 1 } });
 * console.log(event.version, event.resource, event.pathParameters.id); // => 1.0 /users/{id} 1
 * ```
 */
export const buildHttpEventV1: HttpEventBuilder<'http-1.0'> = /* @__PURE__ */ httpEventBuilder('http-1.0');

/**
 * Builds the complete event that a function URL sends for a request.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, has the wrong type, or contradicts another one.
 * @example
 * ```ts
 * import { buildFunctionUrlEvent } from 'apigw-proxy';
 *
 * const event = buildFunctionUrlEvent({ path: '/caf%C3%A9', query: { page: 2 } });
 * console.log(event.rawPath, event.rawQueryString, event.routeKey); // => /caf%C3%A9 page=2 $default
 * ```
 */
export const buildFunctionUrlEvent: HttpEventBuilder<'function-url'> = /* @__PURE__ */ httpEventBuilder('function-url');

/**
 * Builds the events of one request for every target. Use it to test code that handles all of them.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
 * @example
 * ```ts
 * import { buildEvents, detectEvent } from 'apigw-proxy';
 *
 * const events = buildEvents({ method: 'POST', path: '/users', json: { name: 'Ada' } });
 * console.log(Object.values(events).map(detectEvent)); // => ['rest', 'http-1.0', 'http-2.0', 'function-url']
 * ```
 */
export function buildEvents<const TAuthorizer extends InitAuthorizer = undefined, TClientCert extends InitClientCert = undefined>(
  init: EventsInit<TAuthorizer, TClientCert> = {},
): BuiltEvent<TAuthorizer, string, TClientCert> {
  return {
    rest: buildRestEvent(init),
    'http-1.0': buildHttpEventV1(init),
    'http-2.0': buildHttpEvent(init),
    'function-url': buildFunctionUrlEvent(init),
  };
}

/**
 * Builds the events of one request for every target, as rows of a table: the target and its event.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
 * @example
 * ```ts
 * import { buildEventTable, method } from 'apigw-proxy';
 *
 * for (const [target, event] of buildEventTable({ method: 'PUT' })) console.log(target, method(event));
 * // test.each(buildEventTable({ method: 'PUT' }))('%s', (target, event) => { … })
 * ```
 */
export function buildEventTable<const TAuthorizer extends InitAuthorizer = undefined, TClientCert extends InitClientCert = undefined>(
  init: EventsInit<TAuthorizer, TClientCert> = {},
): EventRow<BuiltEvent<TAuthorizer, string, TClientCert>>[] {
  const events = buildEvents(init);
  return [
    ['rest', events.rest],
    ['http-1.0', events['http-1.0']],
    ['http-2.0', events['http-2.0']],
    ['function-url', events['function-url']],
  ];
}

/** A target and its event. */
export type EventRow<TEvents extends object = BuiltEvent> = { [T in keyof TEvents]: [target: T, event: TEvents[T]] }[keyof TEvents];

function httpEventBuilder<T extends HttpTarget>(target: T): HttpEventBuilder<T> {
  const { prepare, write } = TRANSLATIONS[target];
  const builder: unknown = eventBuilder(target, {
    prepare: (request, gateway, route, endpoint) => prepare(resolve(request, gateway, route, endpoint)),
    write,
  });
  // The type also follows the route and the authorizer of the options. `BuiltEvent` says how, and a type test compares it with AWS's types.
  return builder as HttpEventBuilder<T>;
}
