/** One process: for each contender, its cost in each round. */
export type Rounds = Readonly<Record<string, readonly number[]>>;

/** What was measured in several processes. */
export type Measured = readonly Rounds[];

/** A figure, and how much it differs between processes: a tenth of them are below `low`, a tenth above `high`. */
export interface Figure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Returns the value below which this part of the values lies. Part 0 is the smallest value, part 1 the largest. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const lower = sorted[below] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? lower;
  return lower + (upper - lower) * (place - below);
}

/** Returns the middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Returns the middle and the spread of one value per process. */
export function figureOf(values: readonly number[]): Figure {
  return { median: median(values), low: quantile(values, 0.1), high: quantile(values, 0.9) };
}

/** Returns what a contender costs, or `undefined` if it wasn't measured. */
export function costOf(measured: Measured, name: string): Figure | undefined {
  const values = measured.flatMap((rounds) => (rounds[name] ? [median(rounds[name])] : []));
  return values.length === 0 ? undefined : figureOf(values);
}

/**
 * Returns how many times as much a contender costs as another, or `undefined` if one of them wasn't measured. Costs are compared within a
 * round, because a slow moment of the computer slows both.
 */
export function ratioOf(measured: Measured, name: string, base: string): Figure | undefined {
  const values = measured.flatMap(({ [name]: costs, [base]: bases }) =>
    costs && bases ? [median(costs.map((cost, round) => cost / (bases[round] ?? Number.NaN)))] : [],
  );
  return values.length === 0 ? undefined : figureOf(values);
}
