interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly holder: Place | undefined;
}

/** Returns the path to a key `__proto__` in a value from JSON; an empty path if there is no such key. */
export function findPrototypeKey(root: unknown): (string | number)[] {
  // Uses an array instead of recursion, because a body of a million brackets would overflow the stack.
  const places: Place[] = [];
  const add = (value: unknown, key: string | number, holder: Place | undefined): void => {
    if (typeof value === 'object' && value !== null) places.push({ value, key, holder });
  };
  add(root, '', undefined);
  for (let place = places.pop(); place; place = places.pop()) {
    const { value } = place;
    if (Object.hasOwn(value, '__proto__')) return [...pathOf(place), '__proto__'];
    if (Array.isArray(value)) for (const [index, item] of value.entries()) add(item, index, place);
    else for (const [key, item] of Object.entries(value)) add(item, key, place);
  }
  return [];
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.holder; at = at.holder) path.push(at.key);
  return path.reverse();
}
