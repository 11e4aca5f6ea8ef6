import { NO_CLOSE_CODE } from '../aws/close-codes.js';
import { formatRequestTime } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import { lastValueOf } from '../http/field-values.js';
import { parseQuery, queryOf } from '../http/percent.js';
import type {
  APIGatewayEventWebsocketRequestContext,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../types/websocket-event.js';
import { restAuthorizer } from './context/authorizer.js';
import { eventHeaders } from './headers/headers.js';
import { eventBody } from './request/body.js';
import { allValues, gather, lastValues } from './request/maps.js';
import { sourceIpOf } from './request/request-fields.js';
import type { ResolvedRequest } from './request/resolved-request.js';

/**
 * Translates a request into the event of a WebSocket API. The route decides which: `$connect` and `$disconnect` read the handshake; for every
 * other route, the body of the request is the message.
 */
export function websocketEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketEvent {
  const { route } = resolved.gateway;
  if (route === '$connect') return websocketConnectEvent(resolved);
  if (route === '$disconnect') return websocketDisconnectEvent(resolved);
  return websocketMessageEvent(resolved);
}

/** Translates a handshake into the `$connect` event. */
export function websocketConnectEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketConnectEvent {
  const headers = eventHeaders(resolved);
  const query = gather(parseQuery(queryOf(resolved.request.target)));
  return {
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    ...(query.names.length > 0 && { queryStringParameters: lastValues(query), multiValueQueryStringParameters: allValues(query) }),
    ...stageVariables(resolved.gateway),
    requestContext: websocketContext(resolved, '$connect', {}, { eventType: 'CONNECT' }),
    isBase64Encoded: false,
  };
}

/** Translates a message into its event. recorded [ws-message-default]: it has no headers and no query. */
export function websocketMessageEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketMessageEvent {
  const { gateway, ids } = resolved;
  return {
    ...stageVariables(gateway),
    requestContext: websocketContext(resolved, gateway.route ?? '$default', { messageId: ids.messageId }, { eventType: 'MESSAGE' }),
    body: eventBody(resolved)?.body ?? '',
    isBase64Encoded: false,
  };
}

/** Makes the `$disconnect` event of a connection. */
export function websocketDisconnectEvent(resolved: ResolvedRequest): APIGatewayProxyWebsocketDisconnectEvent {
  const { gateway, endpoint } = resolved;
  // recorded [ws-disconnect-no-status]: exactly these four headers.
  const headers = { Host: endpoint.domainName, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
  const { code, reason = '' } = gateway.close ?? NO_CLOSE_CODE;
  const end = { eventType: 'DISCONNECT', disconnectReason: reason } as const;
  return {
    headers,
    multiValueHeaders: allValues(gather(Object.entries(headers))),
    ...stageVariables(gateway),
    requestContext: websocketContext(resolved, '$disconnect', { disconnectStatusCode: code }, end),
    isBase64Encoded: false,
  };
}

type Common = APIGatewayEventWebsocketRequestContext;

// recorded [ws-message-default]: the order of the keys. `head` comes after routeKey; `kind` is eventType and the fields of this kind only.
export function websocketContext<const R extends string, H extends object, const K extends { eventType: string }>(
  { request, gateway, endpoint, ids, now }: ResolvedRequest,
  routeKey: R,
  head: H,
  kind: K,
): Common & { routeKey: R } & H & K {
  const { apiId, domainName, stage } = endpoint;
  const { requestId, extendedRequestId, connectionId } = ids;
  const authorizer = restAuthorizer(gateway.authorizer);
  const userAgent = lastValueOf(request.headers, 'user-agent');
  return {
    routeKey, // V8 makes the object slow if a spread comes first
    ...head,
    ...(authorizer && { authorizer }),
    ...kind,
    extendedRequestId,
    requestTime: formatRequestTime(now),
    messageDirection: 'IN',
    stage,
    connectedAt: gateway.connectedAt ?? now,
    requestTimeEpoch: now,
    identity: {
      ...(userAgent !== undefined && { userAgent }),
      ...(gateway.apiKey && { apiKey: gateway.apiKey.value, apiKeyId: gateway.apiKey.id }),
      sourceIp: sourceIpOf(request),
    },
    requestId,
    domainName,
    connectionId,
    apiId,
  };
}

function stageVariables({ stageVariables }: Gateway): { stageVariables?: Record<string, string> } {
  return Object.keys(stageVariables ?? {}).length > 0 ? { stageVariables: { ...stageVariables } } : {};
}
