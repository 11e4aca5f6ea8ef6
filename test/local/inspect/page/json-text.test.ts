import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indentJson, splitJson } from '../../../../src/local/inspect/page/json-text.js';

describe('splitJson', () => {
  test('finds keys, strings, numbers and words', () => {
    const tokens = splitJson('{"a": "b", "c": [-1.5e3, true, null]}').filter(({ kind }) => kind !== 'mark' && kind !== 'space');
    expect(tokens.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'key "a"',
      'string "b"',
      'key "c"',
      'number -1.5e3',
      'word true',
      'word null',
    ]);
  });

  test('keeps a quote and a colon inside a string', () => {
    expect(splitJson('"a\\": b"')).toEqual([{ kind: 'string', text: '"a\\": b"' }]);
  });

  test.each(['{"a": "cut', '"\\', 'plain text: with a "quote', 'truest', '\ud83d'])(
    'gives tokens for a text that is not JSON: %s',
    (text) => {
      expect(
        splitJson(text)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    },
  );

  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const tokens = splitJson(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
      }),
    );
  });
});

describe('indentJson', () => {
  test('indents like JSON.stringify', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  test('keeps numbers, escapes and repeated keys as they are', () => {
    expect(indentJson('{"a":1.0,"a":12345678901234567890,"b":"\\u00e9"}')).toBe(
      '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "b": "\\u00e9"\n}',
    );
  });

  test('returns undefined for a text that is not JSON', () => {
    expect(indentJson('{"a": 1')).toBeUndefined();
  });
});
