import { invalidOption } from './check-shape.js';
import type { GatewayError } from './error.js';

/**
 * Checks that headers are pairs of strings.
 *
 * @throws GatewayError `invalid-option`.
 */
export function checkHeaders(headers: unknown): void {
  if (!Array.isArray(headers)) {
    throw invalidOption(['headers'], 'an array of [name, value] pairs', headers, "Pass pairs such as [['Accept', '*/*']].");
  }
  for (let index = 0; index < headers.length; index += 1) {
    const field: unknown = headers[index];
    if (!Array.isArray(field) || typeof field[0] !== 'string' || typeof field[1] !== 'string') throw invalidField(field, index);
  }
}

function invalidField(field: unknown, index: number): GatewayError {
  const fix = "Pass a pair such as ['Accept', '*/*'].";
  if (!Array.isArray(field) || typeof field[0] !== 'string') return invalidOption(['headers', index], 'a pair of strings', field, fix);
  return invalidOption(['headers', index, 1], 'a string', field[1], fix);
}
