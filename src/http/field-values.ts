import { parseQuery, queryOf } from './percent.js';
import type { HttpField } from './request.js';

// A client can repeat a header or a query parameter. There are three ways to read a repeated one, and everything that reads a field of a
// request uses one of these functions. Lower-case names are what the functions compare.

/** Returns the last value of a header: the reading of a field that has one value, such as Content-Type. `undefined` if it is missing. */
export function lastValueOf(headers: readonly HttpField[], lowerCaseName: string): string | undefined {
  for (let index = headers.length - 1; index >= 0; index -= 1) {
    const field = headers[index];
    if (field !== undefined && hasName(field, lowerCaseName)) return field[1];
  }
  return undefined;
}

/** Returns all values of a header in order: the reading of a field that a gateway extends or splits, such as X-Forwarded-For. */
export function allValuesOf(headers: readonly HttpField[], lowerCaseName: string): string[] {
  const values: string[] = [];
  for (const field of headers) if (hasName(field, lowerCaseName)) values.push(field[1]);
  return values;
}

/**
 * Returns the values of a header joined with commas: the reading of a list, such as Accept. `undefined` if the header is missing.
 *
 * RFC 9110, section 5.3: a list on several lines means the same as the list on one line.
 */
export function listValueOf(headers: readonly HttpField[], lowerCaseName: string): string | undefined {
  const values = allValuesOf(headers, lowerCaseName);
  return values.length === 0 ? undefined : values.join(', ');
}

/** Returns the last value of a parameter in the query of a request target. `undefined` if it is missing. */
export function lastParameterOf(target: string, name: string): string | undefined {
  return parseQuery(queryOf(target)).findLast(([given]) => given === name)?.[1];
}

function hasName([name]: HttpField, lowerCaseName: string): boolean {
  // Most names differ in length, which is cheaper to see than the lower case of each.
  return name.length === lowerCaseName.length && name.toLowerCase() === lowerCaseName;
}
