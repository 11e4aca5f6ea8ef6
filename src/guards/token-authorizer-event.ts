// Generated from src/types/token-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import { isObject } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayTokenAuthorizerEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildTokenAuthorizerEvent, isAPIGatewayTokenAuthorizerEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayTokenAuthorizerEvent(buildTokenAuthorizerEvent({ headers: { Authorization: 'abc' } }))); // => true
 * ```
 */
export function isAPIGatewayTokenAuthorizerEvent(value: unknown): value is APIGatewayTokenAuthorizerEvent {
  return (
    isObject<APIGatewayTokenAuthorizerEvent>(value) &&
    value.type === 'TOKEN' &&
    typeof value.methodArn === 'string' &&
    typeof value.authorizationToken === 'string'
  );
}
