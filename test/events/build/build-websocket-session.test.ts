import { buildWebsocketSession, detectEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

describe('buildWebsocketSession', () => {
  test('builds the events of one connection, each later than the one before', () => {
    const session = buildWebsocketSession({ userAgent: 'test/1' });
    const events = [session.connect(), session.message('hello'), session.message('again'), session.disconnect()];
    expect(events.map(detectEvent)).toEqual(['websocket-connect', 'websocket-message', 'websocket-message', 'websocket-disconnect']);
    expect(new Set(events.map((event) => event.requestContext.connectionId))).toEqual(new Set([session.connectionId]));
    expect(new Set(events.map((event) => event.requestContext.connectedAt)).size).toBe(1);
    const times = events.map((event) => event.requestContext.requestTimeEpoch);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(new Set(events.map((event) => event.requestContext.requestId)).size).toBe(4);
  });

  test('sends no headers and no query with messages', () => {
    const message = buildWebsocketSession({ headers: { 'X-A': '1' }, query: 'token=a' }).message({ action: 'say' });
    expect(Object.keys(message)).toEqual(['requestContext', 'body', 'isBase64Encoded']);
    expect(message.body).toBe('{"action":"say"}');
  });

  test.each([
    [{ action: 'say' }, undefined, 'say'],
    [{ action: 'say' }, ['other'], '$default'],
    [{ action: { deep: 1 } }, undefined, '$default'],
    ['no JSON', undefined, '$default'],
    ['{"__proto__":1}', undefined, '$default'],
  ])('routes the message %j with the routes %j', (body, routes, route) => {
    const session = buildWebsocketSession(routes === undefined ? {} : { routes });
    expect(session.message(body).requestContext.routeKey).toBe(route);
  });

  test.each([
    [undefined, 1005, 'Client-side close frame status not set'],
    ['idle-timeout' as const, 1001, 'Going away'],
    [{ code: 1001 }, 1001, ''],
    [{ code: 4000, reason: 'bye' }, 4000, 'bye'],
  ])('disconnects with %j', (close, code, reason) => {
    const { requestContext, headers } = buildWebsocketSession().disconnect(close);
    expect(requestContext).toMatchObject({ disconnectStatusCode: code, disconnectReason: reason });
    expect(Object.keys(headers)).toEqual(['Host', 'x-api-key', 'X-Forwarded-For', 'x-restapi']);
  });

  test('uses the ids of the settings', () => {
    const { requestContext } = buildWebsocketSession({ ids: { requestId: 'req', messageId: 'msg', connectionId: 'con' } }).message('hi');
    expect(requestContext).toMatchObject({ requestId: 'req', extendedRequestId: 'req', messageId: 'msg', connectionId: 'con' });
  });
});
