/** An object that may have the keys of `T`, before their values are checked. */
export type Unchecked<T> = { readonly [Key in keyof T]?: unknown };

/** A map to strings. `undefined` stands for a name that is missing. */
export interface StringMap {
  [name: string]: string | undefined;
}

/** A map to arrays of strings. `undefined` stands for a name that is missing. */
export interface StringListMap {
  [name: string]: string[] | undefined;
}

/** A value that AWS converts to text. */
export type Scalar = boolean | number | string;

/** A map to values that AWS converts to text. `undefined` stands for a name that is missing. */
export interface ScalarMap {
  [name: string]: Scalar | undefined;
}

/** A map to arrays of values that AWS converts to text. `undefined` stands for a name that is missing. */
export interface ScalarListMap {
  [name: string]: Scalar[] | undefined;
}

/**
 * Returns whether a value is an object and not an array. Inherited keys count, as they do for zod.
 *
 * @typeParam T Interface whose fields the caller checks next. A misspelled field then doesn't compile.
 */
export function isObject<T>(value: unknown): value is Unchecked<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns whether an object has no keys. Inherited keys count. */
export function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

export function isStringOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

/** Returns whether a value is a finite number: JSON has no others. */
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
  // An index, not an iterator: a hole in the array is then `undefined`, and nothing is allocated.
  for (let index = 0; index < value.length; index++) {
    if (typeof value[index] !== 'string') return false;
  }
  return true;
}

export function isStringMap(value: unknown): value is StringMap {
  if (!isObject<StringMap>(value)) return false;
  // `for…in` allocates nothing and visits the same keys as zod. `Object.keys` and `Object.values` build an array.
  for (const name in value) {
    const item = value[name];
    if (typeof item !== 'string' && item !== undefined && !isIgnoredKey(name)) return false;
  }
  return true;
}

export function isStringListMap(value: unknown): value is StringListMap {
  if (!isObject<StringListMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isStringList(item) && item !== undefined && !isIgnoredKey(name)) return false;
  }
  return true;
}

export function isScalarMap(value: unknown): value is ScalarMap {
  if (!isObject<ScalarMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isScalar(item) && item !== undefined && !isIgnoredKey(name)) return false;
  }
  return true;
}

export function isScalarListMap(value: unknown): value is ScalarListMap {
  if (!isObject<ScalarListMap>(value)) return false;
  for (const name in value) {
    const item = value[name];
    if (!isScalarList(item) && item !== undefined && !isIgnoredKey(name)) return false;
  }
  return true;
}

/** Returns whether zod ignores a key. `JSON.parse` can create one named `__proto__`, as for the query `?__proto__=1`. */
export function isIgnoredKey(name: string): boolean {
  return name === '__proto__';
}
