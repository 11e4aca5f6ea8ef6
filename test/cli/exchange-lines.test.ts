import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { exchangeLines } from '../../src/cli/exchange-lines.js';

const TIME = '(?:<1|\\d+) ms';

describe('exchangeLines', () => {
  const routes = {
    'GET /ok': () => ({ body: '{}' }),
    'GET /throw': () => Promise.reject('no reason'),
    'GET /escape': () => Promise.reject('a\u001b[2Jb\nc'),
    'GET /key': () => ({ statusCode: 200, '\u001b[2J': 1 }),
    'GET /users/{id}': () => ({ body: '{}' }),
  };
  const api = createLocalApi({ target: 'rest', routes });
  const lines = async (target: string, isColoured = false) =>
    exchangeLines(await api.exchange({ method: 'GET', target, headers: [] }), isColoured);

  test.each([
    ['/prod/ok', `^GET /prod/ok {2}200 {2}${TIME} {2}\\(GET /ok\\)$`],
    ['/prod/none', `^GET /prod/none {2}403 {2}${TIME}$`],
    ['/prod/throw', `^GET /prod/throw {2}502 {2}${TIME} {2}\\(GET /throw\\)$`],
    ['/prod/\u001b[31m', '^GET /prod/\\\\x1b\\[31m {2}403 {2}'],
  ])('shows %j in one line', async (target, line) => {
    expect((await lines(target))[0]).toMatch(new RegExp(line));
  });

  test('shows what the function threw, and each issue with its fix', async () => {
    const [, thrown, issue, fix] = await lines('/prod/throw');
    expect([thrown, issue, fix]).toEqual([
      '  no reason',
      expect.stringMatching(/^ {2}error function-error: /),
      expect.stringMatching(/^ {4}\S/),
    ]);
  });

  test.each([
    ['/prod/user/42?full=1', 'No route matches the path. The closest is `GET /users/{id}`. Correct the path, or add the route.'],
    ['/users/42', 'The URL is missing the stage or the base path. This API answers at `/prod/users/42`. Request that URL.'],
  ])('gives a hint after the wrong URL %s', async (target, hint) => {
    const [, ...below] = await lines(target);
    expect(below).toEqual([`  ${hint}`]);
  });

  test.each([
    ['/prod/escape', ['  a\\x1b[2Jb', '  c']],
    ['/prod/key', [expect.stringContaining('at \\x1b[2J: ')]],
  ])('writes control characters as text: %s', async (target, shown) => {
    const [, ...rest] = await lines(target);
    expect(rest.slice(0, shown.length)).toEqual(shown);
    expect(rest.join('')).not.toContain('\u001b');
  });

  test.each([
    ['/prod/ok', '\u001b[32m200'],
    ['/prod/none', '\u001b[33m403'],
    ['/prod/throw', '\u001b[31m502'],
  ])('colors the status of %s', async (target, status) => {
    expect((await lines(target, true))[0]).toContain(status);
  });

  test('shows the exchanges of a WebSocket API', async () => {
    const loud = { handler: () => ({ statusCode: 200, body: 'hey' }), routeResponse: true };
    const websocket = createLocalWebsocketApi({ routes: { quiet: () => ({ statusCode: 200 }), loud } });
    const client = await websocket.connect();
    for (const action of ['quiet', 'loud', 'none']) await client.send(JSON.stringify({ action }));
    await client.close();
    const shown = websocket.exchanges.map((exchange) => exchangeLines(exchange, false)[0]?.replace(/ {2}[<\d]+ ms$/, ''));
    expect(shown).toEqual([
      'Xc0000000000001=  (no route)  101',
      'Xc0000000000001=  quiet  no message',
      'Xc0000000000001=  loud  message',
      'Xc0000000000001=  (no route)  message',
      'Xc0000000000001=  (no route)  no message',
    ]);
  });
});
