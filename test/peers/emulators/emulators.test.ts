import { readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { stackApis } from '../../../src/conformance/stack/stack-apis.js';
import { playOwnApi } from './own.js';
import { projectOf } from './sandbox.js';
import { scorePlayed } from './serve.js';
import { serviceOf } from './serverless-offline.js';

const CASES = [...readRenderCases(), ...readRequestCases()];

function apiOf(name: string): ReturnType<typeof stackApis>[number] {
  const found = stackApis().find((api) => api.name === name);
  if (found === undefined) throw new Error(`There is no API ${name}.`);
  return found;
}

describe('serviceOf', () => {
  test('has the routes of a REST API, with its keys and authorizers', () => {
    expect(serviceOf(apiOf('rest'))).toMatchObject({
      provider: { stage: 'stage', apiGateway: { apiKeys: ['conformance'] } },
      functions: {
        plain: {
          events: expect.arrayContaining([
            { http: { method: 'ANY', path: '/key', private: true } },
            { http: { method: 'ANY', path: '/guarded', authorizer: expect.objectContaining({ name: 'authorize', type: 'request' }) } },
          ]),
        },
        late: { timeout: 1, events: [{ http: { method: 'ANY', path: '/late' } }] },
      },
    });
  });

  test('has the payload, CORS and default route of an HTTP API', () => {
    expect(serviceOf(apiOf('http-1.0-cors'))).toMatchObject({
      provider: { httpApi: { payload: '1.0', cors: { allowedOrigins: ['https://a.example'], exposedResponseHeaders: ['x-exp'] } } },
    });
    expect(serviceOf(apiOf('http-2.0-default'))).toMatchObject({
      functions: { plain: { events: [{ httpApi: { method: '*', path: '*' } }] } },
    });
  });
});

test('projectOf writes routes as Architect does', () => {
  const project = projectOf(apiOf('http-1.0'));
  expect(project).toContain('apigateway httpv1\n');
  expect(project).toContain('/test5/api/users/:username/orders/:orderName\n  method post\n  src function\n');
  expect(project).toContain('/handler/*\n  method any\n');
  expect(project).not.toContain('/guarded');
});

describe('scorePlayed', () => {
  const [result] = readRenderCases();
  const verdict = { id: 'a', kind: 'render', target: 'rest', evidence: 'RECORDED', outcome: 'failed', remarks: ['ECONNREFUSED'] } as const;

  test('fails a case without an answer', () => {
    expect(result && scorePlayed(result, { verdict }).lenient).toEqual(['ECONNREFUSED']);
  });

  test('reads an event that was encoded twice', () => {
    const given = readRequestCases().find(({ id }) => id === 'furl-get-no-body');
    const event = JSON.stringify({ version: '2.0' });
    const differences = given && scorePlayed(given, { verdict, translated: { given, event } }).strict;
    expect(differences?.some((sentence) => sentence.startsWith('version:'))).toBe(false);
  });
});

test('playOwnApi plays over HTTP', async () => {
  const ids = ['rest-rec-SimpleJsonResponse', 'rest-rec-no-route', 'http2-path-decoded'];
  const scores = await playOwnApi(CASES.filter(({ id }) => ids.includes(id)));
  expect(scores.map(({ kind, strict }) => [kind, strict])).toEqual([
    ['result', []],
    ['result', []],
    ['request', []],
  ]);
});
