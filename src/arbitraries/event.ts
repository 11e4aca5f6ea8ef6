import type * as fc from 'fast-check';
import type { Target } from '../aws/target.js';
import { type AuthorizerTarget, type TargetAuthorizerEvent, toAuthorizerEvent } from '../events/authorizer-event.js';
import { type TargetEvent, toEvent } from '../events/to-event.js';
import { exchange } from './exchange.js';

/**
 * Generates the event that a target's function gets, as `toEvent` makes it.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { detectEvent } from 'apigw-proxy';
 * import { event } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(event('http-2.0'), (drawn) => detectEvent(drawn) === 'http-2.0'));
 * ```
 */
export function event<T extends Target>(target: T): fc.Arbitrary<TargetEvent[T]> {
  return exchange(target).map(({ request, gateway }) => toEvent(request, gateway));
}

/**
 * Generates the event that a target's request authorizer gets, as `toAuthorizerEvent` makes it.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { detectEvent } from 'apigw-proxy';
 * import { authorizerEvent } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(authorizerEvent('rest'), (drawn) => detectEvent(drawn) === 'authorizer-request-rest'));
 * ```
 */
export function authorizerEvent<T extends AuthorizerTarget>(target: T): fc.Arbitrary<TargetAuthorizerEvent[T]> {
  return exchange(target).map(({ request, gateway }) => toAuthorizerEvent(request, gateway));
}
