import type { CustomIntegration } from 'apigw-proxy/custom';
import { createLocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const INTEGRATION: CustomIntegration = {
  integration: 'custom',
  requestTemplates: {
    'application/json': `{"id": "$input.params('id')", "name": $input.json('$.name'), "who": "$context.authorizer.principalId"}`,
  },
  responses: [
    {
      statusCode: 201,
      responseParameters: { 'method.response.header.X-Id': 'integration.response.body.id' },
      responseTemplates: { 'application/json': `{"greeting": "Hello, $input.path('$.name')"}` },
    },
    { statusCode: 404, selectionPattern: 'No such .*' },
    { statusCode: 504, selectionPattern: '.*Task timed out after.*' },
  ],
};

const BODY = JSON.stringify({ name: 'Ada' });
const api = createLocalApi({
  target: 'rest',
  authorizers: { fixed: { lambda: { principalId: 'me' } } },
  limits: { timeout: 500 },
  routes: {
    'POST /users/{id}': { handler: async (event: unknown) => event, integration: INTEGRATION, authorizer: 'fixed' },
    'POST /missing': {
      handler: async () => {
        throw new Error('No such user');
      },
      integration: INTEGRATION,
    },
    'POST /slow': { handler: () => new Promise(() => undefined), integration: INTEGRATION, timeout: 10 },
    'POST /stuck': { handler: () => new Promise(() => undefined), integration: INTEGRATION },
    'POST /broken': { handler: async () => 1, integration: { ...INTEGRATION, requestTemplates: { 'application/json': '#if' } } },
    'POST /nothing': { handler: async () => undefined, integration: { integration: 'custom', responses: [{ statusCode: 200 }] } },
    'POST /proxy': async () => ({ statusCode: 200, body: 'proxy' }),
  },
});

const post = (path: string, body = BODY): Promise<Response> =>
  api.fetch(`/prod${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

describe('a route with a custom integration', () => {
  test('answers over a socket through both templates', async () => {
    const server = await api.listen();
    const response = await fetch(`${server.url}/users/7`, {
      method: 'POST',
      body: BODY,
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await response.text(), response.headers.get('x-id')]).toEqual([201, '{"greeting": "Hello, Ada"}', '7']);
    await server.close();
    expect(api.last).toMatchObject({
      route: 'POST /users/{id}',
      event: undefined,
      custom: { event: { id: '7', name: 'Ada', who: 'me' }, issues: [] },
      result: { id: '7', name: 'Ada', who: 'me' },
      response: { ok: true, issues: [] },
    });
  });

  test('selects the response for what the handler throws', async () => {
    const response = await post('/missing');
    expect([response.status, await response.json()]).toEqual([
      404,
      { errorType: 'Error', errorMessage: 'No such user', trace: expect.arrayContaining(['Error: No such user']) },
    ]);
    expect(api.last).toMatchObject({ error: { message: 'No such user' }, response: { ok: true } });
  });

  test('sends null if the handler returns nothing', async () => {
    expect(await (await post('/nothing')).text()).toBe('null');
  });

  test('selects the response for a function that runs too long', async () => {
    const response = await post('/slow');
    expect([response.status, await response.json()]).toEqual([
      504,
      { errorType: 'Sandbox.Timedout', errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 0\.01 seconds$/) },
    ]);
  });

  test('answers as the gateway if it stops waiting', async () => {
    const response = await post('/stuck');
    expect([response.status, await response.json()]).toEqual([504, { message: 'Endpoint request timed out' }]);
  });

  test('does not call the handler if the template is broken', async () => {
    const response = await post('/broken');
    expect([response.status, api.last?.custom?.event, api.last?.result]).toEqual([500, undefined, undefined]);
    expect(api.last?.custom?.issues).toMatchObject([{ code: 'template-syntax', line: 1 }]);
  });

  test('does not call the handler with an event that Lambda does not accept', async () => {
    const response = await post('/users/7', JSON.stringify({ name: 'a'.repeat(6_291_456) }));
    expect([response.status, api.last?.custom?.event]).toEqual([413, undefined]);
  });

  test('leaves other routes alone', async () => {
    expect(await (await post('/proxy')).text()).toBe('proxy');
    expect(api.last).not.toHaveProperty('custom');
  });

  test.each<[string, object, string, readonly (string | number)[]]>([
    ['another target', { target: 'http-2.0' }, 'unsupported-option', ['routes', 'POST /a', 'integration']],
    ['no responses', { integration: { integration: 'custom' } }, 'invalid-option', ['routes', 'POST /a', 'integration', 'responses']],
    [
      'a wrong value',
      { integration: { ...INTEGRATION, passthroughBehavior: 'NO' } },
      'invalid-option',
      ['routes', 'POST /a', 'integration', 'passthroughBehavior'],
    ],
  ])('is refused with %s', (_, { target = 'rest', integration = INTEGRATION }: { target?: string; integration?: unknown }, code, path) => {
    const init = { target, routes: { 'POST /a': { handler: () => 1, integration } } };
    expect(() => createLocalApi(init as unknown as Parameters<typeof createLocalApi>[0])).toThrow(expect.objectContaining({ code, path }));
  });
});
