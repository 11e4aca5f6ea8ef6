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
    expect(renderResult(payload(JSON.stringify(large)), { target }).headers.length).toBeGreaterThan(MANY);
  });

  test('checkResult and assertNoIssues report their size', () => {
    expect(checkResult(large, { target })).toContainEqual(expect.objectContaining({ code: 'headers-too-large' }));
    expect(() => assertNoIssues(large, { target })).toThrow('headers-too-large');
  });

  test('renderStream sends them all', async () => {
    expect((await renderStream(large, { target })).headers.length).toBeGreaterThan(MANY);
  });
});
