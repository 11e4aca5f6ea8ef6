import { explainIssue } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const routes = {
  'GET /users/{id}': () => 'one',
  'PUT /users/{id}': () => 'put',
  'POST /users': () => 'new',
  'ANY /files/{path+}': () => '',
};
const rest = createLocalApi({ target: 'rest', routes });
const http = createLocalApi({ target: 'http-2.0', routes });
const staged = createLocalApi({ target: 'http-2.0', stage: 'dev', routes });
const mapped = createLocalApi({ target: 'http-2.0', customDomain: { domainName: 'api.example.com', basePath: 'v1' }, routes });

describe('a request that no route matches', () => {
  test.each([
    ['a wrong method', rest, 'DELETE', '/prod/users/42', 403, 'request-method-unknown', 'method', 'GET, PUT'],
    ['a wrong method', http, 'GET', '/users', 404, 'request-method-unknown', 'method', 'POST'],
    ['a forgotten stage', rest, 'GET', '/users/42', 403, 'request-prefix-missing', 'target', '/prod/users/42'],
    ['a forgotten stage', staged, 'GET', '/users/42?a=1', 404, 'request-prefix-missing', 'target', '/dev/users/42'],
    ['a forgotten base path', mapped, 'GET', '/users/42', 404, 'request-prefix-missing', 'target', '/v1/users/42'],
    ['a path with a typo', http, 'GET', '/user/a-long-id-of-a-user', 404, 'request-route-close', 'target', 'GET /users/{id}'],
    [
      'a path with a typo and a long id',
      rest,
      'GET',
      '/prod/user/0f8fad5b-d9cb-469f-a165-70867728950e',
      403,
      'request-route-close',
      'target',
      'GET /users/{id}',
    ],
    [
      'a path with a typo before a long rest',
      http,
      'GET',
      `/file/${'a/'.repeat(50)}`,
      404,
      'request-route-close',
      'target',
      'ANY /files/{path+}',
    ],
    ['a path with a slash at its end', http, 'GET', '/users/42/', 404, 'request-route-close', 'target', 'GET /users/{id}'],
    ['a stage that this API does not have', http, 'GET', '/dev/users/42', 404, 'request-route-close', 'target', 'GET /users/{id}'],
  ])('says what exists after %s', async (_, api, method, target, status, code, place, found) => {
    const { response } = await api.exchange({ method, target, headers: [] });
    const [issue, ...others] = response.issues.map((each) => ({ ...each, ...explainIssue(each) }));
    expect([response.status, issue?.code, issue?.path, issue?.found]).toEqual([status, code, [place], found]);
    expect(`${issue?.message} ${issue?.fix}`).toContain(found);
    expect(others[0]?.severity).toBe('error');
  });

  test.each<[method: string, target: string, routes: readonly string[], close: string | undefined]>([
    ['GET', '/user/42', ['GET /users/{identifier}'], 'GET /users/{identifier}'],
    ['PROPFIND', '/file/a', ['ANY /files/{name}'], 'ANY /files/{name}'],
    ['PROPFIND', '/file/a', ['/files/{name}'], '/files/{name}'],
    ['GET', `/file/all/${'a/'.repeat(50)}`, ['ANY /files/all/{path+}'], 'ANY /files/all/{path+}'],
    ['GET', '/user', ['GET /users/{id}', 'GET /users', 'GET /used'], 'GET /users'],
    ['DELETE', '/user/42', ['GET /users/{id}'], undefined],
    ['GET', '/users/42/orders/items', ['GET /users/{id}'], undefined],
    ['GET', '/users/42/abcd/efgh/ijkl', ['GET /users/{id}'], undefined],
    ['GET', '/', ['GET /a'], undefined],
    ['GET', '/a', ['GET /', 'GET /other'], 'GET /'],
  ])('%s %s is compared with the routes %j', async (method, target, keys, close) => {
    const routes = Object.fromEntries(keys.map((key) => [key, () => '']));
    const { response } = await createLocalApi({ target: 'rest', routes }).exchange({ method, target: `/prod${target}`, headers: [] });
    const found = response.issues.filter(({ code }) => code === 'request-route-close').map((issue) => issue.found);
    expect(found).toEqual(close === undefined ? [] : [close]);
  });

  test.each([
    ['/nowhere/at/all', http],
    ['/', http],
    ['/prod', rest],
  ])('says nothing more if nothing is close: %s', async (target, api) => {
    const { response } = await api.exchange({ method: 'GET', target, headers: [] });
    expect(response.issues.map(({ code }) => code)).toEqual(['no-route']);
  });

  test('says where a WebSocket API answers', async () => {
    const server = await createLocalWebsocketApi({ routes: {} }).listen();
    expect(server.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/prod$/);
    expect(server.origin).toBe(server.url.replace('ws:', 'http:').replace('/prod', ''));
    await server.close();
  });
});
