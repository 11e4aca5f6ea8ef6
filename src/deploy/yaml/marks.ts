/** A value's line in the file, and those of the values in it. */
export interface Mark {
  /** Counted from 1. */
  readonly line: number;
  readonly inside?: ReadonlyMap<string, Mark>;
}

/** Returns the line of a path. If the file doesn't have the whole path, it is the line of the last value on the way. */
export function lineOfPath(root: Mark, path: readonly string[]): number | undefined {
  let mark = root;
  for (const key of path) {
    const next = mark.inside?.get(key);
    if (next === undefined) return mark === root && path.length > 0 ? undefined : mark.line;
    mark = next;
  }
  return mark.line;
}
