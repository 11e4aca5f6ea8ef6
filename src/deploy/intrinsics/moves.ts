/** Where values stand in the file, if that is not where the evaluated template has them. */
export interface Moves {
  /** Notes that the value at a path comes from another resource or section, such as `Globals`. */
  addMerged(path: readonly string[], from: readonly string[]): void;
  /** Notes that an intrinsic function chose the value at a path, such as the branch of an `Fn::If`. */
  addChosen(path: readonly string[], from: readonly string[]): void;
  /** Returns where the value at a path stands in the file. */
  placeOf(path: readonly string[]): readonly string[];
}

/** Creates an empty table of moves. */
export function createMoves(): Moves {
  const merged = new Map<string, readonly string[]>();
  const chosen = new Map<string, readonly string[]>();
  return {
    addMerged: (path, from) => void merged.set(keyOf(path), from),
    addChosen: (path, from) => void chosen.set(keyOf(path), from),
    placeOf: (path) => follow(chosen, follow(merged, path)),
  };
}

/** Follows the move of the longest part of a path that was moved. */
function follow(table: ReadonlyMap<string, readonly string[]>, path: readonly string[]): readonly string[] {
  for (let length = table.size === 0 ? 0 : path.length; length > 0; length -= 1) {
    const from = table.get(keyOf(path.slice(0, length)));
    if (from !== undefined) return [...from, ...path.slice(length)];
  }
  return path;
}

function keyOf(path: readonly string[]): string {
  return path.join('\0');
}
