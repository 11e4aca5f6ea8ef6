import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../types/websocket-request-authorizer-event.js';
import { isObject, isStringListMap, isStringMap } from './fields.js';
import { isConnectRequestContext } from './websocket-event.js';

/** Whether the value is the event of a WebSocket API's authorizer: the whole event, as the schema sees it. */
export function isAPIGatewayWebsocketRequestAuthorizerEvent(value: unknown): value is APIGatewayWebsocketRequestAuthorizerEvent {
  return (
    isObject<APIGatewayWebsocketRequestAuthorizerEvent>(value) &&
    value.type === 'REQUEST' &&
    typeof value.methodArn === 'string' &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    isStringMap(value.queryStringParameters) &&
    isStringListMap(value.multiValueQueryStringParameters) &&
    isStringMap(value.stageVariables) &&
    isConnectRequestContext(value.requestContext)
  );
}
