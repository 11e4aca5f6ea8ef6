import type { Target } from '../aws/target.js';
import { checkGateway } from '../gateway/check-gateway.js';
import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import type { APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';
import { type PreparedRequest, prepareHttp, prepareRest } from './prepared-request.js';
import { httpEventV1, restEvent } from './proxy-event.js';
import { functionUrlEvent, httpEventV2 } from './proxy-event-v2.js';
import { checkRequestShape } from './request/check-request-shape.js';
import { type ResolvedRequest, resolve } from './request/resolved-request.js';
import { readRequest, type SentRequest } from './request/sent-request.js';
import { routeFunctionUrl, routeHttpV1, routeHttpV2, routeRest } from './routing/paths.js';
import { websocketEvent } from './websocket-event.js';

/** The event of each target. */
export interface TargetEvent {
  rest: APIGatewayProxyEvent;
  'http-1.0': APIGatewayProxyEvent;
  'http-2.0': APIGatewayProxyEventV2;
  websocket: APIGatewayProxyWebsocketEvent;
  'function-url': LambdaFunctionURLEvent;
}

/** The translation of a request, in two steps. Events of the same request can share what the first step finds. */
interface Translation<P, E> {
  prepare(resolved: ResolvedRequest): P;
  write(prepared: P): E;
}

/** What the events of each target are written from. */
interface TargetPrepared extends Record<HttpTarget, PreparedRequest> {
  websocket: ResolvedRequest;
}

type HttpTarget = Exclude<Target, 'websocket'>;

/** The translations, by target. */
export const TRANSLATIONS: { readonly [T in Target]: Translation<TargetPrepared[T], TargetEvent[T]> } = {
  rest: { prepare: (resolved) => prepareRest(routeRest(resolved)), write: restEvent },
  'http-1.0': { prepare: (resolved) => prepareHttp(routeHttpV1(resolved)), write: httpEventV1 },
  'http-2.0': { prepare: (resolved) => prepareHttp(routeHttpV2(resolved)), write: httpEventV2 },
  websocket: { prepare: (resolved) => resolved, write: websocketEvent },
  'function-url': { prepare: (resolved) => prepareHttp(routeFunctionUrl(resolved)), write: functionUrlEvent },
};

/**
 * Translates a request into the event that AWS sends to the function. The event has every field, in AWS's order, and is always the same for
 * the same input. It is valid against the guard and the schema of its target. The arguments are never changed. A request that
 * the gateway refuses before it invokes the function throws an error with the `status` that the client reads.
 *
 * @param request the request of the client. Its target includes the stage if the URL does, such as `/prod/users/1` for REST.
 * @param gateway the settings of the gateway between client and function.
 * @throws GatewayError if the path doesn't lead to the route: `stage-not-in-path`, `base-path-not-in-path`, `route-mismatch`,
 *   `invalid-route`; if a REST API refuses the request: `malformed-url`, `unsupported-content-encoding`, `request-too-large`,
 *   `body-not-allowed`, `url-too-long`; or if an argument is wrong: `unknown-target`, `invalid-option`, `missing-option`, `unknown-option`,
 *   `conflicting-options`, `nested-authorizer-context`, `unserialisable-json`.
 * @example
 * ```ts
 * import { toEvent } from 'apigw-proxy';
 *
 * const request = { method: 'GET', target: '/prod/users/1?tag=a&tag=b', headers: [] };
 * const event = toEvent(request, { target: 'rest', route: 'GET /users/{id}' });
 * console.log(event.path, event.pathParameters, event.multiValueQueryStringParameters); // => /users/1 { id: '1' } { tag: [ 'a', 'b' ] }
 * ```
 */
export function toEvent<T extends Target>(request: HttpRequest, gateway: Gateway<T>): TargetEvent[T] {
  checkGateway(gateway);
  checkRequestShape(request);
  return translate(request, gateway);
}

/** Translates a request without checking the arguments. */
export function translate<T extends Target>(request: HttpRequest, gateway: Gateway<T>): TargetEvent[T] {
  return translateSent(readRequest(request), gateway);
}

/** Translates a request that was read already. */
export function translateSent<T extends Target>(request: SentRequest, gateway: Gateway<T>): TargetEvent[T] {
  const { prepare, write } = TRANSLATIONS[gateway.target];
  return write(prepare(resolve(request, gateway, gateway.route)));
}
