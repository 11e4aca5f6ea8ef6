import { createLocalApi } from 'apigw-proxy/local';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { handler as expressHandler } from '../../docs/examples/express.js';
import { handler as fastifyHandler } from '../../docs/examples/fastify.js';
import { handler as honoHandler } from '../../docs/examples/hono.js';
import { handler as middyHandler } from '../../docs/examples/middy.js';
import { handler as powertoolsHandler } from '../../docs/examples/powertools.js';

type Handler = (event: never, context: never) => unknown;

const APPS: Readonly<Record<string, Handler>> = {
  powertools: powertoolsHandler,
  hono: honoHandler,
  express: expressHandler,
  fastify: fastifyHandler,
};

const post = (body: string): RequestInit => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

describe.each(Object.entries(APPS))('the %s example', (_, handler) => {
  // `never` takes any event: the apps find out which kind they get.
  const routes = { 'ANY /{proxy+}': handler as () => unknown };

  test.each([
    ['a REST API', createLocalApi({ target: 'rest', routes }), '/prod'],
    ['an HTTP API', createLocalApi({ target: 'http-2.0', routes }), ''],
  ])('answers behind %s', async (_, api, prefix) => {
    const read = await api.fetch(`${prefix}/orders/7`);
    expect([read.status, await read.json()]).toEqual([200, { id: '7' }]);
    const created = await api.fetch(`${prefix}/orders`, post('{"item":"book"}'));
    expect([created.status, await created.json()]).toEqual([201, { order: { item: 'book' } }]);
    expect(api.last?.response.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('the middy example', () => {
  const api = createLocalApi({ target: 'http-2.0', routes: { 'POST /orders': middyHandler } });
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['accepts a valid order', '{"item":"book","count":2}', 201],
    ['rejects an order that does not fit the schema', '{"item":"book","count":0}', 400],
    ['rejects what is not JSON', '{"item":', 400],
  ])('%s', async (_, body, status) => {
    const response = await api.fetch('/orders', post(body));
    expect(response.status).toBe(status);
  });

  test('replaces a result that the gateway would change, and logs the cause and the fix', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const response = await api.fetch('/orders', post(JSON.stringify({ item: 'a\nb', count: 1 })));
    expect(response.status).toBe(500);
    expect(log.mock.calls.flat().join('\n')).toContain('header');
  });
});
