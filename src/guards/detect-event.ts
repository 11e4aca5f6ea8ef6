import { isFunctionUrlHost } from '../aws/host-names.js';
import type { EventKind } from '../types/event-kind.js';
import { isObject, type Unchecked } from './fields.js';
import { isLambdaFunctionURLEvent } from './function-url-event.js';
import { isAPIGatewayProxyEvent } from './proxy-event.js';
import { isAPIGatewayProxyEventV2 } from './proxy-event-v2.js';
import { isAPIGatewayRequestAuthorizerEvent } from './request-authorizer-event.js';
import { isAPIGatewayRequestAuthorizerEventV1 } from './request-authorizer-event-v1.js';
import { isAPIGatewayRequestAuthorizerEventV2 } from './request-authorizer-event-v2.js';
import { isAPIGatewayTokenAuthorizerEvent } from './token-authorizer-event.js';
import {
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
} from './websocket-event.js';
import { isAPIGatewayWebsocketRequestAuthorizerEvent } from './websocket-request-authorizer-event.js';

/**
 * Tells which event the value is. The answer is a kind only when the whole event passes the guard of that kind: an event of another
 * service that looks alike (a load balancer's, VPC Lattice's), or one that lacks a field, is `'unknown'`.
 *
 * @example
 * switch (detectEvent(event)) {
 *   case 'rest':
 *   case 'http-1.0':
 *     return fromPayload1(event);
 *   case 'http-2.0':
 *     return fromPayload2(event);
 * }
 */
export function detectEvent(value: unknown): EventKind {
  if (!isObject<Marks>(value)) return 'unknown';
  const { type, version } = value;
  const { eventType, domainName } = isObject<ContextMarks>(value.requestContext) ? value.requestContext : NO_MARKS;
  // The console's authorizer test adds a body, so that an authorizer's event can be a whole proxy event: its mark comes first.
  if (type === 'TOKEN') return isAPIGatewayTokenAuthorizerEvent(value) ? 'authorizer-token' : 'unknown';
  if (type === 'REQUEST') return detectRequestAuthorizerEvent(value, version, eventType);
  // A WebSocket event of 2019 can carry a REST event's fields beside its own.
  if (eventType !== undefined) return detectWebsocketEvent(value, eventType);
  if (version === '2.0') return detectEventV2(value, domainName);
  if (!isAPIGatewayProxyEvent(value)) return 'unknown';
  return version === '1.0' ? 'http-1.0' : 'rest';
}

/** The fields that tell kinds apart. */
interface Marks {
  type: string;
  version: string;
  requestContext: ContextMarks;
}

interface ContextMarks {
  eventType: string;
  domainName: string;
}

const NO_MARKS: Unchecked<ContextMarks> = {};

function detectRequestAuthorizerEvent(value: unknown, version: unknown, eventType: unknown): EventKind {
  if (version === '2.0') return isAPIGatewayRequestAuthorizerEventV2(value) ? 'authorizer-request-http-2.0' : 'unknown';
  if (version === '1.0') return isAPIGatewayRequestAuthorizerEventV1(value) ? 'authorizer-request-http-1.0' : 'unknown';
  if (eventType !== undefined) return isAPIGatewayWebsocketRequestAuthorizerEvent(value) ? 'authorizer-request-websocket' : 'unknown';
  return isAPIGatewayRequestAuthorizerEvent(value) ? 'authorizer-request-rest' : 'unknown';
}

function detectWebsocketEvent(value: unknown, eventType: unknown): EventKind {
  if (eventType === 'MESSAGE' && isAPIGatewayProxyWebsocketMessageEvent(value)) return 'websocket-message';
  if (eventType === 'CONNECT' && isAPIGatewayProxyWebsocketConnectEvent(value)) return 'websocket-connect';
  if (eventType === 'DISCONNECT' && isAPIGatewayProxyWebsocketDisconnectEvent(value)) return 'websocket-disconnect';
  return 'unknown';
}

// The host name is the only sure sign of a function URL: the account is `anonymous` only if its authorization is NONE (recorded).
function detectEventV2(value: unknown, domainName: unknown): EventKind {
  if (typeof domainName === 'string' && isFunctionUrlHost(domainName)) {
    return isLambdaFunctionURLEvent(value) ? 'function-url' : 'unknown';
  }
  return isAPIGatewayProxyEventV2(value) ? 'http-2.0' : 'unknown';
}
