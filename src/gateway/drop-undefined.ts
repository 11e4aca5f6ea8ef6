/** An object whose properties are never `undefined`. */
export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Returns a copy without the properties that are `undefined`. In settings they count as absent, as in JSON. */
export function dropUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>; // those that are left
}
