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
