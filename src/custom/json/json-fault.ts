import { describeValue } from '../../http/describe-value.js';

// RFC 8259, sections 2, 3, 6 and 7: white space, words and numbers, and a string without its end.
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a string can't contain them
const STRING = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y;

/** What comes next: a value, the first item of an object or an array, a name, a colon, or what follows a value. */
type State = 'value' | 'first' | 'name' | 'colon' | 'after';

/** A token: the sign of an object or an array, or a kind of value. `undefined`: none. */
type Token = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | undefined;

/**
 * Says where a text stops being JSON: `unexpected "o" in line 1, column 2`. `JSON.parse` says it in other words on every engine, and quotes
 * more of the text.
 *
 * @param text a text that `JSON.parse` rejects.
 */
export function describeJsonFault(text: string): string {
  const at = findFault(text);
  if (at === undefined) return 'it is nested too deeply';
  const codePoint = text.codePointAt(at);
  if (codePoint === undefined) return 'it ends too early';
  const before = text.slice(0, at).split('\n');
  return `unexpected ${describeValue(String.fromCodePoint(codePoint))} in line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/**
 * Returns the offset of the first character that can't be there; `undefined` if the text is JSON. Goes through the text once, without
 * recursion.
 */
function findFault(text: string): number | undefined {
  const open: Token[] = [];
  let state: State | undefined = 'value';
  let at = endOf(SPACE, text, 0);
  while (at < text.length || state !== 'after' || open.length > 0) {
    const [token, end] = tokenAt(text, at);
    if (token === undefined) return end;
    state = follow(state, token, open);
    if (state === undefined) return at;
    at = endOf(SPACE, text, end);
  }
  return undefined;
}

/** Returns a token and where it ends, or where a string stops being one. */
function tokenAt(text: string, at: number): readonly [token: Token, end: number] {
  const sign = text[at] ?? '';
  if (sign !== '' && '{}[]:,'.includes(sign)) return [sign as Token, at + 1]; // one of them
  const end = endOf(sign === '"' ? STRING : SCALAR, text, at);
  if (sign !== '"') return [end > at ? 'scalar' : undefined, end];
  return text[end] === '"' ? ['string', end + 1] : [undefined, end];
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Returns what comes after a token; `undefined` if the token can't be there. */
function follow(state: State, token: Token, open: Token[]): State | undefined {
  const inner = open.at(-1);
  const isEnd = (token === '}' && inner === '{') || (token === ']' && inner === '[');
  if (isEnd && (state === 'first' || state === 'after')) {
    open.pop();
    return 'after';
  }
  if (state === 'after') return token !== ',' || inner === undefined ? undefined : inner === '{' ? 'name' : 'value';
  if (state === 'colon') return token === ':' ? 'value' : undefined;
  if (state === 'name' || (state === 'first' && inner === '{')) return token === 'string' ? 'colon' : undefined;
  if (token === 'string' || token === 'scalar') return 'after';
  if (token !== '{' && token !== '[') return undefined;
  open.push(token);
  return 'first';
}
