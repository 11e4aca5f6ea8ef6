import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { playConformance } from 'apigw-proxy/conformance';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRenderCases, readRequestCases } from '../../../src/conformance/cases/read-cases.js';
import type { RequestCase } from '../../../src/conformance/cases/request-case.js';
import { type Played, playCase, unseenPathsOf } from '../../../src/conformance/play/play-conformance.js';
import { whyUnseen } from '../../../src/conformance/stack/seen-case.js';
import { apiOfCase } from '../../../src/conformance/stack/stack-apis.js';

let server: Server;
let origin: string;
let answer: { readonly status: number; readonly body: string };
let seen: string[];
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status, { 'Content-Length': Buffer.byteLength(answer.body) }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens to a port
});
beforeEach(() => {
  seen = [];
});
afterAll(() => server.close());

/** A case of the API `rest` or `http-2.0`, with other content. */
function caseOf(api: 'rest' | 'http-2.0', changes: Partial<RequestCase>): RequestCase {
  const given = readRequestCases().find(({ id }) => apiOfCase(id)?.name === api);
  if (given === undefined) throw new Error(`There is no case of ${api}.`);
  const { absent, settings, ...rest } = given;
  return { ...rest, event: 'proxy', stage: 'prod', expect: {}, request: { method: 'GET' }, ...changes };
}

async function play(given: RequestCase, event: unknown, path = '/stage'): Promise<Played> {
  answer = { status: 200, body: JSON.stringify(event) };
  return playCase(given, { [given.api]: `${origin}${path}` });
}

describe('a case about a request', () => {
  test.each([
    ['/prod', '/stage'],
    ['/prod/', '/stage/'],
    ['/prod/a/prod', '/stage/a/prod'],
    ['//prod/a', '//stage/a'],
    ['/production/a', '/production/a'],
    ['/a/prod', '/a/prod'],
    [undefined, '/'],
  ])('in another stage asks for %j at %j', async (path, target) => {
    const { translated } = await play(caseOf('rest', { request: { method: 'PUT', ...(path !== undefined && { path }) } }), {});
    expect(seen).toEqual([`PUT ${target}`]);
    expect(translated?.given.request.path).toBe(target);
  });

  test('in the stage without a name comes after the path of the URL', async () => {
    const given = caseOf('http-2.0', { stage: '$default', request: { method: 'GET', path: '/$default/a' } });
    const { translated } = await play(given, {}, '/base/');
    expect(seen).toEqual(['GET /base/$default/a']);
    expect(translated?.given.stage).toBe('$default');
    await play(caseOf('http-2.0', { stage: '$default' }), {}, '');
    expect(seen[1]).toBe('GET /');
  });

  test('expects the stage of the URL wherever the event names it', async () => {
    const expected = {
      'requestContext.stage': 'prod',
      'requestContext.path': '/prod/a',
      'requestContext.http.path': '/prod/a',
      rawPath: '/prod/a',
      path: '/prod',
      resource: '/prod/a',
      'headers.a': '/prod/a',
    };
    const { translated } = await play(caseOf('rest', { expect: expected }), {}, '/base/stage');
    expect(translated?.given).toMatchObject({ stage: 'stage' });
    expect(translated?.given.expect).toEqual({
      'requestContext.stage': 'stage',
      'requestContext.path': '/base/stage/a',
      'requestContext.http.path': '/base/stage/a',
      rawPath: '/base/stage/a',
      path: '/base/stage',
      resource: '/prod/a',
      'headers.a': '/prod/a',
    });
    const { translated: odd } = await play(caseOf('rest', { expect: { path: null } }), {});
    expect(odd?.given.expect).toEqual({ path: null });
  });

  test('holds if the event is as expected, and is recorded', async () => {
    const event = { path: '/a', requestContext: { stage: 'stage' } };
    const { verdict, recording, translated } = await play(
      caseOf('rest', { expect: { path: '/a', 'requestContext.stage': 'prod' } }),
      event,
    );
    expect(verdict).toMatchObject({ kind: 'request', outcome: 'held', remarks: [] });
    expect(recording).toMatchObject({ evidence: 'RECORDED', expect: { 'requestContext.stage': 'stage' } });
    expect(translated?.event).toEqual(event);
  });

  test('fails if there is no event, with what came in place of it', async () => {
    answer = { status: 502, body: `{"message":"${'x'.repeat(300)}"}` };
    const given = caseOf('rest', {});
    const { verdict, recording } = await playCase(given, { rest: `${origin}/stage` });
    expect(verdict).toMatchObject({ outcome: 'failed', kind: 'request', target: 'rest' });
    expect(verdict.remarks).toEqual([`The function's event was expected; got 502 ${answer.body.slice(0, 200)}`]);
    expect(recording).toBeUndefined();
  });

  test.each([
    ['a REST API', { requestContext: { authorizer: { event: '{"type":"TOKEN"}' } } }, { type: 'TOKEN' }],
    ['an HTTP API', { requestContext: { authorizer: { lambda: { event: '{"type":"REQUEST"}' } } } }, { type: 'REQUEST' }],
    ['none', { requestContext: {} }, undefined],
    ['no JSON', { requestContext: { authorizer: { event: 'text' } } }, undefined],
    ['no text', { requestContext: { authorizer: { event: { type: 'TOKEN' } } } }, undefined],
  ])('finds the event of an authorizer in the context: %s', async (_, event, expected) => {
    const { translated } = await play(caseOf('rest', { event: 'authorizer-token' }), event);
    expect(translated?.event).toEqual(expected);
  });

  test('is sent twice if the answer of its authorizer must come from the cache', async () => {
    await play(caseOf('rest', { settings: { authorizer: { type: 'TOKEN', cached: true } } }), {});
    await play(caseOf('rest', { settings: { authorizer: { type: 'TOKEN' } } }), {});
    expect(seen).toHaveLength(3);
  });
});

describe('a case about a result', () => {
  const given = readRenderCases().find(({ id }) => apiOfCase(id)?.name === 'rest');

  test('compares the response, and records it', async () => {
    if (given === undefined) throw new Error('There is no case of rest.');
    answer = { status: 418, body: 'hi' };
    const { verdict, recording, received } = await playCase(
      { ...given, expect: { status: 418, bodyText: 'hi' } },
      { rest: `${origin}/stage` },
    );
    expect(verdict).toMatchObject({ kind: 'render', outcome: 'held', remarks: [] });
    expect(recording).toMatchObject({ evidence: 'RECORDED', expect: { status: 418, bodyText: 'hi' } });
    expect(received?.status).toBe(418);
    expect(seen).toEqual([`${given.request?.method ?? 'GET'} /stage/case`]);
  });
});

describe('playConformance', () => {
  test('plays in any order, and lists the outcomes in the order of the cases', async () => {
    const wanted = [...readRenderCases(), ...readRequestCases()].filter(({ id }) => apiOfCase(id)?.name === 'http-1.0').map(({ id }) => id);
    answer = { status: 200, body: '{}' };
    const told: string[] = [];
    const report = await playConformance({ urls: { 'http-1.0': origin }, ids: wanted, onVerdict: ({ id }) => told.push(id) });
    expect(report.verdicts.map(({ id }) => id)).toEqual(wanted);
    expect(told.sort()).toEqual([...wanted].sort());
    expect(report.recordings.map(({ id }) => id)).toEqual(wanted);
    expect(report).toMatchObject({ skipped: 0, held: wanted.length - report.failed });
  });

  test('skips every case without a URL, and says why', async () => {
    const { verdicts, recordings } = await playConformance({ urls: {} });
    expect(recordings).toEqual([]);
    for (const { id, remarks, outcome, kind } of verdicts) {
      const given = [...readRenderCases(), ...readRequestCases()].find((each) => each.id === id);
      expect(outcome, id).toBe('skipped');
      expect(kind, id).toBe(readRenderCases().some((each) => each.id === id) ? 'render' : 'request');
      expect(remarks, id).toEqual([(given && whyUnseen(given)) ?? `needs the URL of ${apiOfCase(id)?.name}`]);
    }
    expect(verdicts).toHaveLength(readRenderCases().length + readRequestCases().length);
  });

  test('takes no URL from the properties that every object has', async () => {
    const urls = Object.create({ rest: origin });
    const { skipped } = await playConformance({ urls, ids: ['rest-rec-no-route'] });
    expect([skipped, seen]).toEqual([1, []]);
  });
});

describe('unseenPathsOf', () => {
  const PATHS = ['requestContext.protocol', 'requestContext.http.protocol', 'headers', 'headers.a', 'multiValueHeaders.a'];
  const OTHERS = ['requestContext.protocols', 'x.requestContext.protocol', 'headersX', 'x.headers', 'path'];
  const COMMON = {
    id: 'x',
    evidence: 'RECORDED',
    source: 'x',
    event: 'proxy',
    stage: 'x',
    route: '/',
    request: { method: 'GET' },
    expect: {},
  };

  test.each([
    ['rest', '2', PATHS],
    ['http-1.0', '2', PATHS],
    ['http-2.0', '2', PATHS.slice(0, 2)],
    ['rest', '1.1', []],
    ['rest', undefined, []],
  ] as const)('of %s over HTTP/%s', (api, httpVersion, unseen) => {
    const isUnseen = unseenPathsOf({ ...COMMON, api, ...(httpVersion && { settings: { httpVersion } }) });
    expect([...PATHS, ...OTHERS].filter(isUnseen)).toEqual(unseen);
  });
});
