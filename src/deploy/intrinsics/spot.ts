/** A value of the template that is being evaluated: its key, and the value that it is in. */
export interface Spot {
  readonly up: Spot | undefined;
  /** The key that the value has when everything is evaluated. */
  readonly key: string;
  /** The keys that lead to it in the file. Absent: the key alone. */
  readonly keys?: readonly string[];
  readonly depth: number;
}

/** Returns the spot of a path from the top of the file. */
export function spotOf([first = '', ...rest]: readonly string[]): Spot {
  return rest.reduce((up, key) => inside(up, key), inside(undefined, first));
}

/** Returns the spot of a value inside another. */
export function inside(up: Spot | undefined, key: string, keys?: readonly string[]): Spot {
  const depth = (up?.depth ?? 0) + 1;
  return keys === undefined ? { up, key, depth } : { up, key, keys, depth };
}

/** Returns the spot of the value that replaces an intrinsic function, such as a branch of `Fn::If`. */
export function replaced(spot: Spot, ...keys: readonly string[]): Spot {
  return { ...spot, keys: [...(spot.keys ?? [spot.key]), ...keys], depth: spot.depth + 1 };
}

/** Returns the path of a spot in the evaluated template. */
export function pathOf(spot: Spot | undefined): readonly string[] {
  const path: string[] = [];
  for (let at = spot; at !== undefined; at = at.up) path.push(at.key);
  return path.reverse();
}

/** Returns the path of a spot in the file. */
export function filePathOf(spot: Spot | undefined): readonly string[] {
  const steps: (readonly string[])[] = [];
  for (let at = spot; at !== undefined; at = at.up) steps.push(at.keys ?? [at.key]);
  return steps.reverse().flat();
}
