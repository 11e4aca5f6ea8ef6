import { renderResult } from 'apigw-proxy';
import { refusedResult, result } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

describe('result', () => {
  test.each(TARGETS)('generates results that %s accepts', (target) => {
    fc.assert(
      fc.property(result(target), (drawn) => {
        expect(renderResult(drawn, { target, binaryMediaTypes: ['*/*'] })).toMatchObject({ ok: true, status: drawn.statusCode });
      }),
    );
  });
});

describe('refusedResult', () => {
  test.each(TARGETS)('generates results that %s rejects', (target) => {
    fc.assert(
      fc.property(refusedResult(target), (drawn) => {
        const { ok, status } = renderResult(drawn, { target });
        expect([ok, status]).toEqual([false, target === 'rest' || target === 'function-url' ? 502 : 500]);
      }),
    );
  });
});
