// assumed: json-smart's default style. It escapes `/`, control characters, and the block of general punctuation and its neighbours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
const ESCAPED = /["\\/\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Writes a string as JSON, in quotes. */
export function quoteJson(text: string): string {
  return `"${text.replace(ESCAPED, (character) => SHORT[character] ?? escapeUnit(character.charCodeAt(0)))}"`;
}

/** A UTF-16 unit as `\uXXXX`, in capitals. */
export function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
