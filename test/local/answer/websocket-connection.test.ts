import type { APIGatewayProxyWebsocketEvent } from 'apigw-proxy';
import { createLocalWebsocketApi, type HandshakeInit, type LocalWebsocketApi, type WebsocketExchange } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const ok = () => ({ statusCode: 200 });
const STEPS = { $connect: ok, $default: ok, $disconnect: ok };

/** The request context of each exchange's event. */
const contextsOf = ({ exchanges }: LocalWebsocketApi): (APIGatewayProxyWebsocketEvent['requestContext'] | undefined)[] =>
  exchanges.map(({ event }) => event?.requestContext);

/** What the management API knows of a connection. */
function describeOf(api: LocalWebsocketApi, connectionId: string): { readonly status: number; readonly details: unknown } {
  const target = `${api.prefix}/@connections/${encodeURIComponent(connectionId)}`;
  const { status, body } = api.connections.handle({ method: 'GET', target, headers: [] });
  return { status, details: status === 200 ? JSON.parse(new TextDecoder().decode(body)) : undefined };
}

describe('a client without a server', () => {
  test.each<[string, HandshakeInit['headers']]>([
    ['an object', { 'X-A': '1', 'User-Agent': 'test/1' }],
    ['pairs', [['X-A', '1'] as const, ['User-Agent', 'test/1'] as const]],
    ['a Map', new Map([...Object.entries({ 'X-A': '1', 'User-Agent': 'test/1' })])],
  ])('sends its headers: %s', async (_, headers) => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const { connectionId } = await api.connect(headers === undefined ? {} : { headers });
    expect(api.last?.event).toMatchObject({ headers: { 'X-A': '1', 'User-Agent': 'test/1' } });
    expect(api.last?.event?.requestContext.identity).toMatchObject({ sourceIp: '127.0.0.1', userAgent: 'test/1' });
    expect(describeOf(api, connectionId).details).toMatchObject({ identity: { sourceIp: '127.0.0.1', userAgent: 'test/1' } });
  });

  test.each(['$connect', '$disconnect', '$default'])('cannot call %s by its name', async (action) => {
    const api = createLocalWebsocketApi({ routes: { ...STEPS, say: ok } });
    const client = await api.connect();
    expect((await client.send(JSON.stringify({ action }))).event?.requestContext).toMatchObject({
      routeKey: '$default',
      eventType: 'MESSAGE',
    });
    expect((await client.send('{"action":"say"}')).route).toBe('say');
  });

  test('needs an id', async () => {
    const fix = 'Pass a function that returns a non-empty string.';
    const api = createLocalWebsocketApi({ routes: STEPS, connectionIds: () => '' });
    await expect(api.connect()).rejects.toMatchObject({ name: 'GatewayError', path: ['connectionIds'], fix });
  });

  test('has no query and no user agent unless it sends them', async () => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const { connectionId } = await api.connect();
    expect(api.last?.event).not.toHaveProperty('queryStringParameters');
    expect(describeOf(api, connectionId).details).toMatchObject({ identity: { userAgent: '' } });
  });

  test.each<[what: unknown, path: string, message: string, fix: string]>([
    [5, 'handshake', '`handshake` must be an object; got 5.', "Pass an object such as { query: 'token=abc' }."],
    [null, 'handshake', '`handshake` must be an object; got null.', "Pass an object such as { query: 'token=abc' }."],
    [{ query: 5 }, 'query', '`query` must be a string; got 5.', "Pass a query such as 'token=abc'."],
    [
      { headers: 5 },
      'headers',
      '`headers` must be an object, or an array of [name, value] pairs; got 5.',
      "Pass headers such as { Authorization: 'Bearer abc' }.",
    ],
    [
      { headers: null },
      'headers',
      '`headers` must be an object, or an array of [name, value] pairs; got null.',
      "Pass headers such as { Authorization: 'Bearer abc' }.",
    ],
    [{ querry: '' }, 'querry', 'Unknown option `querry`.', 'Did you mean `query`?'],
  ])('rejects the handshake %j', async (init, path, message, fix) => {
    const error = expect.objectContaining({ name: 'GatewayError', path: [path], message: `${message} ${fix}`, fix });
    await expect(createLocalWebsocketApi({ routes: STEPS }).connect(init as HandshakeInit)).rejects.toEqual(error);
  });

  test('rejects a message that is not a string', async () => {
    const client = await createLocalWebsocketApi({ routes: STEPS }).connect();
    const error = expect.objectContaining({ code: 'invalid-option', path: ['message'], fix: 'Pass the message as a string.' });
    await expect(client.send(5 as never)).rejects.toEqual(error);
  });

  test('leaves once', async () => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const client = await api.connect();
    await client.close();
    await client.close();
    expect(contextsOf(api).map((context) => context?.eventType)).toEqual(['CONNECT', 'DISCONNECT']);
  });

  test.each<[close: readonly [code?: number, reason?: string], code: number, reason: string]>([
    [[], 1005, 'Client-side close frame status not set'],
    [[1005, 'bye'], 1005, 'Client-side close frame status not set'],
    [[1000], 1000, ''],
    [[4000, 'bye'], 4000, 'bye'],
  ])('that closes with %j has the code %i', async (close, disconnectStatusCode, disconnectReason) => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    await (await api.connect()).close(...close);
    expect(api.last?.event?.requestContext).toMatchObject({ disconnectStatusCode, disconnectReason });
  });

  test('that the API closes has the code 1000 and no reason', async () => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const { connectionId } = await api.connect();
    api.connections.handle({ method: 'DELETE', target: `/prod/@connections/${encodeURIComponent(connectionId)}`, headers: [] });
    await expect.poll(() => api.last?.event?.requestContext).toMatchObject({ disconnectStatusCode: 1000, disconnectReason: '' });
  });
});

describe('the exchanges of a connection', () => {
  test('have the route and ids of their own', async () => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const client = await api.connect();
    await client.send('x');
    await client.close();
    expect(api.exchanges.map(({ route }) => route)).toEqual(['$connect', '$default', '$disconnect']);
    expect(contextsOf(api).map((context) => [context?.routeKey, context?.requestId])).toEqual([
      ['$connect', 'Xr0000000000001='],
      ['$default', 'Xr0000000000002='],
      ['$disconnect', 'Xr0000000000003='],
    ]);
    expect(contextsOf(api)[1]).toMatchObject({ messageId: 'Xm0000000000002=', connectionId: client.connectionId });
  });

  test('have the ids of the settings, but for the connection', async () => {
    const ids = { requestId: 'r', messageId: 'm', connectionId: 'c' };
    const api = createLocalWebsocketApi({ routes: STEPS, ids });
    await (await api.connect()).send('x');
    expect(contextsOf(api)[1]).toMatchObject(ids);
  });

  test('have the time that they took, in milliseconds', async () => {
    const api = createLocalWebsocketApi({ routes: STEPS });
    const before = performance.now();
    await api.connect();
    expect(api.last?.duration).toBeGreaterThanOrEqual(0);
    expect(api.last?.duration).toBeLessThanOrEqual(performance.now() - before);
  });

  test('without routes are accepted, but for a message', async () => {
    const api = createLocalWebsocketApi({ routes: {} });
    const client = await api.connect();
    await client.send('x');
    await client.close();
    const found = api.exchanges.map(({ route, event, result }) => [route, event, result]);
    expect(found).toEqual([
      [undefined, undefined, { statusCode: 200 }],
      [undefined, undefined, expect.objectContaining({ type: 'no-route' })],
      [undefined, undefined, { statusCode: 200 }],
    ]);
    expect([client.response.status, client.received.length]).toEqual([101, 1]);
  });
});

describe('a handshake that is rejected', () => {
  const request = () => ({ principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement: [] } });

  test.each<[string, Parameters<typeof createLocalWebsocketApi>[0], number]>([
    ['by $connect', { routes: { ...STEPS, $connect: () => ({ statusCode: 403 }) } }, 403],
    ['by its function', { routes: { ...STEPS, $connect: () => Promise.reject(new Error('no')) } }, 502],
    ['by its authorizer', { routes: STEPS, authorizers: { own: { request } }, authorizer: 'own' }, 403],
    ['for a missing key', { routes: { ...STEPS, $connect: { handler: ok, apiKeyRequired: true } } }, 403],
  ])('%s opens no connection', async (_, init, status) => {
    const api = createLocalWebsocketApi(init);
    const { response, isOpen, connectionId } = await api.connect();
    expect([response.status, isOpen, api.last?.route, api.connections.connections.size]).toEqual([status, false, '$connect', 0]);
    expect(describeOf(api, connectionId).status).toBe(410);
  });

  test('has the answer of the authorizer, also if it lacks a key', async () => {
    const allow = () => ({
      principalId: 'ada',
      policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    });
    for (const authorizer of [request, allow]) {
      const routes = { $connect: { handler: ok, apiKeyRequired: true } };
      const api = createLocalWebsocketApi({ routes, authorizers: { own: { request: authorizer } }, authorizer: 'own' });
      await api.connect();
      const last: WebsocketExchange | undefined = api.last;
      expect([last?.event, last?.authorization?.result]).toEqual([undefined, authorizer()]);
    }
  });
});
