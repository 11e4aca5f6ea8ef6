import {
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
} from '../../events/build/build-authorizer-event.js';
import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent } from '../../events/build/build-event.js';
import { buildWebsocketSession } from '../../events/build/build-websocket-session.js';
import type { EventKind } from '../../types/event-kind.js';

/** Builds an event of each kind. */
export const SAMPLE_EVENTS: Readonly<Record<Exclude<EventKind, 'unknown'>, () => object>> = {
  rest: () => buildRestEvent(),
  'http-1.0': () => buildHttpEventV1(),
  'http-2.0': () => buildHttpEvent(),
  'function-url': () => buildFunctionUrlEvent(),
  'websocket-connect': () => buildWebsocketSession().connect(),
  'websocket-message': () => buildWebsocketSession().message('hello'),
  'websocket-disconnect': () => buildWebsocketSession().disconnect(),
  'authorizer-token': () => buildTokenAuthorizerEvent({ headers: { Authorization: 'Bearer token' } }),
  'authorizer-request-rest': () => buildRequestAuthorizerEvent(),
  'authorizer-request-http-1.0': () => buildRequestAuthorizerEventV1(),
  'authorizer-request-http-2.0': () => buildRequestAuthorizerEventV2(),
  'authorizer-request-websocket': () => buildWebsocketRequestAuthorizerEvent(),
};
