import type { HttpField } from 'apigw-proxy/http';
import { createLocalApi } from 'apigw-proxy/local';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Inspected, inspect } from '../../../src/local/inspect/inspector.js';

const OURS: readonly HttpField[] = [['X-Inspect', 'send']];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const PREVIEW_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none'";

const api = createLocalApi({
  target: 'http-2.0',
  routes: {
    $default: ({ rawPath }) => ({ statusCode: 200, headers: { 'content-type': decodeURIComponent(rawPath.slice(1)) }, body: 'x' }),
  },
});
const send = vi.fn(async () => 7);
let inspected: Inspected;

beforeAll(async () => {
  await api.exchange({ method: 'GET', target: '/text%2Fplain', headers: [] });
  inspected = { run: 'a', target: 'http-2.0', prefix: '', exchanges: api.exchanges, send };
});

/** Asks as a program on this computer does. */
async function ask(target: string, method = 'GET', headers: readonly HttpField[] = [], host = 'localhost') {
  const response = await inspect({ method, target, headers: [['Host', host], ...headers], sourceIp: '127.0.0.1' }, inspected);
  return response && { ...response, text: new TextDecoder().decode(response.body) };
}

describe('inspect', () => {
  test.each(['/', '/@inspectx', '/x/@inspect', '/@inspecting/exchanges', '/%40inspect'])('leaves %s to the API', async (target) => {
    expect(await ask(target)).toBeUndefined();
  });

  test.each<[status: number, type: string, policy: string, target: string, method: string, headers: readonly HttpField[], host?: string]>([
    [200, 'text/html; charset=utf-8', POLICY, '/@inspect?a', 'GET', []],
    [200, 'text/css; charset=utf-8', POLICY, '/@inspect/page.css', 'GET', []],
    [200, 'text/javascript; charset=utf-8', POLICY, '/@inspect/page.js', 'GET', []],
    [200, 'image/svg+xml', POLICY, '/@inspect/icon.svg', 'GET', []],
    [200, 'application/json', POLICY, '/@inspect/exchanges', 'GET', []],
    [200, 'application/json', POLICY, '/@inspect/exchanges/1', 'GET', []],
    [200, 'application/json', POLICY, '/@inspect/send/1', 'POST', OURS],
    [404, 'text/plain', POLICY, '/@inspect/preview/1', 'GET', []],
    [404, 'text/plain', POLICY, '/@inspect/send/1', 'GET', OURS],
    [403, 'text/plain', POLICY, '/@inspect/exchanges', 'GET', [], 'evil.example'],
    [403, 'text/plain', POLICY, '/@inspect/send/1', 'POST', OURS, 'evil.example'],
  ])('answers %i with %s and this policy: %s', async (status, type, policy, target, method, headers, host) => {
    const response = await ask(target, method, headers, host);
    expect(response?.status).toBe(status);
    expect(response?.headers).toEqual([
      ['Content-Type', type],
      ['Content-Length', `${response?.body.length}`],
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', policy],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Connection', 'keep-alive'],
    ]);
  });

  test.each<[target: string, method: string, headers: readonly HttpField[]]>([
    ['/@inspect/send/1', 'POST', []],
    ['/@inspect/send/1', 'POST', [['X-Inspect', 'sent']]],
    ['/@inspect/send/1', 'POST', [['X-Inspect', '']]],
    ['/@inspect/send/1', 'PUT', OURS],
    ['/@inspect/send/1', 'GET', OURS],
    ['/@inspect/send/2', 'POST', OURS],
    ['/@inspect/send/1x', 'POST', OURS],
    ['/@inspect/send/01', 'POST', OURS],
    ['/@inspect/send/', 'POST', OURS],
    ['/@inspect/x/send/1', 'POST', OURS],
    ['/@inspect/x/@inspect/send/1', 'POST', OURS],
    ['/@inspect/sent/1', 'POST', OURS],
    ['/@inspect/preview/1', 'POST', OURS],
    ['/@inspect/exchanges/1', 'POST', OURS],
    ['/@inspect', 'POST', OURS],
  ])('sends nothing for %s with %s %j', async (target, method, headers) => {
    send.mockClear();
    const response = await ask(target, method, headers);
    expect([response?.status, response?.text, send.mock.calls.length]).toEqual([404, 'Not found.\n', 0]);
  });

  test('sends the request of an exchange', async () => {
    send.mockClear();
    expect((await ask('/@inspect/send/1', 'POST', OURS))?.text).toBe('{"index":7}');
    expect(send.mock.calls).toEqual([[api.exchanges[0]?.request]]);
  });

  test.each<[type: string, shown: string | undefined]>([
    ['image/png', 'image/png'],
    ['image/svg+xml; charset=x', 'image/svg+xml'],
    ['IMAGE/GIF', 'image/gif'],
    ['text/html', 'text/html; charset=utf-8'],
    ['application/xhtml+xml', 'application/xhtml+xml; charset=utf-8'],
    ['text/plain', undefined],
    ['text/javascript', undefined],
    ['application/pdf', undefined],
    ['ximage/png', undefined],
    ['image/', undefined],
    ['text/htmlx', undefined],
    ['application/xhtml+xmlx', undefined],
  ])('shows a preview of %s as %s', async (type, shown) => {
    const { index } = await api.exchange({ method: 'GET', target: `/${encodeURIComponent(type)}`, headers: [] });
    const response = await ask(`/@inspect/preview/${index}`);
    const fields = new Map(response?.headers);
    if (shown === undefined) expect(response?.status).toBe(404);
    else
      expect([response?.status, fields.get('Content-Type'), fields.get('Content-Security-Policy')]).toEqual([200, shown, PREVIEW_POLICY]);
  });
});
