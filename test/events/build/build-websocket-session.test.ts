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

  test('numbers its events, a second apart', () => {
    const session = buildWebsocketSession();
    const events = [session.connect(), session.message('a'), session.disconnect()];
    expect(events.map(({ requestContext }) => [requestContext.routeKey, requestContext.requestId, requestContext.messageId])).toEqual([
      ['$connect', 'Xr0000000000001=', undefined],
      ['$default', 'Xr0000000000002=', 'Xm0000000000002='],
      ['$disconnect', 'Xr0000000000003=', undefined],
    ]);
    const times = events.map(({ requestContext }) => requestContext.requestTimeEpoch - requestContext.connectedAt);
    expect(times).toEqual([0, 1000, 2000]);
  });

  test('keeps the length of its ids', () => {
    const session = buildWebsocketSession();
    const ids = Array.from({ length: 10 }, () => session.message('a').requestContext.messageId);
    expect([ids[8], ids[9]]).toEqual(['Xm0000000000009=', 'Xm0000000000010=']);
  });

  test('asks its clock for each event', () => {
    let time = 5000;
    const session = buildWebsocketSession({ now: () => time });
    const times = [session.connect(), session.message('a')].map(({ requestContext }) => requestContext.requestTimeEpoch);
    time = 7000;
    const { requestTimeEpoch, connectedAt } = session.disconnect().requestContext;
    expect([...times, requestTimeEpoch, connectedAt]).toEqual([5000, 5000, 7000, 5000]);
  });

  test('routes by the given expression, and by the route of a message', () => {
    const session = buildWebsocketSession({ routeSelectionExpression: '$request.body.kind' });
    const keys = [
      session.message({ kind: 'say' }),
      session.message({ kind: 'say' }, { route: 'shout' }),
      session.message({ kind: 'say' }, {}),
    ];
    expect(keys.map(({ requestContext }) => requestContext.routeKey)).toEqual(['say', 'shout', 'say']);
  });

  test.each<[string, () => unknown, string, (string | number)[], string]>([
    [
      'no options',
      () => buildWebsocketSession(null as never),
      'invalid-option',
      ['init'],
      "`init` must be an object; got null. Pass options such as { query: { token: 'abc' } }.",
    ],
    [
      'a route',
      () => buildWebsocketSession({ route: 'say' } as never),
      'unknown-option',
      ['route'],
      'Unknown option `route`. Did you mean `routes`?',
    ],
    [
      'a path',
      () => buildWebsocketSession({ path: '/x' } as never),
      'unknown-option',
      ['path'],
      'Unknown option `path`. Use one of query, headers, cookies, userAgent, sourceIp, httpVersion, stage, stageVariables, authorizer, apiKey, domainName, customDomain, apiId, region, now, ids, routeSelectionExpression, routes.',
    ],
    [
      'one route for routes',
      () => buildWebsocketSession({ routes: 'say' } as never),
      'invalid-option',
      ['routes'],
      '`routes` must be an array of strings; got "say". Pass keys of routes, such as [\'say\'].',
    ],
    [
      'a number as a route',
      () => buildWebsocketSession({ routes: ['say', 5] } as never),
      'invalid-option',
      ['routes', 1],
      "`routes[1]` must be a string; got 5. Pass keys of routes, such as ['say'].",
    ],
    [
      'a number as an expression',
      () => buildWebsocketSession({ routeSelectionExpression: 5 } as never),
      'invalid-option',
      ['routeSelectionExpression'],
      "`routeSelectionExpression` must be a string; got 5. Pass an expression such as '$request.body.action'.",
    ],
    [
      'a message with a string for options',
      () => buildWebsocketSession().message('a', 'say' as never),
      'invalid-option',
      ['options'],
      '`options` must be an object; got "say". Pass options such as { route: \'say\' }.',
    ],
    [
      'a message with a number for a route',
      () => buildWebsocketSession().message('a', { route: 5 } as never),
      'invalid-option',
      ['options', 'route'],
      "`options.route` must be a string; got 5. Pass the key of a route, such as 'say'.",
    ],
    [
      'a message with a slip',
      () => buildWebsocketSession().message('a', { rute: 'say' } as never),
      'unknown-option',
      ['options', 'rute'],
      'Unknown option `options.rute`. Did you mean `route`?',
    ],
    [
      'a message that is a function',
      () => buildWebsocketSession().message(() => 1),
      'unserialisable-json',
      ['body'],
      "`body` is a function, which JSON can't represent. Pass a value that JSON can represent.",
    ],
    [
      'a number for the close frame',
      () => buildWebsocketSession().disconnect(1001 as never),
      'invalid-option',
      ['close'],
      "`close` must be an object; got 1001. Pass { code: 1001, reason: 'Going away' }.",
    ],
    [
      'a number for the reason',
      () => buildWebsocketSession().disconnect({ code: 1001, reason: 5 } as never),
      'invalid-option',
      ['close', 'reason'],
      "`close.reason` must be a string; got 5. Pass a reason such as 'Going away'.",
    ],
  ])('refuses %s', (_, call, code, path, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });
});
