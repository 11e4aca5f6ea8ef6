/** Replaces the words of a string that identify somebody. */
export type Replace = (text: string) => string;

/**
 * Words that identify nobody: names of protocols and services, and of the parts of ARNs, tokens, certificates and trace ids. In lower case.
 */
const COMMON: ReadonlySet<string> = new Set(
  [
    'http https www com org net io example localhost',
    'arn aws cn eu us gov amazonaws amazoncognito amazonwebservices on cloudfront',
    'iam sts cognito idp execute lambda url vpce api user role assumed root federated anonymous unauthenticated authenticated',
    'basic bearer digest negotiate hmac sha256 aws4 credential signedheaders signature aws4_request',
    'self parent sampled lineage begin end certificate true false null undefined 0 1',
  ].flatMap((line) => line.split(' ')),
);

/** A region, an address, or a word. An IPv6 address can end with an IPv4 address, and a sentence with any address. */
const TOKEN =
  /(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-(?:de|gov|iso[bef]?))?-(?:central|(?:north|south)?(?:east|west)|north|south)-\d(?![\p{L}\p{N}_-])|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}_:])|\d{1,3}(?:\.\d{1,3}){3}(?!\.?\p{N})|[\p{L}\p{N}\p{M}_]+/giu;
const DIGITS = /^\d+$/;

/** Calls a function with every word that identifies somebody, and returns the string with what it returns. */
export function mapWords(text: string, map: (word: string) => string): string {
  // Only a region contains a hyphen.
  return text.replace(TOKEN, (token) => (token.includes('-') || COMMON.has(token.toLowerCase()) ? token : map(token)));
}

/** Returns every word of some strings that identifies somebody. */
export function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) mapWords(text, (word) => words.add(word) && word);
  return words;
}

/**
 * Returns a function that replaces words: the same word always with the same replacement, and different words with different ones. A
 * replacement is never a word that can be in the event already.
 *
 * @param originals all words of the event.
 * @param known the replacements so far. New ones are added.
 */
export function replacerOf(originals: ReadonlySet<string>, known: Map<string, string>): (word: string) => string {
  const taken = new Set([...COMMON, ...known.values()]);
  let count = known.size;
  return (word) => {
    let replacement = known.get(word);
    while (replacement === undefined) {
      count += 1;
      const candidate = substituteFor(word, count);
      if (!originals.has(candidate) && !taken.has(candidate)) replacement = candidate;
    }
    known.set(word, replacement);
    taken.add(replacement);
    return replacement;
  };
}

/** Returns a word like another: an address that belongs to nobody, digits, or letters, of about the same length. */
function substituteFor(word: string, count: number): string {
  const number = String(count);
  const [high, low] = [count >> 16, count & 0xffff];
  // RFC 3849 and RFC 2544.
  if (word.includes(':') || (word.includes('.') && high > 0)) return `2001:db8::${high.toString(16)}:${low.toString(16)}`;
  if (word.includes('.')) return `198.18.${low >> 8}.${low & 255}`;
  if (DIGITS.test(word)) return number.padStart(word.length, '0');
  return `x${number.padStart(word.length - 1, '0')}`;
}
