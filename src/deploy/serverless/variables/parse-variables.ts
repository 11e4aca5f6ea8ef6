// The syntax of variables: `${self:custom.table, 'orders'}`, `${file(./${sls:stage}.yml):key}`.

/** A string with variables: literal text and variables in turn. */
export type Text = readonly (string | Variable)[];

/** A variable. The first source that has a value counts. */
export interface Variable {
  /** How it is written. */
  readonly written: string;
  readonly sources: readonly VariableSource[];
}

/** A source of a value: a place to look at, or the value itself. */
export type VariableSource =
  | { readonly type: string; readonly parameters: readonly Text[]; readonly address: Text | undefined }
  | { readonly value: string | number | boolean | null };

/** Deepest nesting of variables. */
const DEEPEST = 20;

/** What a variable begins with. `${AWS::Region}` and `${Name}` belong to CloudFormation. */
const START = /\$\{([a-z][a-zA-Z0-9]*)(?=\(|:(?!:))/y;

/** A literal source: a string in quotes, or a word. */
const LITERAL = /\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([\w.-]+))\s*(?=\})/y;

/** A parameter in quotes. */
const QUOTED = /\s*(?:'([^']*)'|"([^"]*)")\s*(?=[,)])/y;

/** Where the parser is. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Parses a string. Returns `undefined` if a variable in it has a syntax error. */
export function parseVariables(text: string): Text | undefined {
  const cursor = { text, at: 0 };
  return parseText(cursor, '', 0);
}

/** Parses up to one of the characters in `ends`, or to the end. */
function parseText(cursor: Cursor, ends: string, depth: number): Text | undefined {
  const { text } = cursor;
  const pieces: (string | Variable)[] = [];
  let literal = '';
  while (cursor.at < text.length && !ends.includes(charAt(cursor))) {
    if (text.startsWith('\\${', cursor.at)) {
      literal += '${'; // a backslash makes it a literal
      cursor.at += 3;
    } else if (match(START, cursor) !== null) {
      const variable = depth < DEEPEST ? parseVariable(cursor, depth + 1) : undefined;
      if (variable === undefined) return undefined;
      if (literal !== '') pieces.push(literal);
      pieces.push(variable);
      literal = '';
    } else {
      literal += charAt(cursor);
      cursor.at += 1;
    }
  }
  return literal === '' ? pieces : [...pieces, literal];
}

function parseVariable(cursor: Cursor, depth: number): Variable | undefined {
  const start = cursor.at;
  const sources: VariableSource[] = [];
  cursor.at += 2;
  for (;;) {
    const source = parseSource(cursor, depth);
    if (source === undefined) return undefined;
    sources.push(source);
    const next = charAt(cursor);
    cursor.at += 1;
    if (next === '}') return { written: cursor.text.slice(start, cursor.at), sources };
    if (next !== ',') return undefined;
  }
}

function parseSource(cursor: Cursor, depth: number): VariableSource | undefined {
  const literal = match(LITERAL, cursor);
  if (literal !== null) {
    cursor.at += literal[0].length;
    return { value: literal[1] ?? literal[2] ?? valueOfWord(literal[3] ?? '') };
  }
  skipSpaces(cursor);
  const [type = ''] = match(/[a-z][a-zA-Z0-9]*/y, cursor) ?? [];
  cursor.at += type.length;
  const parameters = charAt(cursor) === '(' ? parseParameters(cursor, depth) : [];
  if (type === '' || parameters === undefined) return undefined;
  skipSpaces(cursor);
  if (charAt(cursor) !== ':') return { type, parameters, address: undefined };
  cursor.at += 1;
  skipSpaces(cursor);
  const address = parseText(cursor, ',}', depth);
  return address === undefined ? undefined : { type, parameters, address: trimEnd(address) };
}

function parseParameters(cursor: Cursor, depth: number): readonly Text[] | undefined {
  const parameters: Text[] = [];
  do {
    cursor.at += 1; // the bracket or the comma
    const quoted = match(QUOTED, cursor);
    skipSpaces(cursor);
    const parameter = quoted === null ? parseText(cursor, ',)', depth) : [quoted[1] ?? quoted[2] ?? ''];
    if (parameter === undefined) return undefined;
    cursor.at += quoted === null ? 0 : quoted[0].trimStart().length;
    parameters.push(trimEnd(parameter));
  } while (charAt(cursor) === ',');
  if (charAt(cursor) !== ')') return undefined;
  cursor.at += 1;
  return parameters;
}

function valueOfWord(word: string): string | number | boolean | null {
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  return Number.isNaN(Number(word)) ? word : Number(word);
}

function trimEnd(text: Text): Text {
  const last = text.at(-1);
  return typeof last === 'string' ? [...text.slice(0, -1), last.trimEnd()] : text;
}

function skipSpaces(cursor: Cursor): void {
  while (charAt(cursor) === ' ' || charAt(cursor) === '\n') cursor.at += 1;
}

function charAt({ text, at }: Cursor): string {
  return text.charAt(at);
}

function match(pattern: RegExp, { text, at }: Cursor): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
