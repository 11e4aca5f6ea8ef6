import type { FailureType, Gateway, HttpRequest } from 'apigw-proxy';
import { refusedResult, result } from 'apigw-proxy/arbitraries';
import {
  checkResult,
  configureCors,
  customizeResponses,
  explainIssue,
  failure,
  payload,
  renderResult,
  streamedBytes,
  streamedResult,
} from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILURES as FAILURE_RULES } from '../../src/render/targets/failures.js';

const FAILURES = Object.keys(FAILURE_RULES) as FailureType[]; // the keys of a record
const CORS = configureCors({ allowOrigins: ['*'], allowMethods: ['PUT'] });
const CUSTOMIZED = customizeResponses({
  DEFAULT_4XX: { responseTemplates: { 'application/json': '$stageVariables.missing' } },
  API_CONFIGURATION_ERROR: { statusCode: 500 },
});
const PREFLIGHT: HttpRequest = {
  method: 'OPTIONS',
  target: '/',
  headers: [
    ['Origin', 'https://a.example'],
    ['Access-Control-Request-Method', 'PUT'],
  ],
};

const OUTCOMES = fc.constantFrom('rest', 'http-1.0', 'http-2.0', 'function-url').chain((target) => {
  const bodies = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String(), fc.constantFrom('\ud800', '\uFFFD', '<p>'));
  const statusCode = fc.constantFrom(200, 204, 304, 404, 99);
  const headers = fc.dictionary(
    fc.constantFrom('content-type', 'Content-Encoding', 'date', 'x-a'),
    fc.constantFrom('image/png', 'gzip', 'é'),
  );
  const structured = fc.record({ statusCode, headers, body: bodies, isBase64Encoded: fc.boolean() });
  const returned = fc.oneof(result(target), refusedResult(target), structured, structured.map(JSON.stringify).map(payload));
  const compression = fc.constantFrom({}, { minimumCompressionSize: 0 });
  const settings = compression.map((own): Gateway => ({ target, ...own }));
  return fc.record({ returned, settings });
});

const REQUESTS: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.constantFrom('GET', 'HEAD'),
  target: fc.constant('/'),
  headers: fc.constantFrom<HttpRequest['headers']>([], [['accept-encoding', 'gzip']]),
});

describe('checkResult', () => {
  test('finds what renderResult finds, although it encodes no body', () => {
    fc.assert(
      fc.property(OUTCOMES, REQUESTS, ({ returned, settings }, request) => {
        const { issues } = renderResult(returned, settings, request);
        expect(checkResult(returned, settings, request)).toEqual(issues.map(explainIssue));
      }),
    );
  });

  // A plain result causes none of these, so their sentences travel with what causes them.
  test.each<[cause: string, result: unknown, gateway: Gateway, request?: HttpRequest]>([
    ...FAILURES.map((type): [string, unknown, Gateway] => [type, failure(type), { target: 'http-2.0' }]),
    ['a payload that is not JSON', payload('{'), { target: 'rest' }],
    ['a payload with a key twice', payload('{"statusCode":200,"statusCode":201}'), { target: 'rest' }],
    ['a stream without metadata', streamedBytes('x'), { target: 'rest', responseTransferMode: 'STREAM' }],
    ['metadata that is not JSON', streamedBytes('x\0\0\0\0\0\0\0\0'), { target: 'rest', responseTransferMode: 'STREAM' }],
    ['a stream that is buffered', streamedResult({}, 'x'), { target: 'function-url' }],
    [
      'a wrong length of a stream',
      streamedResult({ headers: { 'content-length': '9' } }, 'x'),
      { target: 'rest', responseTransferMode: 'STREAM' },
    ],
    ['a stream on an HTTP API', streamedResult({}, 'x'), { target: 'http-2.0' }],
    ['a stream on a WebSocket API', streamedResult({}, 'x'), { target: 'websocket', route: 'say' }],
    ['a header that CORS replaces', { statusCode: 200, headers: { 'access-control-max-age': '1' } }, { target: 'http-2.0', cors: CORS }],
    ['a preflight request that the gateway answers', {}, { target: 'http-2.0', cors: CORS }, PREFLIGHT],
    ['a preflight request that the function answers', {}, { target: 'http-2.0', route: '$default', cors: CORS }, PREFLIGHT],
    ['a preflight request that is refused', failure('unauthorized'), { target: 'http-2.0', route: '$default', cors: CORS }, PREFLIGHT],
    ['a variable without a value', failure('forbidden'), { target: 'rest', gatewayResponses: CUSTOMIZED }],
    ['a gateway response that is a guess', { statusCode: 0 }, { target: 'rest', gatewayResponses: CUSTOMIZED }],
  ])('explains %s', (_, result, gateway, request) => {
    const { issues } = renderResult(result, gateway, request);
    const explained = checkResult(result, gateway, request);
    expect(issues.length).toBeGreaterThan(0);
    expect(explained).toEqual(issues.map(explainIssue));
    for (const { message, fix } of explained) expect([message, fix]).not.toContain('');
  });
});
