import { describeValue } from './describe-value.js';

/** What an error about an argument says besides its message. */
export interface ArgumentFacts {
  /** The kind of mistake, as a stable code. */
  readonly code: 'invalid-argument';
  /** Where the value is: keys from the argument inwards, for example `['init', 'status']`. */
  readonly path: readonly string[];
  /** What to do about it, in a sentence. */
  readonly fix: string;
}

/**
 * Makes the error of a public function that cannot use an argument.
 *
 * @param expected what the argument has to be, to follow "must be": `a string`.
 * @param fix what to do, if there is more to say than to pass what is expected.
 */
export function argumentError(
  path: readonly string[],
  expected: string,
  value: unknown,
  fix = `Pass ${expected}.`,
  Kind: typeof TypeError | typeof RangeError = TypeError,
): Error & ArgumentFacts {
  const error = new Kind(`\`${path.join('.')}\` must be ${expected}; got ${describeValue(value)}.`);
  return Object.assign(error, { code: 'invalid-argument', path, fix } as const);
}

/**
 * Returns an argument that must be a string.
 *
 * @throws TypeError if it is not.
 */
export function requireString(path: readonly string[], value: unknown, fix?: string): string {
  if (typeof value === 'string') return value;
  throw argumentError(path, 'a string', value, fix);
}
