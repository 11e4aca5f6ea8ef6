/** Longest name that is compared; a longer one is not a typo. */
const LONGEST = 40;

/**
 * Returns the known name that an unknown one was most likely meant to be: one in a different case, or with a few letters missing, added,
 * changed or swapped. Returns `undefined` if none is close.
 */
export function closestName(given: unknown, known: Iterable<string>): string | undefined {
  if (typeof given !== 'string' || given.length > LONGEST) return undefined;
  const name = given.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = candidate.toLowerCase() === name ? 0 : editDistance(name, candidate.toLowerCase());
    if (distance <= allowedDistance(candidate) && distance < (best?.distance ?? LONGEST)) best = { name: candidate, distance };
  }
  return best?.name;
}

/** One edit for every three letters, but at least one. */
function allowedDistance(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}

/** Edits that turn one name into the other: insert, delete or replace a letter, or swap two neighbours. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const edits = [(previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1)];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) edits.push((beforePrevious[j - 2] ?? 0) + 1);
      current.push(Math.min(...edits));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
