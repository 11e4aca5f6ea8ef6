import type { Reading } from './body-content.js';

/** Parses JSON. A key `__proto__` is refused wherever it stands: whoever merges the value would set a prototype with it. */
export function parseJson(text: string): Reading<unknown> {
  const value = parsed(text);
  if (value === undefined) return { expected: 'JSON', path: ['body'] };
  // The key is written as it is, or with an escape of a character below U+0100; without either there is nothing to look for.
  const path = text.includes('__proto__') || text.includes('\\u00') ? pathOfPrototype(value) : undefined;
  return path ? { expected: 'no key __proto__', path: ['body', ...path] } : { value };
}

/** Parses `application/x-www-form-urlencoded`: name to value, or to the list of values where a name is repeated. */
export function parseForm(text: string): Reading<Record<string, string | string[]>> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === '__proto__') return { expected: 'no key __proto__', path: ['body', name] };
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return { value: fields };
}

/** JSON has no `undefined`. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly holder: Place | undefined;
}

/** Looks with a list of its own, not by recursion: a body of a million brackets would exhaust the stack. */
function pathOfPrototype(root: unknown): (string | number)[] | undefined {
  const places: Place[] = [{ value: root, key: '', holder: undefined }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value } = place;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return [...pathOf(place), '__proto__'];
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) places.push({ value: item, key: isList ? Number(key) : key, holder: place });
  }
  return undefined;
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.holder; at = at.holder) path.unshift(at.key);
  return path;
}
