import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeValue } from '../../src/http/describe-value.js';

const hostile = new Proxy(
  {},
  {
    getPrototypeOf() {
      throw new Error('not me');
    },
  },
);

describe('describeValue', () => {
  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, '5'],
    [5n, '5n'],
    [true, 'true'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['x'.repeat(1000), `"${'x'.repeat(80)}…"`],
    [Symbol('s'), 'a symbol'],
    [() => undefined, 'a function'],
    [[], 'an array'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Date(0), 'a Date'],
    [new Map(), 'a Map'],
    [new Uint8Array(), 'a Uint8Array'],
    [new Error('x'), 'an Error'],
    [new ArrayBuffer(1), 'an ArrayBuffer'],
    [Promise.resolve(), 'a Promise'],
    [{ constructor: 1 }, 'an object'],
  ])('describes %#: %s', (value, expected) => {
    expect(describeValue(value)).toBe(expected);
  });

  test('describes a proxy that throws', () => {
    expect(describeValue(hostile)).toBe('an object');
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(describeValue(proxy)).toBe('an object');
  });

  test('describes everything in a few words', () => {
    fc.assert(fc.property(fc.anything(), (value) => describeValue(value).length <= 500));
  });
});
