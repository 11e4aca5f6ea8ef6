import { type HttpField, type HttpResponse, toHttp1Bytes } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBody } from '../../src/http/room.js';
import { plainHttp1Bytes } from './plain-http1.js';

/** Sizes of bodies: without room for a head, and with it. */
const SIZES = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 2046, max: 2050 }), fc.constantFrom(9000, 65_535, 65_536));

/** Values that make a head shorter than the room, longer, and not ASCII. */
const VALUES = fc.oneof(
  fc.constantFrom('', 'a', 'é', '€'),
  fc.integer({ min: 900, max: 1100 }).map((length) => 'x'.repeat(length)),
);
const HEADERS: fc.Arbitrary<readonly HttpField[]> = fc.array(
  VALUES.map((value) => ['X-A', value] as const),
  { maxLength: 3 },
);

// A string is compared much faster than an array.
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function responseWith(body: Uint8Array, headers: readonly HttpField[]): HttpResponse {
  return { status: 200, statusText: 'OK', headers: [...headers, ['Content-Length', `${body.length}`]], body };
}

describe('a body with room for a head', () => {
  test('is written with every head as if it were copied, and no head changes what was written before', () => {
    fc.assert(
      fc.property(SIZES, fc.array(HEADERS, { minLength: 1, maxLength: 4 }), (size, heads) => {
        const body = createBody(size).fill(7);
        const responses = heads.map((headers) => responseWith(body, headers));
        const written = responses.map(toHttp1Bytes);
        expect(written.map(textOf)).toEqual(responses.map(plainHttp1Bytes).map(textOf));
        expect(textOf(body)).toBe('\x07'.repeat(size));
      }),
    );
  });

  test.each([5000, 65_536, 200_000])('has nothing else in its memory: %i bytes', (size) => {
    const body = createBody(size).fill(7);
    expect(body.buffer.byteLength).toBe(body.byteOffset + size);
    expect(textOf(new Uint8Array(body.buffer, 0, body.byteOffset))).toBe('\0'.repeat(body.byteOffset));
  });

  test('is not copied the first time', () => {
    const body = createBody(5000);
    const response = responseWith(body, []);
    expect(toHttp1Bytes(response).buffer).toBe(body.buffer);
    expect(toHttp1Bytes(response).buffer).not.toBe(body.buffer);
  });

  test('is copied if only a part of it is sent', () => {
    const body = createBody(5000).fill(7);
    const response = responseWith(body.subarray(0, 4000), []);
    expect(toHttp1Bytes(response)).toEqual(plainHttp1Bytes(response));
    expect(toHttp1Bytes(responseWith(body, []))).toEqual(plainHttp1Bytes(responseWith(body, [])));
  });
});
