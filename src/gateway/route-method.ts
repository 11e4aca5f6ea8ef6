/** Returns the method of a route key, such as `GET` or `ANY`; `undefined` for a key without one, which matches every method. */
export function routeMethodOf(key: string): string | undefined {
  return /^([A-Z]+) /.exec(key)?.[1];
}
