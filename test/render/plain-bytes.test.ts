import type { Gateway } from 'apigw-proxy';
import { exchange, refusedResult, result } from 'apigw-proxy/arbitraries';
import { toHttp1Bytes } from 'apigw-proxy/http';
import { renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainHttp1Bytes } from '../http/plain-http1.js';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

/** Texts with a length near the size from which bodies aren't copied, as text and as base64. */
const TEXTS = fc
  .tuple(fc.constantFrom('a', 'é', '€', '😀', '\ud800', 'ab-'), fc.constantFrom(1, 50, 680, 700, 2047, 2048, 2732, 3000))
  .map(([unit, count]) => unit.repeat(count));

const RETURNED = fc.constantFrom(...TARGETS).chain((target) =>
  fc.record({
    returned: fc.oneof(
      result(target),
      refusedResult(target),
      fc.record({ statusCode: fc.constantFrom(200, 204, 304), body: TEXTS, isBase64Encoded: fc.boolean() }),
      TEXTS.map((text) => ({ statusCode: 200, body: Buffer.from(text).toString('base64'), isBase64Encoded: true })),
    ),
    exchange: exchange<(typeof TARGETS)[number]>(target),
  }),
);

test('the bytes of a rendered response are its head and its body, also the second time', () => {
  fc.assert(
    fc.property(RETURNED, ({ returned, exchange: { request, gateway } }) => {
      const response = renderResult(returned, gateway, request);
      const plain = plainHttp1Bytes({ ...response, body: response.body.slice() });
      expect(Buffer.compare(toHttp1Bytes(response), plain)).toBe(0);
      expect(Buffer.compare(toHttp1Bytes({ ...response }), plain)).toBe(0);
    }),
  );
});

test('a body is the text in UTF-8, or the decoded base64', () => {
  fc.assert(
    fc.property(TEXTS, fc.constantFrom<Gateway>({ target: 'http-2.0' }, { target: 'function-url' }), (text, gateway) => {
      const bytes = Buffer.from(text);
      const encoded = { statusCode: 200, body: bytes.toString('base64'), isBase64Encoded: true };
      const bodies = [{ statusCode: 200, body: text }, encoded].map((returned) => renderResult(returned, gateway).body);
      expect(bodies.map((body) => Buffer.compare(body, bytes))).toEqual([0, 0]);
    }),
  );
});
