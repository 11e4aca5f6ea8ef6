// Generated from src/types/websocket-request-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../types/websocket-request-authorizer-event.js';
import { isObject, isStringListMap, isStringMap } from './fields.js';
import { isAPIGatewayEventWebsocketConnectRequestContext } from './websocket-event.js';

/**
 * Returns `true` if the value is a valid `APIGatewayWebsocketRequestAuthorizerEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildWebsocketRequestAuthorizerEvent, isAPIGatewayWebsocketRequestAuthorizerEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayWebsocketRequestAuthorizerEvent(buildWebsocketRequestAuthorizerEvent())); // => true
 * ```
 */
export function isAPIGatewayWebsocketRequestAuthorizerEvent(value: unknown): value is APIGatewayWebsocketRequestAuthorizerEvent {
  return (
    isObject<APIGatewayWebsocketRequestAuthorizerEvent>(value) &&
    value.type === 'REQUEST' &&
    isAPIGatewayEventWebsocketConnectRequestContext(value.requestContext) &&
    typeof value.methodArn === 'string' &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    isStringMap(value.queryStringParameters) &&
    isStringListMap(value.multiValueQueryStringParameters) &&
    isStringMap(value.stageVariables)
  );
}
