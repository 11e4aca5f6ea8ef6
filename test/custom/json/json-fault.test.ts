import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeJsonFault } from '../../../src/custom/json/json-fault.js';
import { draws } from '../../draws.js';

/** Returns what the engine says, if it isn't JSON. */
function complaintOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** JSON with a few characters removed, added or replaced. */
const damaged = fc
  .tuple(
    fc.json(),
    fc.array(fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom('', ...'{}[]:,"\\\n\u0000 0-.eE1tfna\ud800😀')), { minLength: 1, maxLength: 2 }),
  )
  .map(([json, edits]) =>
    edits.reduce((text, [place, removed, added]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + added + text.slice(at + removed);
    }, json),
  );

describe('describeJsonFault', () => {
  test.each([
    ['{"a":1,}', 'unexpected "}" in line 1, column 8'],
    ['[object Object]', 'unexpected "o" in line 1, column 2'],
    ['{\n  "a": tru\n}', 'unexpected "t" in line 2, column 8'],
    ['{"a":"b', 'it ends too early'],
    ['', 'it ends too early'],
    ['[1', 'it ends too early'],
    ["{'a':1}", 'unexpected "\'" in line 1, column 2'],
    ['01', 'unexpected "1" in line 1, column 2'],
    ['"a\nb"', 'unexpected "\\n" in line 1, column 3'],
    ['"\\x"', 'unexpected "\\\\" in line 1, column 2'],
    ['[1] 2', 'unexpected "2" in line 1, column 5'],
    ['{"a" 1}', 'unexpected "1" in line 1, column 6'],
    ['[}', 'unexpected "}" in line 1, column 2'],
    ['\ufeff1', 'unexpected "\ufeff" in line 1, column 1'],
    ['😀', 'unexpected "😀" in line 1, column 1'],
  ])('says where %j stops being JSON', (text, fault) => {
    expect(describeJsonFault(text)).toBe(fault);
  });

  test('finds a fault exactly if JSON.parse does', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json()), (text) => {
        expect(describeJsonFault(text) === 'it is nested too deeply').toBe(complaintOf(text) === undefined);
      }),
      { numRuns: draws(20) },
    );
  });

  test('accepts everything before the fault as the start of JSON', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const { 1: line, 2: column } = /line (\d+), column (\d+)/.exec(describeJsonFault(text)) ?? [];
        if (line === undefined) return;
        const lines = text.split('\n').slice(0, Number(line));
        const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, Number(column) - 1)].join('\n');
        expect(['it ends too early', 'it is nested too deeply']).toContain(describeJsonFault(before));
      }),
      { numRuns: draws(20) },
    );
  });

  test('takes deep nesting', () => {
    expect(describeJsonFault('['.repeat(200_000))).toBe('it ends too early');
  });
});
