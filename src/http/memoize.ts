/** How many results are kept, and for how long a text. Clients choose some of the texts, so both have a limit. */
const MOST = 1024;
const LONGEST = 256;

/** Returns a function that keeps its latest results, up to 1,024 of them. The results must not be changed. */
export function memoize<T extends object | string>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (kept.size >= MOST) kept.clear();
    kept.set(text, made);
    return made;
  };
}
