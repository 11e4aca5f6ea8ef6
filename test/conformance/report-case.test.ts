import { buildHttpEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { judgeReport, type ReportCase } from './report-case.js';

const STREAM = "s = from(s, { statusCode: 302, headers: { location: '/' } }); s.write(''); s.end()";
const OPTIONS = [
  ['Origin', 'https://a.example'],
  ['Access-Control-Request-Method', 'GET'],
] as const;

/** Reports of the same kinds as in `data/`, with other targets, settings and results. */
const REPORTS: readonly Omit<ReportCase, 'evidence' | 'id'>[] = [
  { kind: '-', api: 'rest', lambdaResult: null, expect: { status: 502 } },
  { kind: '-', api: 'http-2.0', lambdaResult: null, expect: { status: 200, issue: 'null-result' } },
  {
    kind: '-',
    api: 'rest',
    settings: { binaryMediaTypes: ['*/*'], cors: null },
    request: { accept: null } as never, // a report about a result has the request of a render case
    lambdaResult: { statusCode: 200, isBase64Encoded: true, body: 'aGk=' },
    expect: { status: 200, bodyText: 'hi' },
  },
  { kind: 'D', via: 'stream-handler', api: 'rest', handler: STREAM, expect: { status: 302, headers: { location: ['/'] }, bodyText: '' } },
  { kind: 'D', via: 'stream-handler', api: 'rest', handler: 's = from(s, {}); s.end()', expect: { status: 500 } },
  { kind: 'localVerify', api: '', event: { target: 'http-2.0', claims: { a: ['x', 'y'] } }, expect: { claims: { a: '[x y]' } } },
  { kind: 'accessor', api: '', event: buildHttpEvent({ path: '/a' }), expect: { accessor: 'path', value: '/a' } },
  { kind: '-', api: 'rest', via: 'createLocalApi', authorizerResult: null, expect: { status: 500 } },
  {
    kind: '-',
    api: 'rest',
    via: 'createLocalApi',
    request: { method: 'OPTIONS', headers: OPTIONS },
    expect: { status: 401, issue: 'preflight-refused' },
  },
  {
    kind: '-',
    api: 'websocket',
    via: 'createLocalWebsocketApi',
    settings: { routeResponse: true },
    lambdaResult: { statusCode: 200, body: 'hi' },
    expect: { received: ['hi'] },
  },
];

describe('judgeReport', () => {
  test.each(REPORTS)('judges $kind $via $api with $expect', async (report) => {
    expect(await judgeReport({ id: 'a', evidence: 'ISSUE', ...report })).toMatchObject({ outcome: 'passed', remarks: [] });
  });

  test.each(REPORTS)('fails $kind $via $api if the expectation differs from $expect', async (report) => {
    const others = { status: 599, claims: {}, value: '/b', received: ['other'] };
    const wrong = Object.fromEntries(Object.entries(others).filter(([key]) => key in report.expect));
    const expectation = { ...report.expect, ...wrong };
    const { outcome } = await judgeReport({ id: 'a', evidence: 'ISSUE', ...report, expect: expectation });
    expect(outcome).toBe('failed');
  });

  test('judges an event that Fetch cannot express', async () => {
    const report = { id: 'a', kind: 'fetch', api: '', evidence: 'ISSUE', expect: { throws: true } };
    expect((await judgeReport({ ...report, event: {} })).outcome).toBe('passed');
    expect((await judgeReport({ ...report, event: buildHttpEvent() })).outcome).toBe('failed');
  });

  test('does not pass a report whose expectation nothing checks', async () => {
    const report = { id: 'a', kind: 'fetch', api: '', evidence: 'ISSUE', event: {}, expect: { pathName: '/a' } };
    expect((await judgeReport(report)).remarks).toEqual(['nothing checks expect.pathName']);
  });
});
