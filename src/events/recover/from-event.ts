import { isFunctionUrlHost } from '../../aws/host-names.js';
import { isPayload2, isWebsocketEvent } from '../../aws/payload-format.js';
import type { Target } from '../../aws/target.js';
import { argumentError } from '../../http/argument-error.js';
import { isObject } from '../../http/is-object.js';
import type { LambdaFunctionURLEvent } from '../../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../../types/proxy-event-v2.js';
import type { APIGatewayRequestAuthorizerEvent } from '../../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../../types/token-authorizer-event.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../../types/websocket-request-authorizer-event.js';
import type { BuildInit } from '../build/event-builder.js';
import type { Override } from '../build/override.js';
import { differenceOf } from './difference.js';
import type { Fields } from './fields.js';
import { type AnyKind, rebuildEvent } from './recoveries.js';

/** The events that {@link fromEvent} reads. */
export type RecoverableEvent =
  | APIGatewayProxyEvent<unknown>
  | APIGatewayProxyEventV2<unknown>
  | LambdaFunctionURLEvent<unknown>
  | APIGatewayProxyWebsocketEvent
  | APIGatewayTokenAuthorizerEvent
  | APIGatewayRequestAuthorizerEvent
  | APIGatewayRequestAuthorizerEventV1
  | APIGatewayRequestAuthorizerEventV2
  | APIGatewayWebsocketRequestAuthorizerEvent;

/**
 * Returns the options that build an equal event, so that a test can vary an event that it has captured: the same event with another path, body
 * or user, and every mirrored field follows. Pass them to the builder of that kind of event, such as `buildRestEvent`, or to its `with`.
 *
 * Fields that no option describes are in `override`. Equal means the same keys and values; their order can differ.
 *
 * @param event an event as AWS sends it; see {@link repairEvent} for those of other tools.
 * @throws TypeError if the event is not one of API Gateway or of a function URL.
 * @example
 * ```ts
 * import { buildHttpEvent, fromEvent } from 'apigw-proxy';
 *
 * const captured = buildHttpEvent({ route: 'GET /users/{id}', path: '/users/1', cookies: { session: 'abc' } }); // from your logs
 * const event = buildHttpEvent.with(fromEvent(captured))({ path: '/users/2' });
 * console.log(event.rawPath, event.pathParameters, event.cookies); // => /users/2 { id: '2' } [ 'session=abc' ]
 * ```
 */
export function fromEvent<E extends RecoverableEvent>(event: E): BuildInit<E> {
  const { init, built } = rebuildEvent(event, kindOf(event));
  const override = differenceOf(built, event) as Override<E> | undefined; // parts of the event
  return { ...init, ...(override !== undefined && { override }) };
}

function kindOf(event: unknown): AnyKind {
  const kind = isObject(event) ? proxyKindOf(event) : undefined;
  if (isObject(event) && event['type'] === 'TOKEN') return 'authorizer-token';
  if (kind === undefined) throw argumentError(['event'], 'an event of API Gateway or of a function URL', event, 'Pass the whole event.');
  return isObject(event) && event['type'] === 'REQUEST' ? `authorizer-${kind}` : kind;
}

function proxyKindOf(event: Fields): Target | undefined {
  const { requestContext, version, httpMethod } = event;
  if (!isObject(requestContext) || 'elb' in requestContext) return undefined;
  if (isWebsocketEvent({ requestContext })) return 'websocket';
  if (version === '1.0' && typeof httpMethod === 'string') return 'http-1.0';
  if (isPayload2({ requestContext })) {
    const { domainName } = requestContext;
    return typeof domainName === 'string' && isFunctionUrlHost(domainName) ? 'function-url' : 'http-2.0';
  }
  return typeof httpMethod === 'string' ? 'rest' : undefined;
}
