import type { Target } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { APIGatewayRequestAuthorizerEvent } from '../../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../../types/token-authorizer-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../../types/websocket-request-authorizer-event.js';
import { type AuthorizerTarget, type TargetAuthorizerEvent, tokenEvent, translateForAuthorizer } from '../authorizer-event.js';
import { asSentHandshake } from '../headers/handshake.js';
import type { SentRequest } from '../request/sent-request.js';
import type {
  BuiltAuthorizerEvent,
  BuiltRequestAuthorizerEvent,
  BuiltRequestAuthorizerEventV1,
  BuiltRequestAuthorizerEventV2,
} from './built-authorizer-event.js';
import { type EventBuilder, eventBuilder, type InitTranslation } from './event-builder.js';

/**
 * Builds the event that a REST API sends to a Lambda authorizer of type TOKEN.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError `identity-missing` if the header with the token is missing: the gateway then answers 401 without calling the authorizer.
 * @example
 * ```ts
 * import { buildTokenAuthorizerEvent } from 'apigw-proxy';
 *
 * const event = buildTokenAuthorizerEvent({ route: 'GET /users', headers: { Authorization: 'Bearer abc' } });
 * console.log(event.authorizationToken); // => 'Bearer abc'
 * console.log(event.methodArn); // => 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users'
 * ```
 */
export const buildTokenAuthorizerEvent: EventBuilder<APIGatewayTokenAuthorizerEvent> = /* @__PURE__ */ eventBuilder(
  'rest',
  /* @__PURE__ */ inOneStep(tokenEvent),
);

/**
 * Builds the event that a REST API sends to a Lambda authorizer of type REQUEST.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError `identity-missing` if an identity source has no value; otherwise for an option that is unknown, wrong, or
 *   contradicts another one.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEvent } from 'apigw-proxy';
 *
 * const event = buildRequestAuthorizerEvent({ route: 'GET /users/{id}', path: '/users/1', headers: { Authorization: 'Bearer abc' } });
 * console.log(event.type, event.methodArn); // => REQUEST arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users/1
 * ```
 */
export const buildRequestAuthorizerEvent: EventBuilder<APIGatewayRequestAuthorizerEvent, BuiltRequestAuthorizerEvent> =
  /* @__PURE__ */ eventBuilder('rest', /* @__PURE__ */ inOneStep(requestEvent));

/**
 * Builds the event that an HTTP API sends to a Lambda authorizer with payload format 1.0.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError `identity-missing` if an identity source has no value; otherwise for an option that is unknown, wrong, or
 *   contradicts another one.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV1 } from 'apigw-proxy';
 *
 * const headers = { Authorization: 'Bearer abc' };
 * const event = buildRequestAuthorizerEventV1({ headers, identitySource: ['$request.header.Authorization'] });
 * console.log(event.version, event.identitySource); // => 1.0 Bearer abc
 * ```
 */
export const buildRequestAuthorizerEventV1: EventBuilder<APIGatewayRequestAuthorizerEventV1, BuiltRequestAuthorizerEventV1> =
  /* @__PURE__ */ eventBuilder('http-1.0', /* @__PURE__ */ inOneStep(requestEvent));

/**
 * Builds the event that an HTTP API sends to a Lambda authorizer with payload format 2.0.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError `identity-missing` if an identity source has no value; otherwise for an option that is unknown, wrong, or
 *   contradicts another one.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV2 } from 'apigw-proxy';
 *
 * const headers = { Authorization: 'Bearer abc' };
 * const event = buildRequestAuthorizerEventV2({ headers, identitySource: ['$request.header.Authorization'] });
 * console.log(event.version, event.identitySource); // => 2.0 [ 'Bearer abc' ]
 * ```
 */
export const buildRequestAuthorizerEventV2: EventBuilder<APIGatewayRequestAuthorizerEventV2, BuiltRequestAuthorizerEventV2> =
  /* @__PURE__ */ eventBuilder('http-2.0', /* @__PURE__ */ inOneStep(requestEvent));

/**
 * Builds the event that a WebSocket API sends to the Lambda authorizer of a handshake.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError `identity-missing` if an identity source has no value; otherwise for an option that is unknown, wrong, or
 *   contradicts another one.
 * @example
 * ```ts
 * import { buildWebsocketRequestAuthorizerEvent } from 'apigw-proxy';
 *
 * const event = buildWebsocketRequestAuthorizerEvent({ query: { token: 'abc' } });
 * console.log(event.methodArn.split('/').at(-1), event.queryStringParameters); // => $connect { token: 'abc' }
 * ```
 */
export const buildWebsocketRequestAuthorizerEvent: EventBuilder<APIGatewayWebsocketRequestAuthorizerEvent> = /* @__PURE__ */ eventBuilder(
  'websocket',
  /* @__PURE__ */ inOneStep(handshakeEvent),
);

/** Returns a translation whose events share nothing but the request. */
function inOneStep<T extends Target, TBuilt>(
  translate: (request: SentRequest, gateway: Gateway<T>, route: string | undefined) => TBuilt,
): InitTranslation<T, () => TBuilt, TBuilt> {
  return {
    prepare: (request, gateway, route) => () => translate(request, gateway, route),
    write: (translateAgain) => translateAgain(),
  };
}

function requestEvent<T extends AuthorizerTarget & Exclude<Target, 'websocket'>>(
  request: SentRequest,
  gateway: Gateway<T>,
  route: string | undefined,
): BuiltAuthorizerEvent[T] {
  const event: TargetAuthorizerEvent[AuthorizerTarget] = translateForAuthorizer(request, gateway, route);
  return event as BuiltAuthorizerEvent[T]; // the built types fit AWS's types, as a type test shows
}

function handshakeEvent(request: SentRequest, gateway: Gateway<'websocket'>): APIGatewayWebsocketRequestAuthorizerEvent {
  return translateForAuthorizer(asSentHandshake(request), gateway, undefined);
}
