/** A piece of JSON, for its colour. */
export interface JsonToken {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'mark' | 'space' | 'other';
  readonly text: string;
}

/** A string with its quotes, a number, a word, a mark, or white space. Everything else is one character. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*|[A-Za-z]+|[{}[\],:]|\s+|./gsu;

/** RFC 8259, section 3: the words of JSON. */
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Splits a text into the tokens of JSON. A text that is cut or is not JSON gives tokens, too; joined, they are the text. */
export function splitJson(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  /** Place of the last string: a colon after it makes it a key. */
  let string = -1;
  for (const [part] of text.matchAll(TOKEN)) {
    const kind = kindOf(part);
    const last = tokens[string];
    if (part === ':' && last !== undefined) tokens[string] = { kind: 'key', text: last.text };
    if (kind !== 'space') string = kind === 'string' ? tokens.length : -1;
    tokens.push({ kind, text: part });
  }
  return tokens;
}

function kindOf(part: string): JsonToken['kind'] {
  if (part.startsWith('"')) return 'string';
  if (WORDS.has(part)) return 'word';
  if (/^-?\d/.test(part)) return 'number';
  if (/^\s/.test(part)) return 'space';
  return /^[{}[\],:]/.test(part) ? 'mark' : 'other';
}

/** A range of tokens: the first one, and the one after the last. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** Finds the value at a path, with the key in front of it. Returns `undefined` if there is none, and for the whole text. */
export function findValue(tokens: readonly JsonToken[], path: readonly (string | number)[]): TokenRange | undefined {
  let start = 0;
  let isMember = false;
  for (const key of path) {
    const found = findMember(tokens, start, key);
    if (found === undefined) return undefined;
    start = found;
    isMember = tokens[start]?.kind === 'key';
  }
  if (path.length === 0) return undefined;
  return { start, end: skipValue(tokens, isMember ? valueAfter(tokens, start) : start) };
}

/** Finds a member of the object or the array that begins at a place, or whose key is there. Returns the place of its key or element. */
function findMember(tokens: readonly JsonToken[], at: number, key: string | number): number | undefined {
  const open = tokens[at]?.kind === 'key' ? valueAfter(tokens, at) : skipMarks(tokens, at);
  const isArray = tokens[open]?.text === '[';
  if (!isArray && tokens[open]?.text !== '{') return undefined;
  let count = 0;
  for (let place = skipMarks(tokens, open + 1); place < tokens.length; place = skipMarks(tokens, place)) {
    const { kind, text = '' } = tokens[place] ?? {};
    if (text === ']' || text === '}') return undefined;
    if (isArray ? `${count}` === `${key}` : kind === 'key' && keyOf(text) === `${key}`) return place;
    count += 1;
    place = skipValue(tokens, isArray ? place : valueAfter(tokens, place));
  }
  return undefined;
}

/** Returns the place of the value that belongs to a key. */
function valueAfter(tokens: readonly JsonToken[], key: number): number {
  return skipMarks(tokens, key + 1);
}

/** Skips white space, commas and colons. */
function skipMarks(tokens: readonly JsonToken[], at: number): number {
  let place = at;
  while (tokens[place]?.kind === 'space' || tokens[place]?.text === ',' || tokens[place]?.text === ':') place += 1;
  return place;
}

/** Returns the place after a value. */
function skipValue(tokens: readonly JsonToken[], at: number): number {
  let depth = 0;
  for (let place = at; place < tokens.length; place += 1) {
    const { text = '' } = tokens[place] ?? {};
    if (text === '{' || text === '[') depth += 1;
    if (text === '}' || text === ']') depth -= 1;
    if (depth <= 0) return place + 1;
  }
  return tokens.length;
}

function keyOf(text: string): string | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Indents JSON. Numbers, escapes and repeated keys stay as they are. Returns `undefined` for a text that is not JSON.
 */
export function indentJson(text: string): string | undefined {
  if (!isJson(text)) return undefined;
  const parts: string[] = [];
  let depth = 0;
  const tokens = splitJson(text).filter(({ kind }) => kind !== 'space');
  tokens.forEach(({ text: part }, index) => {
    const before = tokens[index - 1]?.text ?? '';
    const closes = part === '}' || part === ']';
    if (closes) depth -= 1;
    const opened = before === '{' || before === '[';
    const breaks = opened ? !closes : closes || before === ',';
    if (breaks) parts.push(`\n${'  '.repeat(depth)}`);
    parts.push(part === ':' ? ': ' : part);
    if (part === '{' || part === '[') depth += 1;
  });
  return parts.join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
