import { payload, renderResult } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { MAX_RESULT } from '../../../src/aws/limits.js';
import { isTooLarge, reasonOf } from '../../../src/render/read/read-result.js';

describe('isTooLarge', () => {
  test('counts bytes, not characters', () => {
    const half = MAX_RESULT / 2;
    const texts = ['x'.repeat(MAX_RESULT), 'x'.repeat(MAX_RESULT + 1), 'é'.repeat(half), `${'é'.repeat(half)}x`];
    expect(texts.map(isTooLarge)).toEqual([false, true, false, true]);
    expect([isTooLarge(''), isTooLarge('é')]).toEqual([false, false]);
  });
});

describe('a result over the limit is a failure', () => {
  // In JSON, each of these characters has six bytes, and each quotation mark two.
  const statusCode = 200;
  const body = '\u0001'.repeat(1_000_000);
  const quotes = '"'.repeat(200_000);

  test.each([
    ['headers', { statusCode, body, headers: { a: quotes } }, 'http-2.0'],
    ['multiValueHeaders', { statusCode, body, multiValueHeaders: { a: [quotes] } }, 'http-1.0'],
    ['cookies', { statusCode, body, cookies: [quotes] }, 'http-2.0'],
  ] as const)('if it is large together with its %s', (_, result, target) => {
    expect(renderResult(result, { target }).issues.map(({ code }) => code)).toContain('response-too-large');
  });

  test('if it is serialized', () => {
    const text = `{"statusCode":200,"body":"${'x'.repeat(MAX_RESULT)}"}`;
    expect(renderResult(payload(text), { target: 'http-2.0' }).issues.map(({ code }) => code)).toContain('response-too-large');
  });
});

test.each<[error: unknown, reason: string]>([
  [new Error('It broke.'), 'It broke'],
  [new Error('It. broke\nbadly.'), 'It. broke'],
  [new Error(''), 'reading it throws an error'],
  ['text', 'reading it throws an error'],
  [undefined, 'reading it throws an error'],
])('reasonOf %j is %j', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
