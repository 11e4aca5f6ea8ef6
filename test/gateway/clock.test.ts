import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRequestTime } from '../../src/gateway/clock.js';

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

  test('formats the first and the last moment of a Date', () => {
    expect([-8.64e15, 8.64e15].map(formatRequestTime)).toEqual(['20/Apr/-271821:00:00:00 +0000', '13/Sep/275760:00:00:00 +0000']);
  });
});
