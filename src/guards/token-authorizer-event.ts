// Generated from src/types/token-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import { isObject } from './fields.js';

/** Returns `true` if the value is a valid `APIGatewayTokenAuthorizerEvent`. Checks every field and allows unknown ones. */
export function isAPIGatewayTokenAuthorizerEvent(value: unknown): value is APIGatewayTokenAuthorizerEvent {
  return (
    isObject<APIGatewayTokenAuthorizerEvent>(value) &&
    value.type === 'TOKEN' &&
    typeof value.methodArn === 'string' &&
    typeof value.authorizationToken === 'string'
  );
}
