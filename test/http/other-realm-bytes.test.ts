import { runInNewContext } from 'node:vm';
import { buildHttpEvent, buildRestEvent, renderResult, streamedBytes, streamedResult, toEvent } from 'apigw-proxy';
import { fromHttp1Bytes, toHttp1Bytes } from 'apigw-proxy/http';
import { resultsFor } from 'apigw-proxy/results';
import { describe, expect, test } from 'vitest';
import { isBytes } from '../../src/http/is-object.js';

// Test environments such as jsdom have a global Uint8Array of their own, and a Buffer is no instance of it.

const foreign: Uint8Array = runInNewContext('new Uint8Array([255, 0, 97])');
const request = { method: 'POST', target: '/', headers: [['Host', 'h']], body: foreign } as const;

describe('bytes of another realm', () => {
  test('are no instance of this Uint8Array', () => {
    expect(foreign instanceof Uint8Array).toBe(false);
    expect(isBytes(foreign)).toBe(true);
  });

  test.each<[string, () => unknown, unknown]>([
    ['buildHttpEvent', () => buildHttpEvent({ body: foreign }).body, '/wBh'],
    ['buildRestEvent', () => buildRestEvent({ body: foreign, binaryMediaTypes: ['*/*'] }).body, '/wBh'],
    ['toEvent', () => toEvent(request, { target: 'function-url' }).body, '/wBh'],
    [
      'streamedBytes',
      () => [...renderResult(streamedBytes(foreign), { target: 'function-url', invokeMode: 'RESPONSE_STREAM' }).body],
      [255, 0, 97],
    ],
    [
      'streamedResult',
      () => [...renderResult(streamedResult({ statusCode: 200 }, foreign), { target: 'function-url', invokeMode: 'RESPONSE_STREAM' }).body],
      [255, 0, 97],
    ],
    ['resultsFor', () => resultsFor('rest').bytes(foreign).body, '/wBh'],
    ['toHttp1Bytes', () => [...toHttp1Bytes({ status: 200, statusText: 'OK', headers: [], body: foreign })].slice(-3), [255, 0, 97]],
    [
      'fromHttp1Bytes',
      () => fromHttp1Bytes(runInNewContext('Uint8Array').from(Buffer.from('GET /a HTTP/1.1\r\nHost: h\r\n\r\n'))).target,
      '/a',
    ],
  ])('are bytes for %s', (_, call, expected) => {
    expect(call()).toEqual(expected);
  });
});

describe('isBytes', () => {
  test.each([
    null,
    'text',
    [1],
    new Uint16Array(1),
    new ArrayBuffer(1),
    Object.create(Uint8Array.prototype),
    { [Symbol.toStringTag]: 'Uint8Array', length: 1 },
  ])('rejects what only looks like bytes: %o', (value) => {
    expect(isBytes(value)).toBe(false);
  });
});
