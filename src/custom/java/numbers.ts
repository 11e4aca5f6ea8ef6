import { javaThrows } from '../meter.js';
import {
  addDecimals,
  compareDecimals,
  decimalText,
  divideDecimals,
  limitSize,
  multiplyDecimals,
  negateDecimal,
  toDecimal,
  truncateDecimal,
} from './decimal.js';
import { doubleText } from './double-text.js';
import type { BigNumber, JavaDouble, JavaNumber } from './value.js';

export type Operator = '+' | '-' | '*' | '/' | '%';

const INTEGER_LIMIT = 1n << 31n;
const LONG_LIMIT = 1n << 63n;

/** An `Integer` if it fits, else a `Long`, else a `BigInteger`: what a number in JSON or in a template becomes. */
export function smallestInteger(value: bigint): number | BigNumber {
  if (fits(value, INTEGER_LIMIT)) return Number(value);
  return big(fits(value, LONG_LIMIT) ? 'Long' : 'BigInteger', value);
}

export function big(type: BigNumber['type'], value: bigint): BigNumber {
  return { kind: 'big', type, value };
}

export function double(value: number): JavaDouble {
  return { kind: 'double', value };
}

/** Prints a number as its `toString` does. */
export function numberText(number: JavaNumber): string {
  if (typeof number === 'number') return String(number);
  if (number.kind === 'big') return number.value.toString();
  return number.kind === 'double' ? doubleText(number.value) : decimalText(number);
}

/** Calculates as Velocity does. `null` for a division by zero. */
export function calculate(operator: Operator, left: JavaNumber, right: JavaNumber): JavaNumber | null {
  if ((operator === '/' || operator === '%') && isZero(right)) return null;
  switch (baseOf(left, right)) {
    case 'long':
      return longs(operator, left, right);
    case 'integer':
      return big('BigInteger', bigIntegers(operator, toInteger(left), toInteger(right)));
    case 'double':
      return double(doubles(operator, toDouble(left), toDouble(right)));
    default:
      return decimals(operator, left, right);
  }
}

/** -1, 0 or 1. Two numbers of which one is not a number are equal. */
export function compareNumbers(left: JavaNumber, right: JavaNumber): number {
  const base = baseOf(left, right);
  if (base === 'decimal') return Math.sign(compareDecimals(toDecimal(left), toDecimal(right)));
  if (base === 'double') return order(toDouble(left), toDouble(right));
  return order(toInteger(left), toInteger(right));
}

function order<T extends number | bigint>(left: T, right: T): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

type Base = 'long' | 'integer' | 'double' | 'decimal';

/** The type in which two numbers are combined. */
function baseOf(left: JavaNumber, right: JavaNumber): Base {
  const kinds = [kindOf(left), kindOf(right)];
  if (kinds.includes('decimal') || (kinds.includes('double') && kinds.includes('BigInteger'))) return 'decimal';
  if (kinds.includes('double')) return 'double';
  return kinds.includes('BigInteger') ? 'integer' : 'long';
}

/** The class of a number, as far as arithmetic cares. */
export function kindOf(number: JavaNumber): 'Integer' | 'Long' | 'BigInteger' | 'double' | 'decimal' {
  if (typeof number === 'number') return 'Integer';
  return number.kind === 'big' ? number.type : number.kind;
}

/** A result keeps the larger type of the two. One that does not fit becomes the next type, unlike a division, which wraps. */
function longs(operator: Operator, left: JavaNumber, right: JavaNumber): JavaNumber {
  const exact = integers(operator, toInteger(left), toInteger(right));
  const result = operator === '/' ? BigInt.asIntN(64, exact) : exact;
  if (!fits(result, LONG_LIMIT)) return big('BigInteger', result);
  const isInteger = typeof left === 'number' && typeof right === 'number';
  return isInteger ? smallestInteger(result) : big('Long', result);
}

/** The remainder of a `BigInteger` is never negative. */
function bigIntegers(operator: Operator, left: bigint, right: bigint): bigint {
  if (operator !== '%') return integers(operator, left, right);
  if (right < 0n) javaThrows('java.lang.ArithmeticException: BigInteger: modulus not positive');
  return ((left % right) + right) % right;
}

function integers(operator: Operator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return limitSize(left + right);
    case '-':
      return limitSize(left - right);
    case '*':
      return limitSize(left * right);
    case '/':
      return left / right;
    default:
      return left % right;
  }
}

function doubles(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return left % right;
  }
}

function decimals(operator: Operator, leftNumber: JavaNumber, rightNumber: JavaNumber): JavaNumber {
  if (operator === '%') javaThrows('java.lang.ArithmeticException: Cannot calculate the modulo of BigDecimals.');
  const left = toDecimal(leftNumber);
  const right = toDecimal(rightNumber);
  switch (operator) {
    case '+':
      return addDecimals(left, right);
    case '-':
      return addDecimals(left, negateDecimal(right));
    case '*':
      return multiplyDecimals(left, right);
    default:
      return divideDecimals(left, right);
  }
}

function isZero(number: JavaNumber): boolean {
  if (typeof number === 'number') return number === 0;
  if (number.kind === 'decimal') return number.unscaled === 0n;
  return number.kind === 'big' ? number.value === 0n : number.value === 0;
}

/** The integer part, without a limit. */
export function toInteger(number: JavaNumber): bigint {
  if (typeof number === 'number') return BigInt(number);
  if (number.kind === 'big') return number.value;
  return number.kind === 'decimal' ? truncateDecimal(number) : toLong(number.value);
}

/** A double becomes a long by cutting, at both ends of the range. */
function toLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= Number(LONG_LIMIT)) return LONG_LIMIT - 1n;
  return value <= -Number(LONG_LIMIT) ? -LONG_LIMIT : BigInt(Math.trunc(value));
}

/** `intValue()`: wraps integers, cuts doubles. */
export function toInt(number: JavaNumber): number {
  if (typeof number === 'number') return number;
  if (number.kind !== 'double') return Number(BigInt.asIntN(32, toInteger(number)));
  if (Number.isNaN(number.value)) return 0;
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(number.value)));
}

/** `doubleValue()`. */
export function toDouble(number: JavaNumber): number {
  if (typeof number === 'number') return number;
  if (number.kind === 'double') return number.value;
  return number.kind === 'big' ? Number(number.value) : Number(decimalText(number));
}

function fits(value: bigint, limit: bigint): boolean {
  return value >= -limit && value < limit;
}
