import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type HttpField, toHttp1Bytes } from 'apigw-proxy/http';
import { checkResult, renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainHttp1Bytes } from './plain-http1.js';

// What is known about a header's last value must not change how the next one is read and written.

const NAMES = fc.constantFrom('A', 'a', 'X-A', 'x-a', 'a b', '', `x-${'long-'.repeat(20)}`);
const VALUES = fc.constantFrom('', 'a', 'b', ' a', 'a\t', 'é', '\ud800', 'a\r\nb', '\0', '\x7f', 'x'.repeat(150), 'x'.repeat(151));
const FIELDS: fc.Arbitrary<HttpField> = fc.tuple(NAMES, VALUES);

function isSafe([name, value]: HttpField): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value.replace(/[^\0-\xff]/g, 'é')); // Node.js only accepts characters with one byte
    return true;
  } catch {
    return false;
  }
}

test('toHttp1Bytes writes or rejects every header as if it were the first one', () => {
  fc.assert(
    fc.property(fc.array(FIELDS, { maxLength: 10 }), (fields) => {
      for (const field of fields) {
        const response = { status: 200, statusText: 'OK', headers: [field], body: new Uint8Array(0) };
        if (isSafe(field)) expect(Buffer.compare(toHttp1Bytes(response), plainHttp1Bytes(response))).toBe(0);
        else expect(() => toHttp1Bytes(response)).toThrow(expect.objectContaining({ name: 'UnsafeResponseError' }));
      }
    }),
  );
});

test('a string is not a header, even if its first two characters are one', () => {
  const response = { status: 200, statusText: 'OK', body: new Uint8Array(0) };
  toHttp1Bytes({ ...response, headers: [['A', 'b']] });
  expect(() => toHttp1Bytes({ ...response, headers: ['Ab' as unknown as HttpField] })).toThrow(
    expect.objectContaining({ code: 'not-a-response' }),
  );
});

test('a renderer reads every header as if it were the first one', () => {
  const render = ([name, value]: HttpField): unknown => {
    const result = { statusCode: 200, headers: { [name]: value }, body: '' };
    const { headers, ok } = renderResult(result, { target: 'function-url' });
    return { headers, ok, issues: checkResult(result, { target: 'function-url' }) };
  };
  fc.assert(
    fc.property(FIELDS, FIELDS, (before, field) => {
      const first = render(field);
      render(before);
      render(before);
      expect(render(field)).toEqual(first);
      const { headers } = renderResult({ statusCode: 200, headers: { [field[0]]: field[1] }, body: '' }, { target: 'function-url' });
      if (isSafe(field)) expect(headers).toContainEqual([field[0], field[1].replace(/^[ \t]+|[ \t]+$/g, '')]);
      else expect(headers.map(([name]) => name)).not.toContain(field[0]);
    }),
  );
});
