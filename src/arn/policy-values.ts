/**
 * Returns the values of an element of a policy, which is one value or an array of values. Numbers and booleans count as their text, as in
 * IAM. Anything else matches nothing and is left out.
 */
export function stringsOf(value: unknown): string[] {
  return [value].flat().flatMap((item: unknown) => (SCALARS.has(typeof item) ? [String(item)] : []));
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);
