/**
 * Returns whether a string matches a pattern. `*` matches any characters, `?` matches one. The time is proportional to the string's length
 * and, at worst, to the pattern's length, too.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let next = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next;
      retry = at;
      next += 1;
    } else if (pattern[next] === '?' || pattern[next] === text[at]) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      // The last star covers one more character. An earlier star never has to: the part before the last star matches already.
      retry += 1;
      at = retry;
      next = star + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(next));
}
