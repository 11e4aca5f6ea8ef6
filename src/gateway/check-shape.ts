import { STAGE_NAME } from '../aws/limits.js';
import { describeValue } from '../http/describe-value.js';
import { closestName } from './did-you-mean.js';
import { GatewayError } from './error.js';
import { isRecord } from './is-record.js';

/** What a value must be. */
export type Shape = ValueShape | RangeShape | ChoiceShape | ObjectShape | ListShape;

/** A value of one of the kinds in {@link KINDS}. */
export interface ValueShape {
  readonly is: Kind;
  /** What to pass, for the fix: `'prod'`. */
  readonly example: string;
  /** Whether `null` is allowed, too. Default: `false`. */
  readonly orNull?: boolean;
  /** Whether `false` is allowed, too. Default: `false`. */
  readonly orFalse?: boolean;
  /** Whether the value must be there. Default: `false`. */
  readonly required?: boolean;
}

/** A number between two others, which are allowed, too. */
export interface RangeShape {
  readonly from: number;
  readonly to: number;
  readonly example: string;
}

/** One of several strings. */
export interface ChoiceShape {
  readonly oneOf: readonly string[];
}

/** An object that has these keys, and no others. */
export interface ObjectShape {
  readonly fields: Shapes;
  readonly example: string;
  readonly orNull?: boolean;
  readonly required?: boolean;
}

/** An array of values of one shape. */
export interface ListShape {
  readonly each: Shape;
  readonly example: string;
}

/** Shapes by name. */
export type Shapes = Readonly<Record<string, Shape>>;

/** Keys from the argument inwards. */
export type Path = readonly (string | number)[];

/** Kinds of values: their names in messages, and their checks. */
const KINDS = {
  string: ['a string', isString],
  name: ['a non-empty string', (value: unknown): boolean => isString(value) && value !== ''],
  stage: ['`$default`, or at most 128 letters, digits, - and _', (value: unknown): boolean => isString(value) && isStageName(value)],
  boolean: ['a boolean', (value: unknown): boolean => typeof value === 'boolean'],
  function: ['a function', (value: unknown): boolean => typeof value === 'function'],
  object: ['an object', isRecord],
  number: ['a number', (value: unknown): boolean => Number.isFinite(value)],
  count: ['an integer that is 0 or more', (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0],
  amount: ['a number that is 0 or more', (value: unknown): boolean => typeof value === 'number' && value >= 0],
  limit: ['a positive number or Infinity', (value: unknown): boolean => typeof value === 'number' && value > 0],
  RegExp: ['a RegExp', (value: unknown): boolean => value instanceof RegExp],
  strings: ['an array of strings', Array.isArray],
  'strings by name': ['an object of strings', isRecord],
} as const satisfies Record<string, readonly [name: string, is: (value: unknown) => boolean]>;

export type Kind = keyof typeof KINDS;

function isStageName(value: string): boolean {
  return value === '$default' || STAGE_NAME.test(value);
}

/**
 * Checks the values that an object has. A value of `undefined` counts as absent. Names without a shape are ignored.
 *
 * @throws GatewayError `invalid-option`; in an inner object also `missing-option` and `unknown-option`.
 */
export function checkShapes(values: Readonly<Record<string, unknown>>, shapes: Shapes, path: Path): void {
  for (const name of Object.keys(values)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape !== undefined && !isFine(values[name], shape)) checkShape(values[name], shape, [...path, name]);
  }
}

/** Whether a value certainly has its shape. Most values are simple and right, and this is cheaper than a path for an error. */
function isFine(value: unknown, shape: Shape): boolean {
  return value === undefined || ('is' in shape && shape.is !== 'strings' && shape.is !== 'strings by name' && KINDS[shape.is][1](value));
}

/**
 * Checks that an object has everything that its shapes require.
 *
 * @throws GatewayError `missing-option`.
 */
export function checkRequired(values: Readonly<Record<string, unknown>>, shapes: Shapes, path: Path): void {
  for (const [name, shape] of Object.entries(shapes)) {
    if (values[name] !== undefined || !('required' in shape) || shape.required !== true) continue;
    const missing = [...path, name];
    throw new GatewayError('missing-option', missing, `\`${formatPath(missing)}\` is missing.`, `Pass ${shape.example}.`);
  }
}

/**
 * Checks one value. `undefined` counts as absent.
 *
 * @throws GatewayError as {@link checkShapes} does.
 */
export function checkShape(value: unknown, shape: Shape, path: Path): void {
  if (value === undefined) return;
  if ('oneOf' in shape) {
    if (!isString(value) || !shape.oneOf.includes(value)) throw notOneOf(value, shape.oneOf, path);
    return;
  }
  if ('each' in shape) checkList(value, shape, path);
  else if ('from' in shape) checkRange(value, shape, path);
  else if (value === null && shape.orNull === true) return;
  else if ('fields' in shape) checkFields(value, shape, path);
  else if (value !== false || shape.orFalse !== true) checkValue(value, shape, path);
}

/**
 * Looks for unknown names in an object.
 *
 * @param known the allowed names.
 * @throws GatewayError `unknown-option`, whose fix guesses the name that was meant.
 */
export function checkNames(values: object, known: readonly string[], path: Path): void {
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownOption([...path, unknown], known);
}

/**
 * Returns the error for an unknown option.
 *
 * @param known the allowed names.
 * @param meant the name that was meant. Default: the closest of the known ones.
 */
export function unknownOption(path: Path, known: readonly string[], meant = closestName(path.at(-1), known)): GatewayError {
  const fix = meant === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean \`${meant}\`?`;
  return new GatewayError('unknown-option', path, `Unknown option \`${formatPath(path)}\`.`, fix);
}

/** Returns the error for a value that has the wrong type or is out of range. */
export function invalidOption(path: Path, must: string, value: unknown, fix: string): GatewayError {
  return new GatewayError('invalid-option', path, `\`${formatPath(path)}\` must be ${must}; got ${describeValue(value)}.`, fix);
}

/** Writes a path as JavaScript would: `customDomain.basePath`, `cors.allowOrigins[0]`, `headers["x-a"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${describeValue(key)}]`;
  }
  return text;
}

function checkFields(value: unknown, { fields, example }: ObjectShape, path: Path): void {
  if (!isRecord(value)) throw invalidOption(path, 'an object', value, `Pass ${example}.`);
  checkNames(value, Object.keys(fields), path);
  checkShapes(value, fields, path);
  checkRequired(value, fields, path);
}

function checkList(value: unknown, { each, example }: ListShape, path: Path): void {
  if (!Array.isArray(value)) throw invalidOption(path, 'an array', value, `Pass ${example}.`);
  for (const [index, item] of value.entries()) {
    if (item === undefined) throw invalidOption([...path, index], 'set', item, `Pass ${example}.`);
    checkShape(item, each, [...path, index]);
  }
}

function checkRange(value: unknown, { from, to, example }: RangeShape, path: Path): void {
  const isInside = typeof value === 'number' && value >= from && value <= to;
  if (!isInside) throw invalidOption(path, `a number from ${from} to ${to}`, value, `Pass ${example}.`);
}

/**
 * Checks a value that must be there.
 *
 * @throws GatewayError `invalid-option`.
 */
export function checkValue(value: unknown, { is, example }: ValueShape, path: Path): void {
  const [must, isOfKind] = KINDS[is];
  const fix = `Pass ${example}.`;
  if (!isOfKind(value)) throw invalidOption(path, must, value, fix);
  if (is !== 'strings' && is !== 'strings by name') return;
  // The keys of an array include holes.
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(Object(value))) {
    const item: unknown = Object(value)[key];
    if (!isString(item)) throw invalidOption([...path, key], 'a string', item, fix);
  }
}

function notOneOf(value: unknown, choices: readonly string[], path: Path): GatewayError {
  const meant = isString(value) ? closestName(value, choices) : undefined;
  const list = choices.map((choice) => `'${choice}'`).join(', ');
  return invalidOption(path, `one of ${list}`, value, meant === undefined ? `Pass '${choices[0]}'.` : `Did you mean \`${meant}\`?`);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
