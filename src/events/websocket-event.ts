import { NO_CLOSE_CODE } from '../aws/close-codes.js';
import { formatRequestTime } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import type {
  APIGatewayEventWebsocketConnectRequestContext,
  APIGatewayEventWebsocketDisconnectRequestContext,
  APIGatewayEventWebsocketIdentity,
  APIGatewayEventWebsocketMessageRequestContext,
  APIGatewayEventWebsocketRequestContext,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../types/websocket-event.js';
import { restAuthorizer } from './context/authorizer.js';
import { eventHeaders } from './headers/headers.js';
import { eventBody } from './request/body.js';
import { lastField } from './request/fields.js';
import { allValues, lastValues } from './request/maps.js';
import { parametersOf } from './request/query.js';
import type { ResolvedRequest } from './request/resolved-request.js';

/**
 * Translates a request into the event of a WebSocket API. The route decides which: `$connect` and `$disconnect` read the handshake; for every
 * other route, the body of the request is the message.
 */
export function websocketEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketEvent {
  if (resolved.route === '$connect') return websocketConnectEvent(resolved);
  if (resolved.route === '$disconnect') return websocketDisconnectEvent(resolved, resolved.gateway.close);
  return websocketMessageEvent(resolved, eventBody(resolved)?.body ?? '');
}

// A literal with conditional spreads costs ten times as much as one whose optional fields are added by `if`.

/** Translates a handshake into the `$connect` event. */
export function websocketConnectEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketConnectEvent {
  const headers = eventHeaders(resolved);
  const query = parametersOf(resolved.request);
  const start = { headers: lastValues(headers), multiValueHeaders: allValues(headers) };
  const event = start as APIGatewayProxyWebsocketConnectEvent; // the rest follows, in AWS's order
  if (query.names.length > 0) {
    event.queryStringParameters = lastValues(query);
    event.multiValueQueryStringParameters = allValues(query);
  }
  addStageVariables(event, resolved);
  event.requestContext = connectContext(resolved);
  event.isBase64Encoded = false;
  return event;
}

/** Translates a message into its event. recorded [ws-message-default]: it has no headers and no query. */
export function websocketMessageEvent(resolved: ResolvedRequest, body: string): APIGatewayProxyWebsocketMessageEvent {
  const event = {} as APIGatewayProxyWebsocketMessageEvent; // its fields follow, in AWS's order
  addStageVariables(event, resolved);
  event.requestContext = messageContext(resolved);
  event.body = body;
  event.isBase64Encoded = false;
  return event;
}

/** Makes the `$disconnect` event of a connection that ended with this close frame. */
export function websocketDisconnectEvent(
  resolved: ResolvedRequest,
  close: Gateway['close'] = NO_CLOSE_CODE,
): APIGatewayProxyWebsocketDisconnectEvent {
  const { domainName } = resolved.endpoint;
  // recorded [ws-disconnect-no-status]: exactly these four headers.
  const headers = { Host: domainName, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
  const multiValueHeaders = { Host: [domainName], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] };
  const event = { headers, multiValueHeaders } as unknown as APIGatewayProxyWebsocketDisconnectEvent; // the rest follows
  addStageVariables(event, resolved);
  event.requestContext = disconnectContext(resolved, close);
  event.isBase64Encoded = false;
  return event;
}

function addStageVariables(event: APIGatewayProxyWebsocketEvent, { gateway: { stageVariables } }: ResolvedRequest): void {
  if (stageVariables !== undefined && Object.keys(stageVariables).length > 0) event.stageVariables = { ...stageVariables };
}

// recorded [ws-message-default]: the order of the keys in the contexts.

/** Returns `requestContext` of a `$connect` event. */
export function connectContext(resolved: ResolvedRequest): APIGatewayEventWebsocketConnectRequestContext & { routeKey: '$connect' } {
  const context = { routeKey: '$connect' } as ReturnType<typeof connectContext>; // the rest follows
  addAuthorizer(context, resolved);
  context.eventType = 'CONNECT';
  return addCommonFields(context, resolved);
}

function messageContext(resolved: ResolvedRequest): APIGatewayEventWebsocketMessageRequestContext {
  if (resolved.gateway.authorizer === undefined) return plainMessageContext(resolved);
  const start = { routeKey: resolved.route ?? '$default', messageId: resolved.ids.messageId };
  const context = start as APIGatewayEventWebsocketMessageRequestContext; // the rest follows
  addAuthorizer(context, resolved);
  context.eventType = 'MESSAGE';
  return addCommonFields(context, resolved);
}

/** Returns the context of a message without an authorizer. A session has many of them, and one literal is the fastest way to make an object. */
function plainMessageContext(resolved: ResolvedRequest): APIGatewayEventWebsocketMessageRequestContext {
  const { endpoint, ids, now, connectedAt, route = '$default' } = resolved;
  return {
    routeKey: route,
    messageId: ids.messageId,
    eventType: 'MESSAGE',
    extendedRequestId: ids.extendedRequestId,
    requestTime: formatRequestTime(now),
    messageDirection: 'IN',
    stage: endpoint.stage,
    connectedAt,
    requestTimeEpoch: now,
    identity: identity(resolved),
    requestId: ids.requestId,
    domainName: endpoint.domainName,
    connectionId: ids.connectionId,
    apiId: endpoint.apiId,
  };
}

function disconnectContext(
  resolved: ResolvedRequest,
  { code, reason = '' }: NonNullable<Gateway['close']>,
): APIGatewayEventWebsocketDisconnectRequestContext {
  const start = { routeKey: '$disconnect', disconnectStatusCode: code };
  const context = start as APIGatewayEventWebsocketDisconnectRequestContext; // the rest follows
  addAuthorizer(context, resolved);
  context.eventType = 'DISCONNECT';
  context.disconnectReason = reason;
  return addCommonFields(context, resolved);
}

function addAuthorizer(context: APIGatewayEventWebsocketRequestContext, { gateway }: ResolvedRequest): void {
  const authorizer = restAuthorizer(gateway.authorizer);
  if (authorizer !== undefined) context.authorizer = authorizer;
}

/** Adds the fields that every context has behind its own ones. */
function addCommonFields<T extends APIGatewayEventWebsocketRequestContext>(context: T, resolved: ResolvedRequest): T {
  const { routeKey: _, messageId: __, eventType: ___, ...common } = plainMessageContext(resolved);
  return Object.assign(context, common);
}

function identity({ request, gateway }: ResolvedRequest): APIGatewayEventWebsocketIdentity {
  const userAgent = lastField(request.fields, 'user-agent');
  const found = {} as APIGatewayEventWebsocketIdentity; // its fields follow
  if (userAgent !== undefined) found.userAgent = userAgent;
  if (gateway.apiKey !== undefined) {
    found.apiKey = gateway.apiKey.value;
    found.apiKeyId = gateway.apiKey.id;
  }
  found.sourceIp = request.sourceIp;
  return found;
}
