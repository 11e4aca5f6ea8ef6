import { knownName } from './known-name.js';
import { parseQuery, queryOf } from './percent.js';
import type { HttpField } from './request.js';

// A client can repeat a header or a query parameter. All code that reads one uses these functions, so that nobody reads the first value
// where somebody else reads the last.

/** Returns the last value of a header that has one value, such as Content-Type. Returns `undefined` if the header is missing. */
export function lastValueOf(headers: readonly HttpField[], lowerCaseName: string): string | undefined {
  for (let index = headers.length - 1; index >= 0; index -= 1) {
    const field = headers[index];
    if (field !== undefined && hasName(field, lowerCaseName)) return field[1];
  }
  return undefined;
}

/** Returns all values of a header in order, for example to extend X-Forwarded-For. */
export function allValuesOf(headers: readonly HttpField[], lowerCaseName: string): string[] {
  const values: string[] = [];
  for (const field of headers) if (hasName(field, lowerCaseName)) values.push(field[1]);
  return values;
}

/**
 * Returns the value of a header that is a list, such as Accept. Returns `undefined` if the header is missing.
 *
 * Repeated headers are joined with a comma. RFC 9110, section 5.3: that is the same list.
 */
export function listValueOf(headers: readonly HttpField[], lowerCaseName: string): string | undefined {
  const values = allValuesOf(headers, lowerCaseName);
  return values.length === 0 ? undefined : values.join(', ');
}

/** Returns the last value of a query parameter of a request target. Returns `undefined` if the parameter is missing. */
export function lastParameterOf(target: string, name: string): string | undefined {
  return parseQuery(queryOf(target)).findLast(([given]) => given === name)?.[1];
}

function hasName([name]: HttpField, lowerCaseName: string): boolean {
  // Most names differ in length, and that is cheaper to compare.
  return name.length === lowerCaseName.length && knownName(name).lower === lowerCaseName;
}
