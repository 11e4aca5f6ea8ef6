import type { Target } from '../aws/target.js';
import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import type { APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';
import { httpEventV1, restEvent } from './proxy-event.js';
import { functionUrlEvent, httpEventV2 } from './proxy-event-v2.js';
import { websocketEvent } from './websocket-event.js';

/** The event of each target. */
export interface TargetEvent {
  rest: APIGatewayProxyEvent;
  'http-1.0': APIGatewayProxyEvent;
  'http-2.0': APIGatewayProxyEventV2;
  websocket: APIGatewayProxyWebsocketEvent;
  'function-url': LambdaFunctionURLEvent;
}

const TRANSLATIONS: { readonly [T in Target]: (request: HttpRequest, gateway: Gateway) => TargetEvent[T] } = {
  rest: restEvent,
  'http-1.0': httpEventV1,
  'http-2.0': httpEventV2,
  websocket: websocketEvent,
  'function-url': functionUrlEvent,
};

/**
 * Translates a request into the event that the gateway hands to the function: field for field what AWS sends, deterministic, valid
 * against the target's guard and schema. Nothing is mutated. A strange request line never throws.
 *
 * @param request what the client sent; its target includes the stage where the URL does (`/prod/users/1` for REST).
 * @param gateway the settings of the gateway between them.
 * @throws GatewayError when the path cannot lead to the route: `stage-not-in-path`, `base-path-not-in-path`, `route-mismatch`,
 *   `invalid-route`.
 */
export function toEvent<T extends Target>(request: HttpRequest, gateway: Gateway<T>): TargetEvent[T] {
  return TRANSLATIONS[gateway.target](request, gateway);
}
