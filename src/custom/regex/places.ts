import { isLineEnd } from './characters.js';
import type { PlaceTest } from './pattern.js';

export const startOfText: PlaceTest = (_, at) => at === 0;

export const endOfText: PlaceTest = (text, at) => at === text.length;

/** `$` and `\Z`: the end, or before the line end that ends the text. */
export const lastLineEnd: PlaceTest = (text, at) => {
  const rest = text.length - at;
  if (rest === 0) return true;
  if (rest === 2) return text.endsWith('\r\n');
  // Between the two characters of a line end is not before it.
  return rest === 1 && isLineEnd(text.charCodeAt(at)) && !(text.charAt(at) === '\n' && text.charAt(at - 1) === '\r');
};

/** `^` with the flag `m`. There is no line at the end of the text, not even if it is empty. */
export const startOfLine: PlaceTest = (text, at) => at < text.length && (at === 0 || isBehindLineEnd(text, at));

/** `$` with the flag `m`. */
export const endOfLine: PlaceTest = (text, at) =>
  at === text.length || (isLineEnd(text.charCodeAt(at)) && !(text.charAt(at) === '\n' && text.charAt(at - 1) === '\r'));

function isBehindLineEnd(text: string, at: number): boolean {
  if (!isLineEnd(text.charCodeAt(at - 1))) return false;
  return !(text.charAt(at - 1) === '\r' && text.charAt(at) === '\n');
}

/** `\b`: letters, digits and `_` of any script make a word. */
export const isWordEdge: PlaceTest = (text, at) => isWord(text, at - 1) !== isWord(text, at);

export const isNoWordEdge: PlaceTest = (text, at) => !isWordEdge(text, at);

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{Nd}\p{M}_]/u.test(text.charAt(at));
}
