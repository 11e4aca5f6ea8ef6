/** An object that is there, with the keys of `T`, none of whose values is known yet. */
export type Unchecked<T> = { readonly [Key in keyof T]?: unknown };

/** What AWS sends as a map of single values; `undefined` stands for a name that is not there. */
export interface StringMap {
  [name: string]: string | undefined;
}

/** What AWS sends as a map of lists; `undefined` stands for a name that is not there. */
export interface StringListMap {
  [name: string]: string[] | undefined;
}

/** What AWS turns into text: `null` and `undefined` are none. */
export type Scalar = boolean | number | string;

/** A result's map of single values; `undefined` stands for a name that is not there. */
export interface ScalarMap {
  [name: string]: Scalar | undefined;
}

/** A result's map of lists; `undefined` stands for a name that is not there. */
export interface ScalarListMap {
  [name: string]: Scalar[] | undefined;
}

/**
 * Any object but an array: its keys may be its own or inherited, as for the schemas.
 *
 * @typeParam T the interface whose fields the caller is going to check, so that a misspelt field does not compile.
 */
export function isObject<T>(value: unknown): value is Unchecked<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isStringOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

/** A number that JSON can carry. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
}

export function isScalarList(value: unknown): value is Scalar[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) {
    if (!isScalar(value[index])) return false;
  }
  return true;
}

export function isStringList(value: unknown): value is string[] {
  if (!Array.isArray(value)) return false;
  // By index, not by iterator: a hole is `undefined` here, and no iterator is allocated.
  for (let index = 0; index < value.length; index++) {
    if (typeof value[index] !== 'string') return false;
  }
  return true;
}

export function isStringMap(value: unknown): value is StringMap {
  if (!isObject<StringMap>(value)) return false;
  // `for…in` allocates nothing where `Object.keys` and `Object.values` build a list; zod visits the same keys in the same way.
  for (const name in value) {
    const item = value[name];
    if (typeof item !== 'string' && item !== undefined && !isUnseen(name)) return false;
  }
  return true;
}

export function isStringListMap(value: unknown): value is StringListMap {
  if (!isObject<StringListMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isStringList(item) && item !== undefined && !isUnseen(name)) return false;
  }
  return true;
}

export function isScalarMap(value: unknown): value is ScalarMap {
  if (!isObject<ScalarMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isScalar(item) && item !== undefined && !isUnseen(name)) return false;
  }
  return true;
}

export function isScalarListMap(value: unknown): value is ScalarListMap {
  if (!isObject<ScalarListMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isScalarList(item) && item !== undefined && !isUnseen(name)) return false;
  }
  return true;
}

/** zod neither checks nor copies a key of this name, which `JSON.parse` can create: a query of `?__proto__=1` does. */
export function isUnseen(name: string): boolean {
  return name === '__proto__';
}
