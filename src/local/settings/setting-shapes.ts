import { valueAt } from '../../events/request/value-at.js';
import { GatewayError } from '../../gateway/error.js';
import type { Names } from '../../gateway/setting-names.js';
import { isObject } from '../../http/is-object.js';

/** What a value has to be. */
interface Shape {
  readonly is: (value: unknown) => boolean;
  /** How to write it, in a sentence. */
  readonly cure: string;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);

const SHAPES = {
  object: { is: isObject, cure: 'Write an object.' },
  'object or null': { is: (value) => value === null || isObject(value), cure: 'Write an object.' },
  list: { is: Array.isArray, cure: 'Write a list.' },
  text: { is: (value) => typeof value === 'string', cure: 'Write a text.' },
  'text or false': { is: (value) => value === false || typeof value === 'string', cure: 'Write a name, or false.' },
  flag: { is: (value) => typeof value === 'boolean', cure: 'Write true or false.' },
  function: { is: (value) => typeof value === 'function', cure: 'Write a function.' },
  pattern: { is: (value) => value instanceof RegExp, cure: 'Write a regular expression.' },
  number: { is: (value) => isNumber(value) && value >= 0, cure: 'Write a number, 0 or more.' },
  'number above zero': { is: (value) => isNumber(value) && value > 0, cure: 'Write a number above 0, or Infinity.' },
} as const satisfies Record<string, Shape>;

type ShapeName = keyof typeof SHAPES;

/** What values have to be, by their dotted path; with a `!`, they may not be left out. */
export type Shapes = Readonly<Record<string, ShapeName | `${ShapeName}!`>>;

/**
 * Looks for names that are none.
 *
 * @throws GatewayError `unknown-option`.
 */
export function checkNames(
  settings: object,
  names: Names,
  path: readonly string[],
  cure = `It can be ${Object.keys(names).join(', ')}.`,
): void {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(names, name));
  if (unknown !== undefined) throw new GatewayError('unknown-option', [...path, unknown], 'There is no such option.', cure);
}

/**
 * Looks for values that cannot be used; `undefined` leaves the default.
 *
 * @throws GatewayError `unknown-option`.
 */
export function checkShapes(settings: object, shapes: Shapes, path: readonly string[]): void {
  for (const [at, shape] of Object.entries(shapes)) checkShape(valueAt(settings, at), shape, [...path, ...at.split('.')]);
}

/**
 * Looks whether a value can be used; `undefined` leaves the default.
 *
 * @throws GatewayError `unknown-option`.
 */
export function checkShape(value: unknown, shape: Shapes[string], path: readonly string[]): void {
  const isRequired = shape.endsWith('!');
  const { is, cure } = SHAPES[shape.replace('!', '') as ShapeName]; // the name of a shape, but for the mark
  if (value === undefined ? !isRequired : is(value)) return;
  throw new GatewayError('unknown-option', path, value === undefined ? 'It is missing.' : 'It cannot be used.', cure);
}
