import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRequestTime, nowOf } from '../../src/gateway/clock.js';

const MOMENT = fc.date({ min: new Date('1001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });

/** `Fri, 02 Jan 2026 03:04:05 GMT` → `02/Jan/2026:03:04:05 +0000`. */
function formatPlainly(time: number): string {
  const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}

describe('formatRequestTime', () => {
  test('formats moments that follow each other as JavaScript formats each of them', () => {
    fc.assert(
      fc.property(MOMENT, fc.array(fc.integer({ min: -90_000, max: 90_000 })), (start, steps) => {
        let time = start.getTime();
        for (const step of [0, ...steps]) {
          time += step;
          expect(formatRequestTime(time)).toBe(formatPlainly(time));
        }
      }),
    );
  });

  test('names every month', () => {
    const names = Array.from({ length: 12 }, (_, month) => formatRequestTime(Date.UTC(2026, month, 1)).slice(3, 6));
    expect(names.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  });

  test('formats the first and the last moment of a Date', () => {
    expect([-8.64e15, 8.64e15].map(formatRequestTime)).toEqual(['20/Apr/-271821:00:00:00 +0000', '13/Sep/275760:00:00:00 +0000']);
  });
});

describe('nowOf', () => {
  test('is a fixed moment without a clock, and rounds down what a clock returns', () => {
    expect([nowOf({}), nowOf({ now: () => 5.9 }), nowOf({ now: () => -0.5 })]).toEqual([1_767_323_045_678, 5, -1]);
    expect([nowOf({ now: () => 8.64e15 }), nowOf({ now: () => -8.64e15 })]).toEqual([8.64e15, -8.64e15]);
  });

  test.each([8.64e15 + 2, -8.64e15 - 2, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined])('rejects %s', (value) => {
    const message = expect.stringMatching(
      /^`now` must be a function that returns milliseconds since the Unix epoch; got .+\. Pass a clock such as Date\.now\.$/,
    );
    const error = expect.objectContaining({ code: 'invalid-option', path: ['now'], message });
    expect(() => nowOf({ now: () => value as number })).toThrow(error);
    if (typeof value === 'number') expect(() => nowOf({ now: value as never })).toThrow(error);
  });
});
