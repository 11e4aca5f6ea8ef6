/**
 * Returns the id of a resource for a key such as `GET /users`, or `undefined` if the key has one already.
 *
 * Two keys can have the same id, because ids have no special characters. The second one gets a number.
 */
export type IdOf = (id: string, key: string) => string | undefined;

/** Creates an empty table of ids. */
export function createIds(): IdOf {
  const keys = new Set<string>();
  const counts = new Map<string, number>();
  return (id, key) => {
    if (keys.has(key)) return undefined;
    keys.add(key);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}Number${count}`;
  };
}
