import { TemplateFailure } from '../meter.js';
import type { JavaDecimal, JavaNumber } from './value.js';

/** Digits that arithmetic works with. Java has no limit, and takes minutes. */
const MAX_DIGITS = 10_000;
const MAX_BITS = 33_220;

/** Fails when an integer is too large to calculate with in bounded time. */
export function limitSize(value: bigint): bigint {
  // The first test is cheap, and settles all but giants.
  if (value > -(1n << 1024n) && value < 1n << 1024n) return value;
  if (BigInt.asIntN(MAX_BITS, value) !== value) throw new TemplateFailure('budget', `A number has more than ${MAX_DIGITS} digits.`);
  return value;
}

/** Fails when a number has too many digits to read. */
export function limitDigits(digits: string): string {
  if (digits.length > MAX_DIGITS) throw new TemplateFailure('budget', `A number has more than ${MAX_DIGITS} digits.`);
  return digits;
}

/** Reads a decimal number such as `-1.50e3`, as `new BigDecimal(text)` does. */
export function parseDecimal(text: string): JavaDecimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(limitDigits(text)) ?? [];
  const unscaled = BigInt(whole + fraction || '0');
  return decimal(sign === '-' ? -unscaled : unscaled, fraction.length - Number(exponent));
}

/** The exact value of a number. A `Double` has up to a thousand digits. */
export function toDecimal(number: JavaNumber): JavaDecimal {
  if (typeof number === 'number') return decimal(BigInt(number), 0);
  if (number.kind === 'decimal') return number;
  if (number.kind === 'big') return decimal(number.value, 0);
  if (!Number.isFinite(number.value)) throw new TemplateFailure('exception', 'java.lang.NumberFormatException: Infinite or NaN');
  return exactDecimal(number.value);
}

/** A double is an integer times a power of two. */
function exactDecimal(value: number): JavaDecimal {
  let mantissa = value;
  let power = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power += 1;
  }
  return decimal(BigInt(mantissa) * 5n ** BigInt(power), power);
}

export function addDecimals(left: JavaDecimal, right: JavaDecimal): JavaDecimal {
  const scale = Math.max(left.scale, right.scale);
  return decimal(limitSize(rescale(left, scale) + rescale(right, scale)), scale);
}

export function negateDecimal({ unscaled, scale }: JavaDecimal): JavaDecimal {
  return decimal(-unscaled, scale);
}

export function multiplyDecimals(left: JavaDecimal, right: JavaDecimal): JavaDecimal {
  return decimal(limitSize(left.unscaled * right.unscaled), left.scale + right.scale);
}

/** Divides to the scale of the dividend; a half is rounded down. */
export function divideDecimals(left: JavaDecimal, right: JavaDecimal): JavaDecimal {
  // left / right = q × 10 ** -left.scale, so q = left.unscaled × 10 ** right.scale / right.unscaled.
  const dividend = right.scale >= 0 ? left.unscaled * power(right.scale) : left.unscaled;
  const divisor = right.scale >= 0 ? right.unscaled : right.unscaled * power(-right.scale);
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  const isAboveHalf = 2n * absolute(remainder) > absolute(divisor);
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  return decimal(limitSize(isAboveHalf ? quotient + away : quotient), left.scale);
}

/** Negative, 0 or positive, as the left one is smaller, equal or larger. */
export function compareDecimals(left: JavaDecimal, right: JavaDecimal): number {
  const signs = sign(left.unscaled) - sign(right.unscaled);
  if (signs !== 0 || left.unscaled === 0n) return signs;
  // Far apart: the number of digits before the point tells, and nothing has to be expanded.
  const magnitudes = magnitude(left) - magnitude(right);
  if (magnitudes !== 0) return magnitudes > 0 === left.unscaled > 0n ? 1 : -1;
  const scale = Math.max(left.scale, right.scale);
  const difference = rescale(left, scale) - rescale(right, scale);
  return sign(difference);
}

/** Prints as `BigDecimal.toString` does. */
export function decimalText({ unscaled, scale }: JavaDecimal): string {
  const digits = absolute(unscaled).toString();
  const minus = unscaled < 0n ? '-' : '';
  const exponent = digits.length - 1 - scale;
  if (scale === 0) return minus + digits;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${minus}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const power = exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`;
  return `${minus}${digits.charAt(0)}${fraction}${power}`;
}

/** The integer part. */
export function truncateDecimal({ unscaled, scale }: JavaDecimal): bigint {
  return scale >= 0 ? unscaled / power(Math.min(scale, MAX_DIGITS + 1)) : unscaled * power(-scale);
}

function decimal(unscaled: bigint, scale: number): JavaDecimal {
  return { kind: 'decimal', unscaled, scale };
}

function rescale({ unscaled, scale }: JavaDecimal, wanted: number): bigint {
  return unscaled * power(wanted - scale);
}

function power(exponent: number): bigint {
  if (exponent > MAX_DIGITS + 1) throw new TemplateFailure('budget', `A number has more than ${MAX_DIGITS} digits.`);
  return 10n ** BigInt(exponent);
}

/** The exponent of the first digit. */
function magnitude({ unscaled, scale }: JavaDecimal): number {
  return absolute(unscaled).toString().length - scale;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
