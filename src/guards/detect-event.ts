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
 * Returns the kind of an event, or `'unknown'`.
 *
 * The whole event has to pass the guard of its kind. An event that lacks a field is `'unknown'`, and so is a similar event of another
 * service, such as a load balancer or VPC Lattice.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildRestEvent, detectEvent } from 'apigw-proxy';
 *
 * console.log(detectEvent(buildRestEvent())); // => rest
 * console.log(detectEvent({ Records: [] })); // => unknown
 * ```
 */
export function detectEvent(value: unknown): EventKind {
  if (!isObject<Marks>(value)) return 'unknown';
  const { type, version } = value;
  const { eventType, domainName } = isObject<ContextMarks>(value.requestContext) ? value.requestContext : NO_MARKS;
  // `type` is checked first: the console's authorizer test adds a body, so the event of an authorizer can also be a whole proxy event.
  if (type === 'TOKEN') return isAPIGatewayTokenAuthorizerEvent(value) ? 'authorizer-token' : 'unknown';
  if (type === 'REQUEST') return detectRequestAuthorizerEvent(value, version, eventType);
  // Before REST: a WebSocket event of 2019 can have the fields of a REST event, too.
  if (eventType !== undefined) return detectWebsocketEvent(value, eventType);
  if (version === '2.0') return detectEventV2(value, domainName);
  if (!isAPIGatewayProxyEvent(value)) return 'unknown';
  return version === '1.0' ? 'http-1.0' : 'rest';
}

/** The fields that determine the kind. */
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

// Only the host name shows a function URL. recorded [furl-get-no-body]: the account is `anonymous` if the authorization type is NONE.
// documented: with AWS_IAM it is the owner's account.
function detectEventV2(value: unknown, domainName: unknown): EventKind {
  if (typeof domainName === 'string' && isFunctionUrlHost(domainName)) {
    return isLambdaFunctionURLEvent(value) ? 'function-url' : 'unknown';
  }
  return isAPIGatewayProxyEventV2(value) ? 'http-2.0' : 'unknown';
}
