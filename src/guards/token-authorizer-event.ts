import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import { isObject } from './fields.js';

/** Whether the value is the event of a REST API's token authorizer: the whole event, as the schema sees it. */
export function isAPIGatewayTokenAuthorizerEvent(value: unknown): value is APIGatewayTokenAuthorizerEvent {
  return (
    isObject<APIGatewayTokenAuthorizerEvent>(value) &&
    value.type === 'TOKEN' &&
    typeof value.methodArn === 'string' &&
    typeof value.authorizationToken === 'string'
  );
}
