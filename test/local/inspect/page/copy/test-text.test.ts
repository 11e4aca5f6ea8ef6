import * as root from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi, type LocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../../../src/local/inspect/exchange-view.js';
import { testText } from '../../../../../src/local/inspect/page/copy/test-text.js';
import { ORIGINALS } from './copied-requests.js';

interface Copied {
  readonly title: string;
  /** Runs the test. */
  readonly run: () => Promise<void>;
  /** The names that the code imports, by package. */
  readonly imports: Record<string, string[]>;
}

/** Runs the copied file with a handler. */
function load(code: string, handler: (event: unknown) => unknown): Copied {
  const imports: Record<string, string[]> = {};
  const body = code.replace(/^import \{ (.*) \} from '(.*)';$/gm, (_, names: string, from: string) => {
    imports[from] = names.split(', ');
    return '';
  });
  let found: Omit<Copied, 'imports'> | undefined;
  const names = { ...root, expect, handler, test: (title: string, run: () => Promise<void>) => (found = { title, run }) };
  const given = [...Object.values(imports).flat()];
  new Function(...given, body)(...given.map((name) => names[name as keyof typeof names]));
  return { ...(found ?? expect.fail('The code has no test.')), imports };
}

/** What depends on the connection, the clock or the ids, and so differs from the real event. */
const VOLATILE = /^(?:host|connection|content-length|accept-encoding|x-forwarded-.*|x-amzn-trace-id|via|x-amz-.*)$/i;

function stable(event: unknown): unknown {
  return JSON.parse(JSON.stringify(event), (key, value) =>
    VOLATILE.test(key) || ['requestContext', 'multiValueHeaders'].includes(key) ? undefined : value,
  );
}

function buildPolicy(): object {
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context: { plan: 'free' } };
}

const prefixOf = { rest: '/dev', 'http-1.0': '/dev', 'http-2.0': '/dev', 'function-url': '' } as const;

describe('testText', () => {
  describe.each(['rest', 'http-1.0', 'http-2.0', 'function-url'] as const)('for %s', (target) => {
    const stage = target === 'function-url' ? {} : { stage: 'dev' };
    const routes =
      target === 'function-url'
        ? { $default: () => ({ statusCode: 200 }) }
        : {
            'ANY /{proxy+}': () => ({ statusCode: 200 }),
            'GET /users/{id}': () => ({ statusCode: 200 }),
            'POST /users/{id}': () => ({ statusCode: 201 }),
          };
    const api = createLocalApi({ target, ...stage, routes });
    // A REST API refuses raw braces, and a brace can't be escaped in a builder's path.
    const known = ORIGINALS.filter(([name]) => name !== 'a path and a query with quotes and brackets');

    test.each(known)('builds the same event again: %s', async (_, original) => {
      const exchange = await api.exchange({ ...original, target: prefixOf[target] + original.target });
      let received: unknown;
      const handler = (event: unknown): unknown => {
        received = event;
        return exchange.result;
      };
      const { run } = load(testText(viewOf(exchange), { target, prefix: api.prefix }), handler);
      await run();
      expect(stable(received)).toEqual(stable(exchange.event));
      const [route, given] = [received, exchange.event].map((event) => (event as { resource?: string; routeKey?: string }) ?? {});
      expect([route?.resource, route?.routeKey]).toEqual([given?.resource, given?.routeKey]);
    });
  });

  test.each<[string, 'rest' | 'http-2.0', LocalApi, string]>([
    [
      'the claims of a JWT',
      'http-2.0',
      createLocalApi({
        target: 'http-2.0',
        stage: 'dev',
        stageVariables: { table: "it's" },
        authorizers: { tokens: { verify: () => ({ sub: 'ada' }) } },
        authorizer: 'tokens',
        routes: { 'GET /a': () => ({ statusCode: 200 }) },
      }),
      '/dev/a',
    ],
    [
      'the context of a Lambda authorizer, a custom domain and an API key',
      'rest',
      createLocalApi({
        target: 'rest',
        stage: 'test',
        customDomain: { domainName: 'api.example.com', basePath: 'v1' },
        apiKeys: [{ id: 'k1', value: 'secret' }],
        authorizers: { all: { request: () => buildPolicy() } },
        authorizer: 'all',
        routes: { 'GET /a': { handler: () => ({ statusCode: 200 }), apiKeyRequired: true } },
      }),
      '/v1/a',
    ],
  ])('keeps what the request does not show: %s', async (_, target, api, path) => {
    const headers = [
      ['Authorization', 'Bearer x'],
      ['X-API-Key', 'secret'],
    ] as const;
    const exchange = await api.exchange({ method: 'GET', target: path, headers });
    let received: unknown;
    const handler = (event: unknown): unknown => {
      received = event;
      return exchange.result;
    };
    await load(testText(viewOf(exchange), { target, prefix: api.prefix }), handler).run();
    const facts = (event: unknown): unknown => {
      const { requestContext, stageVariables, path, rawPath } = event as Record<string, Record<string, unknown>>; // an event of either kind
      const { authorizer, stage, identity } = requestContext ?? {};
      return [authorizer, stage, stageVariables, path, rawPath, (identity as { apiKeyId?: string } | undefined)?.apiKeyId];
    };
    expect(exchange.event).toBeDefined();
    expect(facts(received)).toEqual(facts(exchange.event));
  });

  test('reads like a test that someone wrote', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { 'POST /users/{id}': () => ({ statusCode: 201 }) } });
    const body = new TextEncoder().encode('{"name":"Ada"}');
    const headers = [
      ['Host', 'a'],
      ['Content-Type', 'application/json'],
      ['X-Id', '1'],
    ] as const;
    const exchange = await api.exchange({ method: 'POST', target: '/users/1?a=b', headers, body });
    expect(testText(viewOf(exchange), { target: 'http-2.0', prefix: '' })).toBe(`import { buildHttpEvent, renderResult } from 'apigw-proxy';
import { expect, test } from 'vitest';
import { handler } from './handler.js';

test('POST /users/1?a=b answers 201', async () => {
  const event = buildHttpEvent({
    route: 'POST /users/{id}',
    path: '/users/1?a=b',
    headers: {
      'X-Id': '1',
    },
    json: {"name":"Ada"},
  });
  const { status } = renderResult(await handler(event), { target: 'http-2.0' });
  expect(status).toBe(201);
});
`);
  });

  test('fails until the function is mended, if it failed', async () => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /a': () => ({ statusCode: 200, body: {} }) } });
    const view = viewOf(await api.exchange({ method: 'GET', target: '/prod/a', headers: [] }));
    const code = testText(view, { target: 'rest', prefix: '/prod' });
    await expect(load(code, () => ({ statusCode: 200, body: {} })).run()).rejects.toThrow();
    await load(code, () => ({ statusCode: 200, body: '{}' })).run();
  });

  test('has the event of mapping templates', async () => {
    const requestTemplates = { 'application/json': '{"id": "$input.params(\'id\')"}' };
    const integration = { integration: 'custom', requestTemplates, responses: [{ statusCode: 200 }] } as const;
    const api = createLocalApi({ target: 'rest', routes: { 'GET /{id}': { handler: async () => ({ ok: true }), integration } } });
    const view = viewOf(await api.exchange({ method: 'GET', target: '/prod/a', headers: [] }));
    const { run, imports } = load(testText(view, { target: 'rest', prefix: '/prod' }), (event) => {
      expect(event).toEqual({ id: 'a' });
      return { ok: true };
    });
    await run();
    expect(Object.keys(imports)).toEqual(['vitest', './handler.js']);
  });

  test.each([0, 1, 2, 3])('builds the event of step %i of a WebSocket connection', async (step) => {
    const routes = {
      $connect: () => ({ statusCode: 200 }),
      $disconnect: () => ({ statusCode: 200 }),
      say: { handler: () => ({ statusCode: 200, body: "it's" }), routeResponse: true },
      $default: () => ({ statusCode: 200 }),
    };
    const api = createLocalWebsocketApi({ routes });
    const client = await api.connect({ query: 'room=1' });
    await client.send('{"action":"say"}');
    await client.send('"quoted\'"');
    await client.close();
    const exchange = api.exchanges[step] ?? expect.fail();
    let received: typeof exchange.event;
    const handler = (event: unknown): unknown => {
      received = event as typeof received; // the built event of this step
      return exchange.result;
    };
    await load(testText(viewOf(exchange), { target: 'websocket', prefix: '/prod' }), handler).run();
    const facts = (event: typeof received) => [
      event?.requestContext.routeKey,
      event?.requestContext.eventType,
      event && 'body' in event && event.body,
    ];
    expect(facts(received)).toEqual(facts(exchange.event));
  });
});
