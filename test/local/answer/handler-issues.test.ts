import { explainIssue } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi, type LambdaRuntime, type LocalHandler } from 'apigw-proxy/local';
import { beforeAll, describe, expect, test, vi } from 'vitest';

type Callback = (error: Error | null, result: unknown) => void;

const withCallback = (_event: unknown, _context: unknown, callback: Callback) => callback(null, { statusCode: 200 });
const plain = () => ({ statusCode: 200 });

beforeAll(() => {
  vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
});

describe('runtime', () => {
  test.each<[LambdaRuntime | undefined, LocalHandler<never>, number, string[]]>([
    ['nodejs20.x', withCallback, 200, ['warning callback-handler']],
    ['nodejs22.x', withCallback, 200, ['warning callback-handler']],
    ['nodejs24.x', withCallback, 502, ['error callback-handler', 'error function-error']],
    [undefined, withCallback, 502, ['error callback-handler', 'error function-error']],
    ['nodejs24.x', plain, 200, []],
    ['nodejs22.x', plain, 502, ['error result-not-an-object']],
  ])('%s decides what becomes of a handler: %o', async (runtime, handler, status, found) => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': handler }, ...(runtime && { runtime }) });
    expect((await api.fetch('/prod/')).status).toBe(status);
    const issues = api.last?.response.issues ?? [];
    const relevant = issues.filter(({ code }) => code !== 'content-type-default');
    expect(relevant.map(({ severity, code }) => `${severity} ${code}`)).toEqual(found);
  });

  test('is explained with the version that rejects a callback', async () => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': withCallback }, runtime: 'nodejs22.x' });
    await api.fetch('/prod/');
    const [issue] = api.last?.response.issues ?? [];
    expect(issue?.path).toEqual([]);
    expect(issue && explainIssue(issue).message).toContain('Node.js 24 on Lambda rejects it');
  });

  test('also decides for the functions of a WebSocket API and for authorizers', async () => {
    for (const runtime of ['nodejs22.x', 'nodejs24.x'] as const) {
      const isOld = runtime === 'nodejs22.x';
      const chat = createLocalWebsocketApi({ routes: { $connect: withCallback }, runtime });
      expect((await chat.connect()).response.status).toBe(isOld ? 101 : 502);
      const request = (_event: unknown, _context: unknown, callback: Callback) => callback(null, { isAuthorized: true });
      const init = { authorizers: { own: { request } }, authorizer: 'own', routes: { $default: async () => 'ok' }, runtime } as const;
      expect((await createLocalApi({ target: 'http-2.0', ...init }).fetch('/')).status).toBe(isOld ? 200 : 500);
    }
  });

  test('must be a known runtime', () => {
    const init = { target: 'rest', routes: {}, runtime: 'nodejs18.x' as 'nodejs20.x' } as const; // JavaScript may pass anything
    expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code: 'invalid-option', path: ['runtime'] }));
  });
});
