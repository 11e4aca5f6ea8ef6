/** Length of the longest string that a message shows in full. */
const SHOWN = 80;

/**
 * Describes any value for an error message: `5`, `"text"`, `null`, `an array`, `a Date`.
 *
 * The description is short and the same on every engine. Never throws.
 */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  return withArticle(classNameOf(value));
}

/** Cuts a string off after 80 characters. */
export function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function classNameOf(value: object): string {
  try {
    if (Array.isArray(value)) return 'array'; // throws for a proxy that was revoked
    const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    return typeof name === 'string' && /^[A-Z]\w{0,40}$/.test(name) && name !== 'Object' ? name : 'object';
  } catch {
    // The value is a proxy or has a getter, and it throws.
    return 'object';
  }
}

function withArticle(noun: string): string {
  return `${/^[AEIOaeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
