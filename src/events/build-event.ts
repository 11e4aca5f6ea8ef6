import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import { type EventInit, fromInit } from './init.js';
import { toEvent } from './to-event.js';

/**
 * Builds the complete event that a REST API would send for a request.
 *
 * @example
 * ```ts
 * import { buildRestEvent } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ route: 'GET /users/{id}', pathParameters: { id: 1 }, query: { full: true } });
 * console.log(event.path); // => '/users/1'
 * console.log(event.requestContext.path); // => '/prod/users/1'
 * ```
 * @throws GatewayError when the init contradicts itself.
 */
export function buildRestEvent(init: EventInit = {}): APIGatewayProxyEvent {
  const { request, gateway } = fromInit('rest', init);
  return toEvent(request, gateway);
}

/**
 * Builds the complete event that an HTTP API with payload format 2.0 would send for a request.
 *
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 *
 * const event = buildHttpEvent({ route: 'POST /users', json: { name: 'Ada' }, cookies: { session: 'abc' } });
 * console.log(event.body); // => '{"name":"Ada"}'
 * console.log(event.cookies); // => ['session=abc']
 * ```
 * @throws GatewayError when the init contradicts itself.
 */
export function buildHttpEvent(init: EventInit = {}): APIGatewayProxyEventV2 {
  const { request, gateway } = fromInit('http-2.0', init);
  return toEvent(request, gateway);
}

/**
 * Builds the complete event that an HTTP API with payload format 1.0 would send for a request.
 *
 * @throws GatewayError when the init contradicts itself.
 */
export function buildHttpEventV1(init: EventInit = {}): APIGatewayProxyEvent {
  const { request, gateway } = fromInit('http-1.0', init);
  return toEvent(request, gateway);
}

/**
 * Builds the complete event that a function URL would send for a request.
 *
 * @throws GatewayError when the init contradicts itself.
 */
export function buildFunctionUrlEvent(init: EventInit = {}): LambdaFunctionURLEvent {
  const { request, gateway } = fromInit('function-url', init);
  return toEvent(request, gateway);
}
