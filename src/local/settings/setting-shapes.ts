import { valueAt } from '../../events/request/value-at.js';
import { formatPath, invalidOption, unknownOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import type { Names } from '../../gateway/setting-names.js';
import { isObject } from '../../http/is-object.js';

/** What a value has to be. */
interface Shape {
  readonly is: (value: unknown) => boolean;
  /** How a message calls it: `a string`. */
  readonly must: string;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);

const SHAPES = {
  object: { is: isObject, must: 'an object' },
  'object or null': { is: (value) => value === null || isObject(value), must: 'an object or null' },
  list: { is: Array.isArray, must: 'an array' },
  text: { is: (value) => typeof value === 'string', must: 'a string' },
  'text or false': { is: (value) => value === false || typeof value === 'string', must: 'a string or false' },
  flag: { is: (value) => typeof value === 'boolean', must: 'true or false' },
  function: { is: (value) => typeof value === 'function', must: 'a function' },
  pattern: { is: (value) => value instanceof RegExp, must: 'a RegExp' },
  number: { is: (value) => isNumber(value) && value >= 0, must: 'a number, 0 or more' },
  'number above zero': { is: (value) => isNumber(value) && value > 0, must: 'a number above 0, or Infinity' },
} as const satisfies Record<string, Shape>;

type ShapeName = keyof typeof SHAPES;

/** Shapes of values by their dotted path. A value whose shape ends in `!` is required. */
export type Shapes = Readonly<Record<string, ShapeName | `${ShapeName}!`>>;

/**
 * Looks for unknown names.
 *
 * @throws GatewayError `unknown-option`.
 */
export function checkNames(settings: object, names: Names, path: readonly string[]): void {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(names, name));
  if (unknown !== undefined) throw unknownOption([...path, unknown], Object.keys(names));
}

/**
 * Checks the values of settings. `undefined` leaves the default.
 *
 * @throws GatewayError `invalid-option` or `missing-option`.
 */
export function checkShapes(settings: object, shapes: Shapes, path: readonly string[]): void {
  for (const [at, shape] of Object.entries(shapes)) {
    const keys = at.split('.');
    checkShape(valueAt(settings, keys), shape, [...path, ...keys]);
  }
}

/**
 * Checks one value. `undefined` leaves the default.
 *
 * @throws GatewayError `invalid-option` or `missing-option`.
 */
export function checkShape(value: unknown, shape: Shapes[string], path: readonly string[]): void {
  const isRequired = shape.endsWith('!');
  const { is, must } = SHAPES[shape.replace('!', '') as ShapeName]; // the name of a shape, but for the mark
  if (value === undefined ? !isRequired : is(value)) return;
  const fix = `Pass ${must}.`;
  if (value !== undefined) throw invalidOption(path, must, value, fix);
  throw new GatewayError('missing-option', path, `\`${formatPath(path)}\` is missing.`, fix);
}
