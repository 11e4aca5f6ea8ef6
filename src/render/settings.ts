import { invalidOption, type Path } from '../gateway/check-shape.js';
import { isSafeFieldValue } from '../http/field-syntax.js';

/**
 * Returns a setting that becomes a part of a header.
 *
 * @throws GatewayError `invalid-option` if it isn't a string, or has a control character, which could split the response.
 */
export function headerSetting(value: unknown, path: Path): string {
  if (typeof value === 'string' && isSafeFieldValue(value)) return value;
  throw invalidOption(path, 'a string without line breaks and other control characters', value, 'Pass a valid header value.');
}

/**
 * Returns a setting that is an array of such strings. If it is absent, returns an empty array.
 *
 * @throws GatewayError `invalid-option` if it isn't an array, or one of its items isn't such a string.
 */
export function headerSettings(values: unknown, path: Path): readonly string[] {
  if (values === undefined) return [];
  if (!Array.isArray(values)) throw invalidOption(path, 'an array of strings', values, 'Pass an array.');
  return values.map((value, index) => headerSetting(value, [...path, index]));
}
