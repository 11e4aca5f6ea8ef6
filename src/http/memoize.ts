/**
 * Returns a function that keeps its latest results. The results must not be changed.
 *
 * @param most how many results are kept. Clients choose some of the texts, so there is a limit.
 * @param longest the longest text whose result is kept, in UTF-16 units.
 */
export function memoize<T extends object | string>(make: (text: string) => T, most = 1024, longest = 256): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > longest) return made;
    if (kept.size >= most) kept.clear();
    kept.set(text, made);
    return made;
  };
}
