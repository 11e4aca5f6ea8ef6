import type { DeployedValue, Unresolved } from '../deployment.js';
import { isUnresolved } from '../reading/values.js';
import type { Scope } from './scope.js';
import { filePathOf, type Spot } from './spot.js';
import { placeholder } from './text.js';

/** A call of an intrinsic function. */
export interface Call {
  /** What stands in the call. */
  readonly argument: unknown;
  /** Where the call stands. */
  readonly spot: Spot;
  readonly scope: Scope;
  /** Evaluates a value in the call. `undefined`: `AWS::NoValue`. */
  readonly evaluate: (value: unknown, spot: Spot) => unknown;
}

/** An intrinsic function. Returns `undefined` for `AWS::NoValue`. */
export type Intrinsic = (call: Call) => unknown;

/** Reports a mistake in a call and returns a placeholder for its result. */
export function fail({ scope, spot }: Pick<Call, 'scope' | 'spot'>, name: string, what: string): Unresolved {
  scope.place.report.unsupported(filePathOf(spot), what);
  return placeholder(name);
}

/** Returns an evaluated value as a string or a placeholder. `undefined`: it is an object, an array or nothing. */
export function asValue(value: unknown): DeployedValue | undefined {
  if (typeof value === 'string' || isUnresolved(value)) return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
