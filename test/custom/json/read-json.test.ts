import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../run.js';

const printed = (template: string, body: string): string => {
  const result = run({ template, body });
  return 'text' in result ? result.text : result.stops;
};

describe('a body', () => {
  test('prints as the same JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(printed("$input.json('$')", JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  // Recorded with json-smart 2.2.
  test.each<[body: string, json: string]>([
    ['{"b":1,"a":2}', '{"b":1,"a":2}'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['[1.50, 10.00, 1e3, -0]', '[1.5,10.0,1000.0,0]'],
    ['[12345678901234567890, 0.1]', '[12345678901234567890,0.1]'],
    ['["a/b", "é", "\\u2028"]', '["a\\/b","é","\\u2028"]'],
    ["{a: 'x', 'b': [y z,],}", '{"a":"x","b":["y z"]}'],
    ['', '{}'],
    ['text that is no JSON', '"text that is no JSON"'],
    ['[1', '"[1"'],
    ['null', 'null'],
    ['NaN', 'NaN'],
  ])('%j is %j', (body, json) => {
    expect(printed("$input.json('$')", body)).toBe(json);
  });
});
