/** Up to this number of keys, inserting each at its place is faster than `sort`. */
const FEW = 48;

/** Returns the places of the keys in ascending order of their UTF-16 code units. Equal keys stay in their order. */
export function sortedOrder(keys: readonly string[]): number[] {
  if (keys.length <= FEW) return insertAll(keys);
  const sorted = keys.map((key, place) => ({ key, place })).sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return sorted.map(({ place }) => place);
}

function insertAll(keys: readonly string[]): number[] {
  const order: number[] = [];
  for (let place = 0; place < keys.length; place += 1) {
    const at = findPlace(keys, order, keys[place] ?? '');
    for (let index = place; index > at; index -= 1) order[index] = order[index - 1] ?? 0;
    order[at] = place;
  }
  return order;
}

/** Returns the index behind the last key that is not greater. */
function findPlace(keys: readonly string[], order: readonly number[], key: string): number {
  let from = 0;
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (key < (keys[order[middle] ?? 0] ?? '')) to = middle;
    else from = middle + 1;
  }
  return from;
}
