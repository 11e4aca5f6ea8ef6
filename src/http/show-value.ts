const LONGEST = 80;

/** Shows a value in an error message: a string in quotes and cut after 80 characters, any other object by its kind. Never throws. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return value.length > LONGEST ? `${JSON.stringify(value.slice(0, LONGEST))}…` : JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? 'an array' : 'an object';
}
