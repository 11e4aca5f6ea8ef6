import { javaThrows } from '../../meter.js';
import { decimalText } from '../decimal.js';
import { hashOf } from '../hash.js';
import { big, compareNumbers, double, kindOf, numberText, smallestInteger, toDouble, toInt, toInteger } from '../numbers.js';
import { type Character, isNumber, isObject, type JavaNumber, type Value } from '../value.js';
import { comparison, intAt, type Method, type Methods, numberAt, type Parameter, plain, textAt, unknownForm, valueAt } from './method.js';

type Table<Self> = [name: string, methods: readonly Method<Self>[]][];

const everyNumber: Table<JavaNumber> = [
  ['intValue', [plain(toInt)]],
  ['longValue', [plain((self) => big('Long', BigInt.asIntN(64, toInteger(self))))]],
  ['doubleValue', [plain((self) => double(toDouble(self)))]],
  ['compareTo', [comparison(isOfKind, compareSorted)]],
];

/** `Integer`, as of Java 8. Templates also use an integer to call its static methods, as in `$number.parseInt('7')`. */
export const integerMethods: Methods<JavaNumber> = new Map<string, readonly Method<JavaNumber>[]>([
  ...everyNumber,
  ...ofTwo('int'),
  ['toString', [radix('int', 'int'), { parameters: ['int'], call: (_, args) => numberText(numberAt(args, 0)) }]],
  ['toHexString', [{ parameters: ['int'], call: (_, args) => printUnsigned(args, 16) }]],
  ['toOctalString', [{ parameters: ['int'], call: (_, args) => printUnsigned(args, 8) }]],
  ['toBinaryString', [{ parameters: ['int'], call: (_, args) => printUnsigned(args, 2) }]],
  ['signum', [{ parameters: ['int'], call: (_, args) => Math.sign(intAt(args, 0)) }]],
  ['parseInt', parses(parseInt32)],
  ['valueOf', [...parses(parseInt32), { parameters: ['int'], call: (_, args) => valueAt(args, 0) }]],
]);

export const longMethods: Methods<JavaNumber> = new Map<string, readonly Method<JavaNumber>[]>([
  ...everyNumber,
  ...ofTwo('long'),
  ['toString', [radix('long', 'int'), { parameters: ['long'], call: (_, args) => numberText(numberAt(args, 0)) }]],
  ['parseLong', parses(parseInt64)],
  ['valueOf', [...parses(parseInt64), { parameters: ['long'], call: (_, args) => big('Long', toInteger(numberAt(args, 0))) }]],
]);

export const doubleMethods: Methods<JavaNumber> = new Map<string, readonly Method<JavaNumber>[]>([
  ...everyNumber,
  ...ofTwo('double'),
  ['isNaN', isEver((value) => Number.isNaN(value))],
  ['isInfinite', isEver((value) => Math.abs(value) === Number.POSITIVE_INFINITY)],
  ['toString', [{ parameters: ['double'], call: (_, args) => numberText(double(toDouble(numberAt(args, 0)))) }]],
  ['parseDouble', [{ parameters: ['String'], call: (_, args) => parseDouble(textAt(args, 0)) }]],
  [
    'valueOf',
    [
      { parameters: ['String'], call: (_, args) => parseDouble(textAt(args, 0)) },
      { parameters: ['double'], call: (_, args) => double(toDouble(numberAt(args, 0))) },
    ],
  ],
]);

/** `BigInteger` and `BigDecimal`: Velocity's own arithmetic is enough for most templates. */
const largeNumber: Table<JavaNumber> = [...everyNumber, ['signum', [plain((self) => Math.sign(compareNumbers(self, 0)))]]];

export const bigIntegerMethods: Methods<JavaNumber> = new Map<string, readonly Method<JavaNumber>[]>([
  ...largeNumber,
  ['toString', [{ parameters: ['int'], call: (self, args) => toInteger(self).toString(baseOf(intAt(args, 0))) }]],
]);

export const decimalMethods: Methods<JavaNumber> = new Map<string, readonly Method<JavaNumber>[]>([
  ...largeNumber,
  ['toPlainString', [plain((self) => plainText(self))]],
]);

export const booleanMethods: Methods<boolean> = new Map<string, readonly Method<boolean>[]>([
  ['booleanValue', [plain((self) => self)]],
  ['parseBoolean', [{ parameters: ['String'], call: (_, args) => isTrue(valueAt(args, 0)) }]],
  [
    'valueOf',
    [
      { parameters: ['boolean'], call: (_, args) => valueAt(args, 0) },
      { parameters: ['String'], call: (_, args) => isTrue(valueAt(args, 0)) },
    ],
  ],
  ['toString', [{ parameters: ['boolean'], call: (_, args) => String(valueAt(args, 0)) }]],
  [
    'compareTo',
    [
      comparison(
        (other) => typeof other === 'boolean',
        (self, other) => Number(self) - Number(other),
      ),
    ],
  ],
  staticHash('boolean'),
  ['logicalAnd', [{ parameters: ['boolean', 'boolean'], call: (_, args) => valueAt(args, 0) === true && valueAt(args, 1) === true }]],
  ['logicalOr', [{ parameters: ['boolean', 'boolean'], call: (_, args) => valueAt(args, 0) === true || valueAt(args, 1) === true }]],
  ['logicalXor', [{ parameters: ['boolean', 'boolean'], call: (_, args) => valueAt(args, 0) !== valueAt(args, 1) }]],
]);

export const characterMethods: Methods<Character> = new Map<string, readonly Method<Character>[]>([
  ['charValue', [plain((self) => self)]],
  ['compareTo', [comparison(isCharacter, (self, other) => self.value.charCodeAt(0) - other.value.charCodeAt(0))]],
  [
    'toString',
    [
      { parameters: ['char'], call: (_, args) => textAt(args, 0) },
      { parameters: ['int'], call: () => unknownForm('toString') },
    ],
  ],
  staticHash('char'),
]);

/** As `compareNumbers`, but -0.0 comes before 0.0, and NaN behind everything. */
function compareSorted(left: JavaNumber, right: JavaNumber): number {
  if (typeof left === 'number' || left.kind !== 'double' || typeof right === 'number' || right.kind !== 'double') {
    return compareNumbers(left, right);
  }
  const [one, two] = [left.value, right.value];
  if (Number.isNaN(one) || Number.isNaN(two)) return Number(Number.isNaN(one)) - Number(Number.isNaN(two));
  return compareNumbers(left, right) || Number(Object.is(two, -0)) - Number(Object.is(one, -0));
}

/** The smaller or larger of two numbers. NaN if one of them is NaN. */
function pick(left: JavaNumber, right: JavaNumber, wanted: -1 | 1): JavaNumber {
  const noNumber = [left, right].find((number) => Number.isNaN(toDouble(number)));
  return noNumber ?? (compareSorted(left, right) === wanted ? left : right);
}

function isOfKind(other: Value, self: JavaNumber): other is JavaNumber {
  return isNumber(other) && kindOf(other) === kindOf(self);
}

function isCharacter(value: Value): value is Character {
  return isObject(value) && value.kind === 'character';
}

/** Static methods of two numbers of a type. */
function ofTwo(type: Parameter): Table<JavaNumber> {
  const two = (call: (left: JavaNumber, right: JavaNumber) => Value): readonly Method<JavaNumber>[] => [
    { parameters: [type, type], call: (_, args) => call(convert(type, numberAt(args, 0)), convert(type, numberAt(args, 1))) },
  ];
  return [
    staticHash(type),
    ['compare', two(compareSorted)],
    ['max', two((left, right) => pick(left, right, 1))],
    ['min', two((left, right) => pick(left, right, -1))],
    ['sum', two((left, right) => add(type, left, right))],
  ];
}

/** `hashCode(value)`, besides `hashCode()`. */
function staticHash<Self extends Value>(type: Parameter): Table<Self>[number] {
  const convertArgument = (value: Value): Value => (isNumber(value) ? convert(type, value) : value);
  return [
    'hashCode',
    [
      plain((self, meter) => hashOf(self, meter)),
      { parameters: [type], call: (_, args, meter) => hashOf(convertArgument(valueAt(args, 0)), meter) },
    ],
  ];
}

/** A method of a double, which also exists for an argument. */
function isEver(holds: (value: number) => boolean): readonly Method<JavaNumber>[] {
  return [plain((self) => holds(toDouble(self))), { parameters: ['double'], call: (_, args) => holds(toDouble(numberAt(args, 0))) }];
}

/** An `Integer` becomes a `long` or a `double` where a method asks for one. */
function convert(type: Parameter, number: JavaNumber): JavaNumber {
  if (type === 'double') return double(toDouble(number));
  return type === 'long' ? big('Long', toInteger(number)) : number;
}

/** Wraps around, unlike `+` in a template. */
function add(type: Parameter, left: JavaNumber, right: JavaNumber): Value {
  if (type === 'double') return double(toDouble(left) + toDouble(right));
  const sum = toInteger(left) + toInteger(right);
  return type === 'int' ? Number(BigInt.asIntN(32, sum)) : big('Long', BigInt.asIntN(64, sum));
}

function radix(type: Parameter, radixType: Parameter): Method<JavaNumber> {
  return {
    parameters: [type, radixType],
    call: (_, args) => toInteger(numberAt(args, 0)).toString(baseOf(intAt(args, 1))),
  };
}

function baseOf(given: number): number {
  return given >= 2 && given <= 36 ? given : 10;
}

function printUnsigned(args: readonly Value[], base: number): string {
  return (intAt(args, 0) >>> 0).toString(base);
}

function parses(parse: (text: string, base: number) => Value): readonly Method<JavaNumber>[] {
  return [
    { parameters: ['String'], call: (_, args) => parse(textAt(args, 0), 10) },
    { parameters: ['String', 'int'], call: (_, args) => parse(textAt(args, 0), intAt(args, 1)) },
  ];
}

function parseInt32(text: string, base: number): Value {
  const value = smallestInteger(parseDigits(text, base));
  return typeof value === 'number' ? value : notANumber(text);
}

function parseInt64(text: string, base: number): Value {
  const value = parseDigits(text, base);
  return BigInt.asIntN(64, value) === value ? big('Long', value) : notANumber(text);
}

function parseDigits(text: string, base: number): bigint {
  const [, sign = '', digits = ''] = /^([+-]?)([0-9a-zA-Z]{1,64})$/.exec(text) ?? [];
  if (digits === '' || base < 2 || base > 36) return notANumber(text);
  let value = 0n;
  for (const digit of digits) {
    const number = Number.parseInt(digit, 36);
    if (number >= base) notANumber(text);
    value = value * BigInt(base) + BigInt(number);
  }
  return sign === '-' ? -value : value;
}

function notANumber(text: string): never {
  return javaThrows(`java.lang.NumberFormatException: For input string: "${text.slice(0, 100)}"`);
}

/** Java also reads hexadecimal numbers, and a type letter at the end. */
function parseDouble(text: string): Value {
  const trimmed = text.trim();
  if (/^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) return double(Number(trimmed.replace(/[dDfF]$/, '')));
  const [, sign = '', name] = /^([+-]?)(NaN|Infinity)$/.exec(trimmed) ?? [];
  return name === undefined ? notANumber(text) : double(Number(name) * (sign === '-' ? -1 : 1));
}

function plainText(number: JavaNumber): string {
  if (typeof number === 'number' || number.kind !== 'decimal') return numberText(number);
  if (number.scale > 0)
    return decimalText({ ...number, scale: 0 }).replace(/^(-?)(\d+)$/, (_, sign, digits) => sign + withPoint(digits, number.scale));
  return toInteger(number).toString();
}

function withPoint(digits: string, scale: number): string {
  if (scale > 10_000) return javaThrows('java.lang.OutOfMemoryError');
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function isTrue(value: Value): boolean {
  return typeof value === 'string' && value.toLowerCase() === 'true';
}
