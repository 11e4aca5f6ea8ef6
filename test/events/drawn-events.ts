import { authorizerEvent, event } from 'apigw-proxy/arbitraries';
import type * as fc from 'fast-check';

/** Arbitrary events of every kind, by name. */
export const EVENTS: readonly (readonly [string, fc.Arbitrary<object>])[] = [
  ['rest', event('rest')],
  ['http-1.0', event('http-1.0')],
  ['http-2.0', event('http-2.0')],
  ['function-url', event('function-url')],
  ['websocket', event('websocket')],
  ['authorizer of rest', authorizerEvent('rest')],
  ['authorizer of http-1.0', authorizerEvent('http-1.0')],
  ['authorizer of http-2.0', authorizerEvent('http-2.0')],
  ['authorizer of websocket', authorizerEvent('websocket')],
];
