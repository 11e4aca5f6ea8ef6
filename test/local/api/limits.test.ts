import type { HttpRequest } from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';
import { MAX_EVENT } from '../../../src/aws/limits.js';
import { isTextTooLargeForLambda, isTooLarge, isTooLargeForLambda, isTooLargeHandshake, LIMITS } from '../../../src/local/api/limits.js';

const REQUEST: HttpRequest = { method: 'GET', target: '/', headers: [['name', 'value']] };
/** Bytes of the request line and the headers: `GET`, `/`, `name` and `value`. */
const HEAD = 13;

describe('the largest request', () => {
  test.each([
    ['rest', 10_485_760, 20_480],
    ['http-1.0', 10_485_760, 10_240],
    ['http-2.0', 10_485_760, 10_240],
    ['function-url', 6_291_456, 1_048_576],
  ] as const)('of %s has a body of %i bytes and a head of %i', (target, maxBody, maxHead) => {
    expect(LIMITS[target]).toMatchObject({ maxBody, maxHead, idle: Number.POSITIVE_INFINITY });
  });

  test('has a body and a head of the limit', () => {
    const limits = { timeout: 1, idle: 1, maxBody: 4, maxHead: HEAD };
    const body = new Uint8Array(5);
    expect(isTooLarge({ ...REQUEST, body: body.subarray(1) }, limits, { target: 'http-2.0' })).toBe(false);
    expect(isTooLarge({ ...REQUEST, body }, limits, { target: 'http-2.0' })).toBe(true);
    expect(isTooLarge(REQUEST, { ...limits, maxHead: HEAD - 1 }, { target: 'http-2.0' })).toBe(true);
  });

  test('of a handshake has no longer head than AWS takes, whatever its body', () => {
    const body = new Uint8Array(1e6);
    expect(isTooLargeHandshake({ ...REQUEST, body })).toBe(false);
    expect(isTooLargeHandshake({ ...REQUEST, headers: [['name', 'a'.repeat(20_000)]] })).toBe(true);
  });
});

describe('the largest event', () => {
  const size = (event: object): number => JSON.stringify(event).length;

  test.each([0, 1])('has the limit of Lambda as JSON, and %i bytes', (more) => {
    const body = 'a'.repeat(MAX_EVENT - size({ body: '' }) + more);
    expect(isTooLargeForLambda({ body })).toBe(more > 0);
    expect(isTextTooLargeForLambda(JSON.stringify({ body }))).toBe(more > 0);
  });

  test('is measured in bytes', () => {
    const body = '\u20ac'.repeat(MAX_EVENT / 3);
    expect(isTooLargeForLambda({ body })).toBe(true);
    expect(isTextTooLargeForLambda(JSON.stringify({ body }))).toBe(true);
    expect(isTooLargeForLambda({ body: '\u0000'.repeat(MAX_EVENT / 6) })).toBe(true);
  });

  test.each([{}, { body: null }])('may have no body: %j', (event) => {
    expect(isTooLargeForLambda(event)).toBe(false);
  });
});
