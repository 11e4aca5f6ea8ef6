import type { Gateway } from 'apigw-proxy';
import { toHttp1Bytes } from 'apigw-proxy/http';
import { failure, functionError, payload, renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, namesOf, textOf, valuesOf } from '../responses.js';

const CONNECT: Gateway<'websocket'> = { target: 'websocket', route: '$connect' };

describe('renderResult for $connect', () => {
  test.each([200, 201, 204, 299])('opens the connection for %d', (statusCode) => {
    const response = renderResult({ statusCode }, CONNECT);
    expect([response.status, response.statusText, response.ok]).toEqual([101, 'Switching Protocols', true]);
    expect(namesOf(response)).toEqual(['Date', 'Connection', 'Upgrade']);
    expect(codesOf(response)).toEqual([]);
  });

  test('sends the subprotocol and no other header', () => {
    const response = renderResult({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'a', 'X-Id': '1' }, body: 'x' }, CONNECT);
    expect(valuesOf(response, 'sec-websocket-protocol')).toEqual(['a']);
    expect(valuesOf(response, 'x-id')).toEqual([]);
    expect(codesOf(response)).toEqual(['header-dropped', 'message-not-sent']);
    expect(response.body.length).toBe(0);
  });

  test.each([302, 400, 401, 500])('refuses the connection with %d, without a body', (statusCode) => {
    const response = renderResult({ statusCode, body: '' }, CONNECT);
    expect([response.status, response.ok, namesOf(response)]).toEqual([statusCode, true, ['Date', 'Content-Length', 'Connection']]);
  });

  test.each<[string, unknown, number]>([
    ['an unknown key', { statusCode: 200, extra: 1 }, 502],
    ['null', null, 502],
    ['a function that throws', functionError(), 502],
    ['a payload that is not JSON', payload('{'), 502],
    ['a request without valid credentials', failure('unauthorized'), 401],
    ['a line break in a subprotocol', { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'a\r\nb: c' } }, 502],
  ])('returns an error response to %s', (_, result, status) => {
    const response = renderResult(result, CONNECT);
    expect([response.status, response.ok]).toEqual([status, false]);
    expect(codesOf(response)).toContain('answer-assumed');
    expect(JSON.parse(textOf(response))).toHaveProperty('connectionId');
  });

  test('never throws for a result, and can always be written as HTTP/1.1', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (result) => {
        toHttp1Bytes(renderResult(result, CONNECT));
      }),
    );
  });
});
