import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDuration,
  formatHex,
  formatSize,
  formatTime,
  splitProse,
  toneOf,
} from '../../../../src/local/inspect/page/format.js';

test('formatTime has two digits for each part', () => {
  expect(formatTime(new Date(2026, 0, 5, 4, 3, 9).getTime())).toBe('04:03:09');
});

test.each([
  [0, '0.0 ms'],
  [3.24, '3.2 ms'],
  [12.6, '13 ms'],
  [1500, '1.5 s'],
])('formatDuration(%d) is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [2_000_000, '2.0 MB'],
])('formatSize(%d) is %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test('formatCount has a plural', () => {
  expect([formatCount(0, 'error'), formatCount(1, 'error'), formatCount(2, 'error')]).toEqual(['0 errors', '1 error', '2 errors']);
});

test.each([
  [101, 'good'],
  [204, 'good'],
  [301, 'moved'],
  [404, 'refused'],
  [502, 'failed'],
])('toneOf(%d) is %s', (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});

describe('splitProse', () => {
  test.each([
    [
      '`body` is an object.',
      [
        ['body', true],
        [' is an object.', false],
      ],
    ],
    [
      'Return `a` or `b`.',
      [
        ['Return ', false],
        ['a', true],
        [' or ', false],
        ['b', true],
        ['.', false],
      ],
    ],
    [
      'A ` alone',
      [
        ['A ', false],
        ['` alone', false],
      ],
    ],
    ['', []],
  ])('splits %j', (sentence, parts) => {
    expect(splitProse(sentence).map(({ text, isCode }) => [text, isCode])).toEqual(parts);
  });

  test('loses nothing but the backticks of code', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', 'a', ' ')), (chars) => {
        const sentence = chars.join('');
        const joined = splitProse(sentence)
          .map(({ text }) => text)
          .join('');
        expect(joined.replaceAll('`', '')).toBe(sentence.replaceAll('`', ''));
      }),
    );
  });
});

test('formatHex shows 16 bytes a line, and printable ones as text', () => {
  const bytes = Uint8Array.from([0x89, ...new TextEncoder().encode('PNG\r\n and more')]);
  expect(formatHex(bytes).split('\n')).toEqual(['0000  89 50 4e 47 0d 0a 20 61 6e 64 20 6d 6f 72 65     .PNG.. and more']);
  expect(formatHex(new Uint8Array(1000)).split('\n')).toHaveLength(16);
});
