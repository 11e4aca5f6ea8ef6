import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { buildWebsocketSession } from 'apigw-proxy';
import { type ConnectionsApi, createConnectionsApi, type LocalServer, serve } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// AWS's own client, on loopback.
describe('createConnectionsApi', () => {
  const { connectionId: ConnectionId } = buildWebsocketSession();
  const allowed = { is: true };
  const api: ConnectionsApi = createConnectionsApi({ now: () => Date.UTC(2026, 0, 2), allows: () => allowed.is });
  let server: LocalServer;
  let client: ApiGatewayManagementApiClient;

  beforeAll(async () => {
    server = await serve(api.handle);
    client = new ApiGatewayManagementApiClient({
      endpoint: `${server.url}/prod`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
      maxAttempts: 1,
    });
    api.connect(ConnectionId, { userAgent: 'test/1' });
  });
  afterAll(() => {
    client.destroy();
    return server.close();
  });

  test('keeps the messages that a function posts', async () => {
    const Data = new TextEncoder().encode('hellö');
    await expect(client.send(new PostToConnectionCommand({ ConnectionId, Data }))).resolves.toMatchObject({
      $metadata: { httpStatusCode: 200 },
    });
    expect(api.connections.get(ConnectionId)?.messages).toEqual([Data]);
  });

  test('describes a connection', async () => {
    await expect(client.send(new GetConnectionCommand({ ConnectionId }))).resolves.toMatchObject({
      ConnectedAt: new Date(Date.UTC(2026, 0, 2)),
      Identity: { SourceIp: '203.0.113.1', UserAgent: 'test/1' },
    });
  });

  test.each([
    [
      'a message that is too large',
      () => new PostToConnectionCommand({ ConnectionId, Data: new Uint8Array(128 * 1024 + 1) }),
      'PayloadTooLargeException',
      413,
    ],
    [
      'a connection that does not exist',
      () => new PostToConnectionCommand({ ConnectionId: 'gone=', Data: new Uint8Array(1) }),
      'GoneException',
      410,
    ],
  ])('rejects %s', async (_, command, name, status) => {
    await expect(client.send(command())).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });

  test('rejects a caller without permission', async () => {
    allowed.is = false;
    await expect(client.send(new GetConnectionCommand({ ConnectionId }))).rejects.toMatchObject({ name: 'ForbiddenException' });
    allowed.is = true;
  });

  test('closes a connection and then answers 410', async () => {
    await client.send(new DeleteConnectionCommand({ ConnectionId }));
    await expect(client.send(new GetConnectionCommand({ ConnectionId }))).rejects.toMatchObject({ name: 'GoneException' });
    api.connect(ConnectionId);
    api.disconnect(ConnectionId);
    await expect(client.send(new GetConnectionCommand({ ConnectionId }))).rejects.toMatchObject({ name: 'GoneException' });
  });

  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const failing = (type: string, body: string) => [
    ['x-amzn-ErrorType', type],
    ['Content-Type', 'application/json'],
    ['Content-Length', `${body.length}`],
  ];
  const JSON_FIELDS = [
    ['Content-Type', 'application/json'],
    ['Content-Length', '0'],
  ];
  const FORBIDDEN = '{"message":"Missing Authentication Token"}';
  const LARGE = '{"message":"Message too large"}';

  test.each<[method: string, id: string, body: Uint8Array | undefined, status: number, fields: readonly unknown[], text: string]>([
    ['POST', 'a', text('hi'), 200, JSON_FIELDS, ''],
    ['POST', 'a', undefined, 200, JSON_FIELDS, ''],
    ['POST', 'a', new Uint8Array(128 * 1024 + 1), 413, failing('PayloadTooLargeException', LARGE), LARGE],
    ['POST', 'full', text('hi'), 429, failing('LimitExceededException', ''), ''],
    ['POST', 'gone', text('hi'), 410, failing('GoneException', ''), ''],
    ['PUT', 'a', text('hi'), 403, failing('MissingAuthenticationTokenException', FORBIDDEN), FORBIDDEN],
    ['DELETE', 'a', undefined, 204, [], ''],
  ])('answers %s of %s with a whole response', (method, id, body, status, fields, sent) => {
    const api = createConnectionsApi();
    const connection = api.connect('a');
    api.connect('full', { client: { send: () => undefined, close: () => undefined, isFull: () => true } });
    const response = api.handle({ method, target: `/prod/@connections/${id}`, headers: [], ...(body && { body }) });
    expect([response.status, response.headers, new TextDecoder().decode(response.body)]).toEqual([status, fields, sent]);
    expect(connection.userAgent).toBe('');
    if (status === 200) expect(connection.messages).toEqual([body ?? new Uint8Array()]);
  });

  test.each<[string, (api: ConnectionsApi) => unknown, string, string]>([
    ['settings', () => createConnectionsApi(5 as never), 'init', "Pass settings such as { stage: 'prod' }."],
    ['an id', (api) => api.connect(''), 'connectionId', "Pass an id such as 'Xc1A2b3C4d5E6fG='."],
    ['details', (api) => api.connect('a', 5 as never), 'details', 'Pass details of the client.'],
  ])('throws a GatewayError that names %s', (_, call, path, fix) => {
    expect(() => call(createConnectionsApi())).toThrow(expect.objectContaining({ name: 'GatewayError', path: [path], fix }));
  });

  test('has no connection at a longer or a shorter path', () => {
    const api = createConnectionsApi({ stage: 'prod' });
    api.connect('a');
    for (const target of ['x/prod/@connections/a', '/prod/@connections/a/b', '/prod/@connections/a/', 'http:/prod/@connections/a']) {
      expect(api.handle({ method: 'DELETE', target, headers: [] }).status).toBe(403);
    }
    expect(api.connections.size).toBe(1);
  });

  test.each(['/prod/@connections', '/prod/other', '/@connections/a', '/a/prod/@connections/a', '//@connections/a'])(
    'has no %s',
    (target) => {
      const { status, body } = api.handle({ method: 'GET', target, headers: [] });
      expect([status, new TextDecoder().decode(body)]).toEqual([403, '{"message":"Forbidden"}']);
    },
  );

  test.each<[string | undefined, string, number]>([
    ['prod', '/prod/@connections/a', 200],
    ['prod', '/dev/@connections/a', 403],
    ['prod', '/@connections/a', 403],
    ['chat/v1', '/chat/v1/@connections/a', 200],
    ['', '/@connections/a', 200],
    ['', '/prod/@connections/a', 403],
    [undefined, '/any/@connections/a', 200],
  ])('of the stage %s answers at %s with %i', (stage, target, status) => {
    const staged = createConnectionsApi(stage === undefined ? {} : { stage });
    staged.connect('a');
    expect(staged.handle({ method: 'GET', target, headers: [] }).status).toBe(status);
  });

  test.each(['a', 'gone'])('answers any other method with 403, for %s too', (id) => {
    const staged = createConnectionsApi();
    staged.connect('a');
    const { status, body } = staged.handle({ method: 'PUT', target: `/prod/@connections/${id}`, headers: [] });
    expect([status, new TextDecoder().decode(body)]).toEqual([403, '{"message":"Missing Authentication Token"}']);
  });
});
