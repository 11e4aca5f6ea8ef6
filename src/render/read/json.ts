/**
 * One level of what the runtime's JSON.stringify makes of a value: a scalar; a plain object or list whose members are still to be read
 * likewise; `undefined` for what it leaves out. So every property is read once, and a long body is never copied.
 *
 * @throws whatever JSON.stringify throws: at a BigInt, a cycle, a `toJSON` or a getter that throws.
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

/** An object with keys, neither `null` nor a list. */
export type JsonObject = Readonly<Record<string, unknown>>;

// A plain object or list of this realm without toJSON: JSON.stringify would write its own enumerable members and nothing else.
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

/** A text in JSON's syntax, quotes and all, or white space between two others. */
const TEXT_OR_SPACE = /"(?:[^"\\]|\\.)*"|\s+/g;

/** JSON without white space; from its text, if there is one, so that keys keep their order and numbers their digits. */
export function compactJson(value: unknown, text: string | undefined): string {
  if (text === undefined) return JSON.stringify(value);
  return text.replace(TEXT_OR_SPACE, (part) => (part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : ''));
}
