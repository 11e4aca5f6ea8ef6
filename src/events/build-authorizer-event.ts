import type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../types/websocket-request-authorizer-event.js';
import { toAuthorizerEvent, toTokenAuthorizerEvent } from './authorizer-event.js';
import { asHandshake } from './handshake.js';
import { type EventInit, fromInit } from './init.js';

/**
 * Builds the event that a REST API would send to a Lambda authorizer of type TOKEN.
 *
 * @example
 * ```ts
 * import { buildTokenAuthorizerEvent } from 'apigw-proxy';
 *
 * const event = buildTokenAuthorizerEvent({ route: 'GET /users', headers: { Authorization: 'Bearer abc' } });
 * console.log(event.authorizationToken); // => 'Bearer abc'
 * console.log(event.methodArn); // => 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users'
 * ```
 * @throws GatewayError when the init contradicts itself, or the token's header is missing.
 */
export function buildTokenAuthorizerEvent(init: EventInit): APIGatewayTokenAuthorizerEvent {
  const { request, gateway } = fromInit('rest', init);
  return toTokenAuthorizerEvent(request, gateway);
}

/**
 * Builds the event that a REST API would send to a Lambda authorizer of type REQUEST.
 *
 * @throws GatewayError when the init contradicts itself, or an identity source has no value.
 */
export function buildRequestAuthorizerEvent(init: EventInit = {}): APIGatewayRequestAuthorizerEvent {
  const { request, gateway } = fromInit('rest', init);
  return toAuthorizerEvent(request, gateway);
}

/**
 * Builds the event that an HTTP API would send to a Lambda authorizer with payload format 1.0.
 *
 * @throws GatewayError when the init contradicts itself, or an identity source has no value.
 */
export function buildRequestAuthorizerEventV1(init: EventInit = {}): APIGatewayRequestAuthorizerEventV1 {
  const { request, gateway } = fromInit('http-1.0', init);
  return toAuthorizerEvent(request, gateway);
}

/**
 * Builds the event that an HTTP API would send to a Lambda authorizer with payload format 2.0.
 *
 * @throws GatewayError when the init contradicts itself, or an identity source has no value.
 */
export function buildRequestAuthorizerEventV2(init: EventInit = {}): APIGatewayRequestAuthorizerEventV2 {
  const { request, gateway } = fromInit('http-2.0', init);
  return toAuthorizerEvent(request, gateway);
}

/**
 * Builds the event that a WebSocket API would send to the Lambda authorizer of a handshake.
 *
 * @throws GatewayError when the init contradicts itself, or an identity source has no value.
 */
export function buildWebsocketRequestAuthorizerEvent(init: EventInit = {}): APIGatewayWebsocketRequestAuthorizerEvent {
  const { request, gateway } = fromInit('websocket', init);
  return toAuthorizerEvent(asHandshake(request), gateway);
}
