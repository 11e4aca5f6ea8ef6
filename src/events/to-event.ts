import type { Target } from '../aws/target.js';
import { checkGateway } from '../gateway/check-gateway.js';
import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import type { APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';
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

const TRANSLATIONS: { readonly [T in Target]: (resolved: ResolvedRequest) => TargetEvent[T] } = {
  rest: (resolved) => restEvent(routeRest(resolved)),
  'http-1.0': (resolved) => httpEventV1(routeHttpV1(resolved)),
  'http-2.0': (resolved) => httpEventV2(routeHttpV2(resolved)),
  websocket: websocketEvent,
  'function-url': (resolved) => functionUrlEvent(routeFunctionUrl(resolved)),
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
  return translateResolved(gateway.target, resolve(request, gateway, gateway.route));
}

/** Translates a resolved request, whose settings have this target. */
export function translateResolved<T extends Target>(target: T, resolved: ResolvedRequest): TargetEvent[T] {
  return TRANSLATIONS[target](resolved);
}
