import type { Place } from '../reading/place.js';
import type { Budget } from './budget.js';
import type { Moves } from './moves.js';

/** What the intrinsic functions of a template refer to. */
export interface Scope {
  /** Where findings go. */
  readonly place: Place;
  /** The values of the parameters: strings, arrays of strings, or placeholders. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** The values of `AWS::Region` and its like. */
  readonly pseudoParameters: Readonly<Record<string, string>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  /** The resources as they are written, by logical id. */
  readonly resources: Readonly<Record<string, unknown>>;
  /** What the logical ids in placeholders start with. Empty, or the path of a nested stack. */
  readonly prefix: string;
  /** Conditions that are decided already. `undefined`: the answer is being looked for. */
  readonly decided: Map<string, boolean | undefined>;
  /** Conditions whose answer is a guess, because only AWS knows something that they depend on. */
  readonly guessed: Set<string>;
  /** Values at another place than their own, such as the branch of an `Fn::If`. */
  readonly moves: Moves;
  readonly budget: Budget;
  /** Returns the output of a nested stack, or `undefined` if it was not read. */
  readonly outputOf: (stackId: string, name: string) => unknown;
  /** Returns the content of a file that the template includes, or `undefined` if it cannot be read. */
  readonly include: (location: string) => unknown;
}
