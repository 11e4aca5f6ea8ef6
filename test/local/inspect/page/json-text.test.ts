import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findValue, indentJson, splitJson } from '../../../../src/local/inspect/page/json-text.js';

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

describe('findValue', () => {
  const text = '{"a": {"b": [1, {"c": "x:,y"}, [2]], "a": 3}, "constructor": null, "\\u0064": {}, "e": [] }';

  test.each<[path: (string | number)[], found: string | undefined]>([
    [['a', 'a'], '"a": 3'],
    [['a', 'b', 0], '1'],
    [['a', 'b', 1, 'c'], '"c": "x:,y"'],
    [['a', 'b', 2], '[2]'],
    [['a', 'b', '2', 0], '2'],
    [['constructor'], '"constructor": null'],
    [['d'], '"\\u0064": {}'],
    [['d', 'x'], undefined],
    [['e'], '"e": []'],
    [['e', 0], undefined],
    [['a', 'b', 9], undefined],
    [['a', 'b', 'length'], undefined],
    [['toString'], undefined],
    [['a', 'a', 'deeper'], undefined],
    [[], undefined],
  ])('at %j is %s', (path, found) => {
    const tokens = splitJson(text);
    const range = findValue(tokens, path);
    expect(
      range &&
        tokens
          .slice(range.start, range.end)
          .map((token) => token.text)
          .join(''),
    ).toBe(found);
  });

  test('finds every value that JSON.parse finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.array(fc.json())), { noNullPrototype: true }),
        (value) => {
          const tokens = splitJson(JSON.stringify(value, null, 2));
          for (const [key, member] of Object.entries(value)) {
            const { start, end } = findValue(tokens, [key]) ?? expect.fail();
            const found = tokens.slice(start, end).map((token) => token.text);
            expect(JSON.parse(`{${found.join('')}}`)).toEqual(JSON.parse(JSON.stringify({ [key]: member })));
          }
        },
      ),
    );
  });

  test('gives up on a text that is cut', () => {
    expect(findValue(splitJson('{"a": {"b": '), ['a', 'c'])).toBeUndefined();
    expect(findValue(splitJson('"text"'), ['a'])).toBeUndefined();
    expect(findValue([], ['a'])).toBeUndefined();
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
