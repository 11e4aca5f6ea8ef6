import { explainIssue } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const fix = 'Pass --jwt.';

describe('an authorizer that refuses all requests', () => {
  test.each([
    ['rest', 'cognito', 401, '{"message":"Unauthorized"}', null],
    ['rest', 'lambda', 401, '{"message":"Unauthorized"}', null],
    ['rest', 'iam', 403, '{"message":"Missing Authentication Token"}', null],
    ['http-1.0', 'jwt', 401, '{"message":"Unauthorized"}', 'Bearer'],
    ['http-2.0', 'jwt', 401, '{"message":"Unauthorized"}', 'Bearer'],
    ['http-2.0', 'lambda', 401, '{"message":"Unauthorized"}', null],
    ['http-2.0', 'iam', 403, '{"message":"Forbidden"}', null],
    ['function-url', 'iam', 403, expect.stringContaining('Forbidden'), null],
  ] as const)('answers on %s as %s does without credentials', async (target, refuse, status, body, challenge) => {
    let calls = 0;
    const handler = () => {
      calls += 1;
    };
    const api = createLocalApi({
      target,
      authorizers: { closed: { refuse, fix } },
      authorizer: 'closed',
      routes: { [key(target)]: handler },
    });
    const response = await api.fetch(api.prefix + path(target), { headers: { Authorization: 'Bearer abc' } });
    expect([response.status, await response.text(), response.headers.get('www-authenticate')]).toEqual([status, body, challenge]);
    expect([calls, api.last?.event]).toEqual([0, undefined]);
    const [issue] = api.last?.response.issues ?? [];
    expect([issue?.code, issue?.path, issue && explainIssue(issue).fix]).toEqual(['route-closed', [], fix]);
  });

  test.each([
    ['lambda', 401],
    ['iam', 403],
  ] as const)('answers a handshake as %s does', async (refuse, status) => {
    const api = createLocalWebsocketApi({ authorizers: { closed: { refuse, fix } }, authorizer: 'closed', routes: {} });
    const { response, isOpen } = await api.connect();
    expect([response.status, isOpen, response.issues[0]?.found]).toEqual([status, false, fix]);
  });

  test.each([
    ['rest', { refuse: 'all', fix }],
    ['rest', { refuse: 'iam' }],
    ['rest', { refuse: 'iam', fix: '' }],
    ['rest', { refuse: undefined, fix }],
  ] as const)('is refused on %s: %j', (target, closed) => {
    expect(() => createLocalApi({ target, authorizers: { closed }, routes: { [key(target)]: () => '' } } as never)).toThrow();
  });

  function key(target: string): '/' | '$default' {
    return target === 'function-url' ? '$default' : '/';
  }
  function path(target: string): string {
    return target === 'rest' ? '' : '/';
  }
});
