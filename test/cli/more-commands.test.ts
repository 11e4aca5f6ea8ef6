import { join } from 'node:path';
import {
  buildEvents,
  buildHttpEvent,
  buildRequestAuthorizerEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketSession,
  ISSUE_CODES,
} from 'apigw-proxy';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeProject } from '../local/function/source/project.js';
import { cli } from './terminal.js';

describe('explain', () => {
  test.each(ISSUE_CODES)('prints a page about %s', async (code) => {
    const { code: exit, out } = await cli(['explain', code]);
    expect([exit, out.split('  (')[0]]).toEqual([0, code]);
    expect(out).toMatch(/\n\n {2}\S[\s\S]*\n {4}\S/);
    expect(out).not.toMatch(/undefined|\[object/);
  });

  test('says once what is the same for every target', async () => {
    const { out } = await cli(['explain', 'unknown-key', '--target', 'rest']);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'unknown-key  (error, about a result)',
      '',
      '  A REST API rejects the key VALUE. The client gets a 502.',
    ]);
  });

  test('explains issues of custom integrations', async () => {
    expect((await cli(['explain', 'template-syntax'])).out).toContain('template-syntax  (error, about a custom integration)');
  });

  test('lists all codes', async () => {
    const codes = (await cli(['explain'])).out.trimEnd().split('\n');
    expect(codes).toEqual(expect.arrayContaining([...ISSUE_CODES, 'slash-escaped']));
    expect(codes.length).toBe(new Set(codes).size);
  });

  test('has both pages of a code that custom integrations have, too', async () => {
    const { out } = await cli(['explain', 'base64-invalid']);
    expect(out).toContain('base64-invalid  (error, about a result)');
    expect(out).toContain('base64-invalid  (error, about a custom integration)');
  });

  test.each([
    ['unknow-key', "There is no issue 'unknow-key'. Did you mean 'unknown-key'?"],
    ['502', "502 is a status, not the code of an issue. Run 'apigw-proxy check --target rest result.json' for the cause."],
    ['constructor', "There is no issue 'constructor'. Run 'apigw-proxy explain' for all codes."],
  ])('does not know %s', async (code, message) => {
    expect(await cli(['explain', code])).toEqual({ code: 2, out: '', err: `apigw-proxy: ${message}\n` });
  });
});

describe('invoke', () => {
  let folder: string;
  const event = JSON.stringify(buildHttpEvent({ path: '/users/1' }));
  beforeAll(async () => {
    folder = await writeProject({
      'handler.ts': `export const handler = async (event: { rawPath: string }) => ({ statusCode: 200, body: event.rawPath + process.env.TABLE });
        export const fails = async () => { throw new TypeError('no database'); };
        export const wrong = async () => ({ statusCode: 'none' });
        export const old = (event: object, context: object, callback: Function) => callback(null, 'called back');
        export const slow = () => new Promise((later) => setTimeout(later, 60_000));`,
      'event.json': event,
      '.env': 'TABLE=users',
    });
  });

  test('prints what the handler returns for an event', async () => {
    const args = ['invoke', join(folder, 'handler.ts'), '--event', join(folder, 'event.json'), '--env-file', join(folder, '.env')];
    const { code, out } = await cli(args);
    expect([code, JSON.parse(out)]).toEqual([0, { statusCode: 200, body: '/users/1users' }]);
  });

  test.each([
    ['fails', [], 1, '', 'The handler failed.\n  TypeError: no database\n'],
    ['wrong', [], 1, '{\n  "statusCode": "none"\n}\n', '  error status-code-invalid at statusCode: '],
    ['old', ['--runtime', 'nodejs22.x'], 0, '"called back"\n', ''],
    ['old', [], 1, '', 'The handler failed.\n'],
    ['slow', ['--timeout', '1'], 1, '', 'The handler failed.\n  TaskTimeoutError: Task timed out after 1.00 seconds'],
  ])('reads the event from the input: %s %j', async (name, args, code, out, err) => {
    const printed = await cli(['invoke', `${join(folder, 'handler.ts')}#${name}`, ...args], event);
    expect([printed.code, printed.out]).toEqual([code, out]);
    expect(printed.err).toContain(err);
  });

  test.each([
    [[], 'There is no handler to call.'],
    [['a.mjs', 'b.mjs'], "'b.mjs' is a second handler."],
    [['none.mjs'], "There is no file 'none.mjs'."],
    [['event.json'], "'event.json' is not a module. Pass the handler's file, and the event with --event event.json."],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await cli(['invoke', ...args], event);
    expect([code, err]).toEqual([2, expect.stringContaining(`apigw-proxy: ${message}`)]);
  });
});

describe('event', () => {
  test.each([
    [['rest', '--claim', 'sub=me'], { authorizer: { claims: { sub: 'me' } } }],
    [['http', '--claim', 'sub=me', '--claim', 'email=a@b'], { authorizer: { jwt: { claims: { sub: 'me', email: 'a@b' } } } }],
    [['http', '--context', 'user=me'], { authorizer: { lambda: { user: 'me' } } }],
    [['websocket', '--context', 'user=me'], { authorizer: { user: 'me' } }],
    [
      ['rest', '--identity', 'arn:aws:iam::111122223333:user/me'],
      { identity: { userArn: 'arn:aws:iam::111122223333:user/me', accountId: '111122223333' } },
    ],
    [['function-url', '--identity', 'arn:aws:iam::111122223333:user/me'], { authorizer: { iam: { accountId: '111122223333' } } }],
  ])('puts the caller of %j into the event', async (args, requestContext) => {
    const { code, out } = await cli(['event', ...args]);
    expect([code, JSON.parse(out)]).toMatchObject([0, { requestContext }]);
  });

  test('prints what the gateway changes in the request', async () => {
    const { code, err } = await cli(['event', 'rest', '--query', 'a=1;b=2']);
    expect([code, err]).toEqual([0, expect.stringContaining('warning request-query-split at target: ')]);
  });

  const captured = {
    ...buildEvents({ path: '/users/1', json: { a: 1 }, headers: { 'X-A': 'b', 'X-B': 'c' } }),
    'websocket-message': buildWebsocketSession().message('{"action":"say"}'),
    'authorizer-token': buildTokenAuthorizerEvent({ headers: { Authorization: 'a' } }),
    'authorizer-request-rest': buildRequestAuthorizerEvent(),
  };

  async function vary(event: unknown, ...args: readonly string[]) {
    const folder = await writeProject({ 'captured.json': JSON.stringify(event) });
    return cli(['event', '--from', join(folder, 'captured.json'), ...args]);
  }

  test.each(Object.entries(captured))('--from prints the same event again: %s', async (_, event) => {
    const { code, out } = await vary(event);
    expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(JSON.stringify(event))]);
  });

  test('--from changes the path, the body, a header and a claim, and every mirrored field follows', async () => {
    const event = buildHttpEvent({
      route: 'POST /users/{id}',
      path: '/users/1',
      json: { a: 1 },
      headers: { 'X-A': 'b', 'X-B': 'c' },
      authorizer: { jwt: { claims: { sub: 'me', iss: 'x' } } },
    });
    const { out } = await vary(event, '--path', '/users/2', '--json', '{"long":"body"}', '-H', 'x-a: new', '--claim', 'sub=you');
    expect(JSON.parse(out)).toMatchObject({
      rawPath: '/users/2',
      pathParameters: { id: '2' },
      body: '{"long":"body"}',
      headers: { 'content-length': '15', 'x-a': 'new', 'x-b': 'c' },
      requestContext: { http: { path: '/users/2' }, authorizer: { jwt: { claims: { sub: 'you', iss: 'x' } } } },
    });
  });

  test.each([
    [{}, [], 'The file has no valid event.'],
    [captured.rest, ['rest'], "The captured event decides its kind, not 'rest'."],
    [captured.rest, ['--authorizer', 'token'], '--from has a request already.'],
    [captured['function-url'], ['--claim', 'a=b'], 'The target function-url has no tokens with claims.'],
    [captured.rest, ['--claim', 'a=b', '--identity', 'x'], '--claim and --identity are the callers of different authorizers.'],
  ])('--from refuses %#', async (event, args, message) => {
    const { code, err } = await vary(event, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(`apigw-proxy: ${message}`)]);
  });
});
