/**
 * Reads one level of a value as the runtime's JSON.stringify does. Returns a scalar, or a plain object or array whose members must be read
 * in the same way, or `undefined` for a value that JSON leaves out. Every property is read only once, and a long body is never copied.
 *
 * @throws whatever JSON.stringify throws: for a BigInt, a cycle, a `toJSON` or a getter that throws.
 */
export function asJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    default:
      if (value === null || isPlain(value)) return value;
      return throughText(value);
  }
}

// A plain object or array of this realm without toJSON: JSON.stringify would write its own enumerable members and nothing else.
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return false;
  return !('toJSON' in value);
}

function throughText(value: unknown): unknown {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/**
 * Finds the end of a string in valid JSON: the index after its closing quote.
 *
 * @param start the index of its opening quote.
 */
export function endOfString(json: string, start: number): number {
  // A regular expression would overflow V8's stack on a string of many megabytes.
  let end = start + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** Writes JSON without white space. If the text is known, keys keep their order and numbers their digits. */
export function compactJson(value: unknown, text: string | undefined): string {
  if (text === undefined) return JSON.stringify(value);
  let compact = '';
  let index = 0;
  while (index < text.length) {
    const quote = text.indexOf('"', index);
    const end = quote < 0 ? text.length : quote;
    compact += text.slice(index, end).replace(/\s+/g, '');
    if (quote < 0) break;
    index = endOfString(text, quote);
    compact += JSON.stringify(JSON.parse(text.slice(quote, index)));
  }
  return compact;
}
