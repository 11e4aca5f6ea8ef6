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
