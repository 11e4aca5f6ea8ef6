import type * as fc from 'fast-check';
import type { Target } from '../aws/target.js';
import { type AuthorizerTarget, type TargetAuthorizerEvent, toAuthorizerEvent } from '../events/authorizer-event.js';
import { type TargetEvent, toEvent } from '../events/to-event.js';
import { exchange } from './exchange.js';

/** Generates the event that a target's function gets, as `toEvent` makes it. */
export function event<T extends Target>(target: T): fc.Arbitrary<TargetEvent[T]> {
  return exchange(target).map(({ request, gateway }) => toEvent(request, gateway));
}

/** Generates the event that a target's request authorizer gets, as `toAuthorizerEvent` makes it. */
export function authorizerEvent<T extends AuthorizerTarget>(target: T): fc.Arbitrary<TargetAuthorizerEvent[T]> {
  return exchange(target).map(({ request, gateway }) => toAuthorizerEvent(request, gateway));
}
