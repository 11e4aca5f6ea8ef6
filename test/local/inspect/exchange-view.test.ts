import { functionError, payload } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { summaryOf, viewOf } from '../../../src/local/inspect/exchange-view.js';
import type { ExchangeView } from '../../../src/local/inspect/view.js';

async function viewOfResult(result: unknown): Promise<ExchangeView> {
  const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => result } });
  return viewOf(await api.exchange({ method: 'GET', target: '/', headers: [] }));
}

describe('viewOf', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  test.each<[string, unknown, unknown]>([
    ['an object as indented JSON', { a: 1 }, '{\n  "a": 1\n}'],
    ['a payload as its text', payload('{"a":1}'), '{"a":1}'],
    ['nothing', undefined, 'undefined'],
    ['a number as its text', 5, '5'],
    ['a failure by its name', functionError(), '(function-error)'],
    ['a long string whole', 'x'.repeat(65_534), JSON.stringify('x'.repeat(65_534))],
    ['a long string without its end', 'x'.repeat(65_535), expect.stringMatching(/"x+\n… and 1 more characters$/)],
    ['a long payload without its end', payload(JSON.stringify('x'.repeat(70_000))), expect.stringMatching(/ more characters$/)],
    ['a long body without its end', { statusCode: 200, body: 'x'.repeat(70_000) }, expect.stringContaining('statusCode')],
  ])('shows %s', async (_, result, shown) => {
    const view = await viewOfResult(result);
    expect(view.result).toEqual(shown);
    expect(view.result?.length).toBeLessThan(66_000);
    expect(view.response?.body.text?.length).toBeLessThan(66_000);
  });

  test('shows what the function threw in place of a result that is not JSON', async () => {
    expect(await viewOfResult(cyclic)).toMatchObject({ error: expect.stringContaining('Unable to stringify response body') });
    expect(await viewOfResult(cyclic)).not.toHaveProperty('result');
  });

  test.each<[string, Uint8Array, object]>([
    ['text as text', new TextEncoder().encode('é'), { size: 2, isCut: false, text: 'é' }],
    ['other bytes as base64', Uint8Array.of(0xff, 0x61), { size: 2, isCut: false, base64: '/2E=' }],
    ['text with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), { text: '\ufeffa' }],
    ['text with a NUL as base64, because a shell cannot pass it', Uint8Array.of(0x61, 0), { size: 2, base64: 'YQA=' }],
    [
      'the beginning of a long text',
      new TextEncoder().encode(`${'a'.repeat(65_536)}b`),
      { size: 65_537, isCut: true, text: 'a'.repeat(65_536) },
    ],
    [
      'a long text that is cut inside a character',
      new TextEncoder().encode(`${'a'.repeat(65_535)}é`),
      { isCut: true, text: 'a'.repeat(65_535) },
    ],
    ['no body', Uint8Array.of(), { size: 0, isCut: false, text: '' }],
  ])('shows a body: %s', async (_, body, shown) => {
    const api = createLocalApi({ target: 'rest', routes: { 'ANY /': () => ({ statusCode: 204 }) } });
    const exchange = await api.exchange({
      method: 'POST',
      target: '/prod',
      headers: [['Content-Type', 'Text/Plain; charset=utf-8']],
      body,
    });
    expect(viewOf(exchange).request).toMatchObject({ line: 'POST /prod', body: { mediaType: 'text/plain', ...shown } });
  });

  test('explains each issue and its place', async () => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': () => ({ statusCode: 200, headers: { 'X-A': ['1'] }, body: 'hi' }) } });
    const { issues } = viewOf(await api.exchange({ method: 'GET', target: '/prod', headers: [] }));
    expect(issues[0]).toMatchObject({
      severity: 'error',
      place: 'headers.X-A',
      message: expect.stringMatching(/\.$/),
      fix: expect.stringMatching(/\.$/),
    });
  });

  test('shows the call of an authorizer', async () => {
    const failing = () => Promise.reject(new Error('no'));
    const api = createLocalApi({
      target: 'http-2.0',
      authorizers: { good: { request: () => ({ isAuthorized: true }) }, bad: { request: failing } },
      routes: { 'GET /good': { handler: () => 'ok', authorizer: 'good' }, 'GET /bad': { handler: () => 'ok', authorizer: 'bad' } },
    });
    const good = viewOf(await api.exchange({ method: 'GET', target: '/good', headers: [] }));
    expect(good.authorizer).toMatchObject({
      event: expect.stringContaining('"type": "REQUEST"'),
      answer: '{\n  "isAuthorized": true\n}',
      isFailed: false,
    });
    const bad = viewOf(await api.exchange({ method: 'GET', target: '/bad', headers: [] }));
    expect(bad.authorizer).toMatchObject({ answer: expect.stringContaining('Error: no'), isFailed: true });
    expect(bad).not.toHaveProperty('event');
    const cached = viewOf({
      ...(await api.exchange({ method: 'GET', target: '/good', headers: [] })),
      authorization: { event: undefined, result: 1, error: undefined },
    });
    expect(cached.authorizer).toEqual({ answer: '1', isFailed: false });
    expect(bad).not.toHaveProperty('result');
  });

  test('shows the event that mapping templates made, and the place of an issue in a template', async () => {
    const requestTemplates = { 'application/json': '{"id": "$input.params(\'id\')",\n"b": "$util.nothing()"}' };
    const integration = { integration: 'custom', requestTemplates, responses: [{ statusCode: 200 }] } as const;
    const api = createLocalApi({ target: 'rest', routes: { 'GET /{id}': { handler: async () => 1, integration } } });
    const view = viewOf(await api.exchange({ method: 'GET', target: '/prod/a', headers: [] }));
    expect([view.isCustom, view.event]).toEqual([true, expect.stringContaining('"id": "a"')]);
    expect(view.issues.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^requestTemplates.*, line 2, column \d+$/));
    expect(view.warnings + view.errors).toBe(view.issues.filter(({ severity }) => severity !== 'info').length);
  });
});

describe('summaryOf', () => {
  test.each<[result: object, expected: object]>([
    [
      { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'a' },
      { status: 200, isFailed: false, errors: 0, warnings: 0 },
    ],
    [
      { statusCode: 500, headers: { 'content-type': 'text/plain' }, body: 'a' },
      { status: 500, isFailed: true, errors: 0, warnings: 0 },
    ],
    [
      { statusCode: 499, headers: { 'content-type': 'text/plain' }, body: 'a' },
      { status: 499, isFailed: false, errors: 0, warnings: 0 },
    ],
    [
      { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'a' },
      { isFailed: false, errors: 0, warnings: 1 },
    ],
  ])('counts what is wrong with %j', async (result, expected) => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': () => result } });
    const exchange = await api.exchange({ method: 'GET', target: '/prod', headers: [] });
    expect(summaryOf(exchange)).toMatchObject(expected);
    expect(summaryOf(exchange)).not.toHaveProperty('sent');
    expect(viewOf(exchange)).not.toHaveProperty('error');
    expect(viewOf(exchange).response?.line).toBe(`${exchange.response.status} ${exchange.response.statusText}`);
  });

  test('tells the steps of a WebSocket connection apart', async () => {
    const api = createLocalWebsocketApi({ routes: { say: { handler: ({ body }) => ({ statusCode: 200, body }), routeResponse: true } } });
    const client = await api.connect();
    await client.send('{"action":"say"}');
    await client.send('');
    await client.close();
    const steps = api.exchanges.map(summaryOf);
    expect(steps.map(({ kind }) => kind)).toEqual(['connect', 'message', 'message', 'disconnect']);
    expect(steps[1]).toMatchObject({ route: 'say', sent: '{"action":"say"}', received: '{"action":"say"}', isFailed: false });
    expect(steps[2]).toMatchObject({ sent: '', isFailed: true, errors: 1 });
    expect(api.exchanges.map((exchange) => viewOf(exchange).frame)).toEqual([
      ...[undefined, '{"action":"say"}', expect.stringContaining('Forbidden'), undefined],
    ]);
    expect(steps[3]).not.toHaveProperty('received');
  });

  test('has the beginning of a long message', async () => {
    const api = createLocalWebsocketApi({
      routes: { $default: { handler: ({ body }) => ({ statusCode: 200, body }), routeResponse: true } },
    });
    await (await api.connect()).send('x'.repeat(10_000));
    expect(summaryOf(api.last ?? expect.fail())).toMatchObject({ sent: 'x'.repeat(400), received: 'x'.repeat(400) });
  });
});
