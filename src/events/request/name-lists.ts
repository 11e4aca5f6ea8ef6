import { knownName } from '../../http/known-name.js';

/** The names of a list of headers, in order. A list that is kept is the same object each time. */
export interface NameList {
  /** The names in lower case: `keys[i]` is `names[i]`. */
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** How many lists are kept. */
const MOST = 256;
/** Names that are longer in total are not kept, in UTF-16 units. Clients choose the names, so there is a limit. */
const LONGEST = 1000;

/**
 * Returns a function that finds the keys of names. Programs send the same few lists of names again and again, so the latest lists are kept. To
 * compare the names with those of a list is much faster than to look up each of them.
 */
export function memoizeNames(): (names: readonly string[]) => NameList {
  const kept = new Map<number, NameList>();
  let last: NameList | undefined;
  return (names) => {
    if (isOf(last, names)) return last;
    const hash = hashOf(names);
    const known = hash === undefined ? undefined : kept.get(hash);
    if (isOf(known, names)) {
      last = known;
      return known;
    }
    const made = listOf(names);
    if (hash === undefined) return made;
    if (kept.size >= MOST) kept.clear();
    kept.set(hash, made);
    last = made;
    return made;
  };
}

function listOf(names: readonly string[]): NameList {
  const known = names.map(knownName);
  return { keys: known.map(({ lower }) => lower), names: known.map(({ name }) => name) };
}

function isOf(known: NameList | undefined, names: readonly string[]): known is NameList {
  if (known?.names.length !== names.length) return false;
  for (let place = 0; place < names.length; place += 1) if (known.names[place] !== names[place]) return false;
  return true;
}

/** Returns a number for a list of names, or `undefined` if they are too long. Different lists can have the same number. */
function hashOf(names: readonly string[]): number | undefined {
  let length = 0;
  let hash = 0;
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place] ?? '';
    length += name.length;
    hash = (hash * 31 + name.length + 7 * name.charCodeAt(name.length - 1) + 5 * name.charCodeAt(name.length >> 1)) & 0x3fffffff;
  }
  return length > LONGEST ? undefined : hash;
}
