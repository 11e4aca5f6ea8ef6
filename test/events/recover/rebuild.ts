import {
  type BuildInit,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketEvent,
  buildWebsocketRequestAuthorizerEvent,
  fromEvent,
  type RecoverableEvent,
} from 'apigw-proxy/events';
import { detectEvent } from 'apigw-proxy/guards';

/** The builder of each kind of event. The type of its options depends on the kind. */
const BUILDERS: Readonly<Record<Exclude<ReturnType<typeof detectEvent>, 'unknown'>, unknown>> = {
  rest: buildRestEvent,
  'http-1.0': buildHttpEventV1,
  'http-2.0': buildHttpEvent,
  'function-url': buildFunctionUrlEvent,
  'websocket-connect': buildWebsocketEvent,
  'websocket-message': buildWebsocketEvent,
  'websocket-disconnect': buildWebsocketEvent,
  'authorizer-token': buildTokenAuthorizerEvent,
  'authorizer-request-rest': buildRequestAuthorizerEvent,
  'authorizer-request-http-1.0': buildRequestAuthorizerEventV1,
  'authorizer-request-http-2.0': buildRequestAuthorizerEventV2,
  'authorizer-request-websocket': buildWebsocketRequestAuthorizerEvent,
};

/** Builds an event with the options that `fromEvent` finds out. */
export function rebuild(event: unknown): unknown {
  const kind = detectEvent(event);
  if (kind === 'unknown') throw new Error('The event is unknown.');
  const build = BUILDERS[kind] as (init: BuildInit<object>) => unknown;
  return build(fromEvent(event as RecoverableEvent) as BuildInit<object>);
}
