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

/** A region, an address, or a word. */
const TOKEN =
  /[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d(?![\p{L}\p{N}_-])|\d{1,3}(?:\.\d{1,3}){3}(?![\p{N}.])|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\p{L}\p{N}_:])|[\p{L}\p{N}\p{M}_]+/giu;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const IPV4 = /^\d+(?:\.\d+){3}$/;
const DIGITS = /^\d+$/;

/** Calls a function with every word that identifies somebody, and returns the string with what it returns. */
export function mapWords(text: string, map: (word: string) => string): string {
  return text.replace(TOKEN, (token) => (COMMON.has(token.toLowerCase()) || REGION.test(token) ? token : map(token)));
}

/**
 * Returns a function that replaces words: the same word always with the same replacement, and different words with different ones. A
 * replacement is never one of the original words.
 *
 * @param originals all words of the event.
 * @param known the replacements so far. New ones are added.
 */
export function replacerOf(originals: ReadonlySet<string>, known: Map<string, string>): (word: string) => string {
  const taken = new Set(known.values());
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
  // RFC 2544 and RFC 3849.
  if (IPV4.test(word) && count < 2 ** 16) return `198.18.${count >> 8}.${count & 255}`;
  if (word.includes(':') || IPV4.test(word)) return `2001:db8::${(count >> 16).toString(16)}:${(count & 0xffff).toString(16)}`;
  if (DIGITS.test(word)) return number.padStart(word.length, '0');
  return `x${number.padStart(word.length - 1, '0')}`;
}
