import { assertNoIssues, checkResult, payload, renderResult, renderStream } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { TARGETS } from './responses.js';

/** More than V8 lets a call have as arguments. */
const MANY = 130_000;
const result = {
  statusCode: 200,
  headers: { 'content-type': 'text/plain' },
  multiValueHeaders: { 'x-a': Array<string>(MANY).fill('1') },
  cookies: Array<string>(MANY).fill('a=1'),
  body: '',
};
/** A REST API rejects `cookies`. */
const { cookies: _, ...restResult } = result;

describe.each(TARGETS)('130,000 header lines on %s', (target) => {
  const large = target === 'rest' ? restResult : result;

  test('renderResult sends them all', () => {
    expect(renderResult(large, { target }).headers.length).toBeGreaterThan(MANY);
  });

  test('checkResult reports their size', () => {
    expect(checkResult(large, { target })).toContainEqual(expect.objectContaining({ code: 'headers-too-large' }));
  });

  test('renderStream sends them all', async () => {
    expect((await renderStream(large, { target })).headers.length).toBeGreaterThan(MANY);
  });
});

test('130,000 header lines of a payload are sent, too', () => {
  expect(renderResult(payload(JSON.stringify(result)), { target: 'http-2.0' }).headers.length).toBeGreaterThan(MANY);
});

test('assertNoIssues reports the size of 130,000 header lines', () => {
  expect(() => assertNoIssues(restResult, { target: 'rest' })).toThrow('headers-too-large');
});
