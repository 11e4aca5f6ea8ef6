import type fc from 'fast-check';
import { mutated } from './values.js';

/** A public function that takes outside input, what it is called with, and what it may throw. */
export interface FuzzSubject {
  /** The exported functions that this calls. */
  readonly names: readonly string[];
  readonly args: fc.Arbitrary<readonly unknown[]>;
  /** Calls it. Reads what it returns, if there is something to read. */
  readonly call: (...args: readonly unknown[]) => unknown;
  /** The names of the errors that its doc comment documents. */
  readonly throws: readonly string[];
  /** How often it is tried, as a share of the draws. */
  readonly share: number;
}

type AnyFunction = (...args: never[]) => unknown;

/** How a function is tried. */
interface SubjectOptions {
  /** Calls the function, and reads what it returns. Default: calls the only function with all arguments. */
  readonly call?: AnyFunction;
  /** How often it is tried, as a share of the draws. Default: 1. */
  readonly share?: number;
  /** Whether the arguments are changed. Default: true. */
  readonly isMutated?: boolean;
}

/**
 * Returns a subject.
 *
 * @param functions the functions by name, such as `{ toEvent }`.
 * @param valid arguments that the function is made for. Two thirds of them are changed at some depth, where the types don't allow it.
 * @param throws the names of the errors that the doc comments document.
 */
export function subject(
  functions: Readonly<Record<string, AnyFunction>>,
  valid: fc.Arbitrary<readonly unknown[]>,
  throws: readonly string[],
  { call, share = 1, isMutated = true }: SubjectOptions = {},
): FuzzSubject {
  const called = call ?? Object.values(functions)[0];
  if (called === undefined) throw new Error('A subject needs a function.');
  // JavaScript calls a function with anything.
  return { names: Object.keys(functions), args: isMutated ? mutated(valid) : valid, call: called as FuzzSubject['call'], throws, share };
}
