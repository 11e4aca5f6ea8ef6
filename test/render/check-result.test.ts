import type { Gateway, HttpRequest } from 'apigw-proxy';
import { refusedResult, result } from 'apigw-proxy/arbitraries';
import { checkResult, explainIssue, payload, renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

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
});
