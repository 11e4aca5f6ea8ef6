import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../run.js';

const calculate = (expression: string): string => {
  const result = run({ template: `#set($x = ${expression})$!x`, body: '{}' });
  return 'text' in result ? result.text : result.stops;
};
const read = (body: string): string => {
  const result = run({ template: "$input.path('$')", body });
  return 'text' in result ? result.text : result.stops;
};

describe('integers', () => {
  const integer = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
  const inRange = fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n });

  test('of a body keep all digits', () => {
    fc.assert(
      fc.property(integer, (n) => {
        expect(read(String(n))).toBe(String(n));
      }),
    );
  });

  test('calculate as whole numbers, like those of Java', () => {
    fc.assert(
      fc.property(inRange, inRange, (a, b) => {
        expect(calculate(`${a} + ${b}`)).toBe(String(a + b));
        expect(calculate(`${a} - ${b}`)).toBe(String(a - b));
        if (b !== 0n) expect([calculate(`${a} / ${b}`), calculate(`${a} % ${b}`)]).toEqual([String(a / b), String(a % b)]);
      }),
    );
  });

  test.each([
    ['1 / 0', ''],
    ['5 % 0', ''],
    ['2147483647 + 1', '2147483648'],
    ['9223372036854775807 + 1', '9223372036854775808'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['-7 % 3', '-1'],
    ['7 / 2.0', '3.5'],
    ['1.0 + 1', '2.0'],
    ['1e3', '1000.0'],
    ['1e7', '1.0E7'],
    ['0.001', '0.001'],
    ['0.0001', '1.0E-4'],
    ['1 == 1.0', 'true'],
    ["1 == '1'", 'true'],
    ["'a' < 'b'", 'false'],
  ])('%s is %j', (expression, value) => {
    expect(calculate(expression)).toBe(value);
  });
});

describe('doubles', () => {
  test('print with the fewest digits that identify them, in the form of Java', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const body = /[.e]/.test(String(value)) ? String(value) : `${value}.0`;
        fc.pre(body.length <= 18); // json-smart reads longer ones as BigDecimal
        const text = read(body);
        expect(Number(text) === value).toBe(true); // also for -0
        expect(text).toMatch(/^-?(?:\d{1,7}\.\d+|\d\.\d+E-?\d+)$/);
      }),
    );
  });
});
