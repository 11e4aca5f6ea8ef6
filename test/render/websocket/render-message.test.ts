import type { Gateway } from 'apigw-proxy';
import { type FailureType, failure, ISSUE_CODES, payload, renderMessage, streamedResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../src/render/targets/failures.js';

const ONE_WAY: Gateway<'websocket'> = { target: 'websocket', route: '$default' };
const TWO_WAY: Gateway<'websocket'> = { ...ONE_WAY, routeResponse: true, ids: { connectionId: 'c=', extendedRequestId: 'r=' } };
const ERROR = '{"message": "Internal server error", "connectionId":"c=", "requestId":"r="}';

function codes(result: unknown, gateway = TWO_WAY): string[] {
  return renderMessage(result, gateway).issues.map(({ code }) => code);
}

describe('renderMessage', () => {
  test('sends the body if the route has a route response, and nothing otherwise', () => {
    expect(renderMessage({ statusCode: 200, body: 'pong' }, TWO_WAY)).toEqual({ frame: 'pong', ok: true, issues: [] });
    expect(renderMessage({ statusCode: 200, body: 'pong' }, ONE_WAY).frame).toBeUndefined();
    expect(codes({ statusCode: 200, body: 'pong' }, ONE_WAY)).toEqual(['message-not-sent']);
    expect(codes({ statusCode: 200 }, ONE_WAY)).toEqual([]);
  });

  test.each<[string, unknown, string | undefined, string[]]>([
    ['an error status', { statusCode: 500, body: 'x' }, 'x', ['not-visible']],
    ['headers', { statusCode: 200, headers: { a: 'b' }, body: 'x' }, 'x', ['not-visible']],
    ['no status', { body: 'x' }, 'x', []],
    ['no body', { statusCode: 200 }, '', ['behaviour-assumed']],
    ['a number as body', { statusCode: 200, body: 1 }, '1', ['body-coerced']],
    ['base64', { statusCode: 200, body: 'eA==', isBase64Encoded: true }, 'eA==', ['base64-not-decoded']],
    ['a serialized result', payload('{"statusCode":200,"body":"x"}'), 'x', []],
    ['more than a frame', { statusCode: 200, body: 'x'.repeat(32_769) }, 'x'.repeat(32_769), ['message-in-frames']],
  ])('accepts %s', (_, result, frame, found) => {
    const message = renderMessage(result, TWO_WAY);
    expect([message.frame, message.ok, message.issues.map(({ code }) => code)]).toEqual([frame, true, found]);
  });

  test.each<[string, unknown, string]>([
    ['an unknown key', { statusCode: 200, body: 'x', extra: 1 }, 'unknown-key'],
    ['cookies', { statusCode: 200, cookies: [] }, 'unknown-key'],
    ['null', null, 'result-not-an-object'],
    ['a string', 'x', 'result-not-an-object'],
    ['an object as body', { statusCode: 200, body: {} }, 'body-not-text'],
    ['a status of 0', { statusCode: 0 }, 'status-code-invalid'],
    ['a BigInt', { statusCode: 200, body: 1n }, 'unserialisable-result'],
    ['a stream', streamedResult({ statusCode: 200 }, 'x'), 'stream-unsupported'],
    ['more than 128 KB', { statusCode: 200, body: 'é'.repeat(65_537) }, 'message-too-large'],
  ])('sends the message of the gateway for %s, even without a route response', (_, result, code) => {
    const message = renderMessage(result, TWO_WAY);
    expect([message.frame, message.ok, message.issues[0]?.code]).toEqual([ERROR, false, code]);
    if (code !== 'message-too-large') expect(renderMessage(result, ONE_WAY).frame).toContain('"Internal server error"');
  });

  test('returns the evidence for a rejection', () => {
    expect(renderMessage({ extra: 1 }, TWO_WAY).issues).toMatchObject([{ code: 'unknown-key', evidence: 'reported' }]);
    expect(renderMessage({ statusCode: 0 }, TWO_WAY).issues).toMatchObject([{ code: 'status-code-invalid', evidence: 'assumed' }]);
  });

  test('sends Forbidden if no route matches', () => {
    expect(renderMessage(failure('no-route'), TWO_WAY).frame).toBe(ERROR.replace('Internal server error', 'Forbidden'));
  });

  test.each(ISSUE_CODES.filter((code): code is FailureType => code in FAILURES))('sends a message for the failure %s', (type) => {
    const { frame = '', ok, issues } = renderMessage(failure(type), TWO_WAY);
    expect(JSON.parse(frame)).toEqual({ message: expect.any(String), connectionId: 'c=', requestId: 'r=' });
    expect([ok, issues[0]?.code]).toEqual([false, type]);
  });

  test('sends nothing after $disconnect', () => {
    for (const result of [{ statusCode: 200 }, null, failure('function-error')]) {
      expect(renderMessage(result, { ...TWO_WAY, route: '$disconnect' }).frame).toBeUndefined();
    }
  });

  test('throws for $connect', () => {
    expect(() => renderMessage({}, { ...TWO_WAY, route: '$connect' })).toThrow(expect.objectContaining({ code: 'invalid-route' }));
  });

  test('never throws for a result, and sets ok exactly if there is no error', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (result) => {
        const { ok, issues } = renderMessage(result, TWO_WAY);
        expect(ok).toBe(!issues.some(({ severity }) => severity === 'error'));
      }),
    );
  });
});
