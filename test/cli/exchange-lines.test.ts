import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { exchangeLines } from '../../src/cli/exchange-lines.js';

describe('exchangeLines', () => {
  const api = createLocalApi({
    target: 'rest',
    routes: {
      'GET /ok': () => ({ body: '{}' }),
      'GET /throw': () => Promise.reject('no reason'),
      'GET /escape': () => Promise.reject('a\u001b[2Jb\nc'),
      'GET /key': () => ({ '\u001b[2J': 1 }),
    },
  });
  const lines = async (target: string, isColoured = false) =>
    exchangeLines(await api.exchange({ method: 'GET', target, headers: [] }), isColoured);

  test.each([
    ['/prod/ok', /^GET \/prod\/ok 200 2 B [\d.]+ ms \(GET \/ok\)$/],
    ['/prod/none', /^GET \/prod\/none 403 42 B [\d.]+ ms \(no route\)$/],
    ['/prod/throw', /^GET \/prod\/throw 502 36 B [\d.]+ ms \(GET \/throw\)$/],
    ['/prod/\u001b[31m', /^GET \/prod\/\\x1b\[31m 403 /],
  ])('tell %j in a line', async (target, line) => {
    expect((await lines(target))[0]).toMatch(line);
  });

  test('tell what the function threw, and every issue with its cure', async () => {
    const [, thrown, issue, cure] = await lines('/prod/throw');
    expect([thrown, issue, cure]).toEqual([
      '  no reason',
      expect.stringMatching(/^ {2}error function-error: /),
      expect.stringMatching(/^ {4}\S/),
    ]);
  });

  test.each([
    ['/prod/escape', ['  a\\x1b[2Jb', '  c']],
    ['/prod/key', [expect.stringContaining('at \\x1b[2J: ')]],
  ])('show control characters instead of obeying them: %s', async (target, told) => {
    const [, ...rest] = await lines(target);
    expect(rest.slice(0, told.length)).toEqual(told);
    expect(rest.join('')).not.toContain('\u001b');
  });

  test.each([
    ['/prod/ok', '\u001b[32m200'],
    ['/prod/none', '\u001b[33m403'],
    ['/prod/throw', '\u001b[31m502'],
  ])('colour the status of %s', async (target, status) => {
    expect((await lines(target, true))[0]).toContain(status);
  });

  test('tell what became of a message', async () => {
    const routes = { quiet: () => ({ statusCode: 200 }), loud: { handler: () => ({ statusCode: 200, body: 'hey' }), routeResponse: true } };
    const websocket = createLocalWebsocketApi({ routes });
    const client = await websocket.connect();
    for (const action of ['quiet', 'loud', 'none']) await client.send(JSON.stringify({ action }));
    await client.close();
    const told = websocket.exchanges.map((exchange) => exchangeLines(exchange, false)[0]?.replace(/ [\d.]+ ms/, ''));
    expect(told).toEqual([
      'Xc0000000000001= 101 0 B (no route)',
      'Xc0000000000001= no message (quiet)',
      'Xc0000000000001= message 3 B (loud)',
      expect.stringMatching(/message \d+ B \(no route\)$/),
      'Xc0000000000001= no message (no route)',
    ]);
  });
});
