import { describeValue } from './describe-value.js';

/** The properties of an argument error, besides its message. */
export interface ArgumentFacts {
  /** What is wrong, as a stable code. */
  readonly code: 'invalid-argument';
  /** Where the value is, as keys from the argument inwards: `['init', 'status']`. */
  readonly path: readonly string[];
  /** What to do about it. */
  readonly fix: string;
}

/**
 * Creates the error that a public function throws if it can't use an argument.
 *
 * @param expected What the argument must be, as the message shows it after "must be": `a string`.
 * @param fix What to do about it. The message ends with it. Default: pass what is expected, which the message does not repeat.
 */
export function argumentError(
  path: readonly string[],
  expected: string,
  value: unknown,
  fix?: string,
  Kind: typeof TypeError | typeof RangeError = TypeError,
): Error & ArgumentFacts {
  const error = new Kind(`\`${path.join('.')}\` must be ${expected}; got ${describeValue(value)}.${fix ? ` ${fix}` : ''}`);
  return Object.assign(error, { code: 'invalid-argument', path, fix: fix ?? `Pass ${expected}.` } as const);
}

/**
 * Checks that an argument is an object, before its parts are read.
 *
 * @throws {TypeError} if it is not.
 */
export function requireObject(path: readonly string[], value: unknown): void {
  if (typeof value !== 'object' || value === null) throw argumentError(path, 'an object', value);
}

/**
 * Returns an argument if it is a string.
 *
 * @throws {TypeError} if it is not a string.
 */
export function requireString(path: readonly string[], value: unknown, fix?: string): string {
  if (typeof value === 'string') return value;
  throw argumentError(path, 'a string', value, fix);
}
