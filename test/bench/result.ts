import type { Owner } from './rows/group.js';
import type { Measured } from './statistics.js';

/** What a figure counts. Times are CPU time, sizes are after gzip. */
export type Unit = 'µs' | 'B' | 'instantiations' | '';

/** What was measured of a group of contenders. */
export interface Result {
  readonly name: string;
  readonly unit: Unit;
  /** The contender that the others are compared with. */
  readonly base: string;
  /** Whose each contender is, in the order of the tables. */
  readonly owners: Readonly<Record<string, Owner>>;
  /** The contenders whose package isn't installed. */
  readonly missing: readonly string[];
  readonly measured: Measured;
}
