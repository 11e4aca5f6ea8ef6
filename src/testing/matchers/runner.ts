import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { AsymmetricMatch } from './types.js';

/** Compares two values as the runner's `toEqual` does. The second may contain asymmetric matchers. */
export type Equals = (received: unknown, expected: unknown) => boolean;

/** Returns the comparison of the runner that calls a matcher. Outside a runner, JSON values are compared. */
export function equalsOf(runner: unknown): Equals {
  const equals = isObject(runner) ? runner['equals'] : undefined;
  return typeof equals === 'function' ? (received, expected) => equals.call(runner, received, expected) === true : equalJson;
}

/** Returns whether a value is an asymmetric matcher of any runner. */
export function isAsymmetric(value: unknown): value is AsymmetricMatch {
  return isObject(value) && typeof value['asymmetricMatch'] === 'function';
}

/** Writes a value as JSON, and an asymmetric matcher by its name: `StringContaining "a"`. */
export function show(value: unknown): string {
  if (isAsymmetric(value)) return nameOf(value);
  try {
    return JSON.stringify(value, (_, inner: unknown) => (isAsymmetric(inner) ? nameOf(inner) : inner)) ?? String(value);
  } catch {
    return describeValue(value); // a BigInt, or a cycle
  }
}

function nameOf(matcher: AsymmetricMatch): string {
  const { toAsymmetricMatcher: write } = matcher as { readonly toAsymmetricMatcher?: unknown }; // runners add more methods
  return typeof write === 'function' ? String(write.call(matcher)) : String(matcher);
}

function equalJson(received: unknown, expected: unknown): boolean {
  if (isAsymmetric(expected)) return expected.asymmetricMatch(received);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(received) && received.length === expected.length && expected.every((item, index) => equalJson(received[index], item))
    );
  }
  if (!isObject(expected)) return Object.is(received, expected);
  if (!isObject(received)) return false;
  const keys = new Set([...Object.keys(received), ...Object.keys(expected)]);
  return [...keys].every((key) => equalJson(received[key], expected[key]));
}
