/** An object whose properties are never `undefined`. */
export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Returns a copy without the properties that are `undefined`. In settings they count as absent, as in JSON. */
export function dropUndefined<T extends object>(object: T): Defined<T> {
  const copy = { ...object } as Record<string, unknown>; // the keys of any object are strings
  for (const key of Object.keys(copy)) if (copy[key] === undefined) delete copy[key];
  return copy as Defined<T>; // those that are left
}
