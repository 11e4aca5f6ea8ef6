/** An object without what is `undefined` in it. */
export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What an object says: `undefined` says nothing, in settings as in JSON. */
export function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>; // those that are left
}
