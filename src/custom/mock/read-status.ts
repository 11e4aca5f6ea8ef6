import { isObject } from '../../http/is-object.js';

/** `{statusCode: 200`: JSON whose keys have no quotes, or that is not complete. */
const LENIENT = /^\s*\{(?:[^"']*[\s,])?["']?statusCode["']?\s*:\s*["']?(\d{3})/;

/**
 * Returns the status in the output of a mock's request template. assumed: AWS reads keys without quotes, too, because CDK writes
 * `{ statusCode: 200 }`.
 *
 * @returns the status as text, or `undefined` if there is none.
 */
export function readStatus(output: string): string | undefined {
  const status = statusOf(output) ?? LENIENT.exec(output)?.[1];
  return status !== undefined && /^\d{3}$/.test(status) ? status : undefined;
}

function statusOf(output: string): string | undefined {
  try {
    const value: unknown = JSON.parse(output);
    const status = isObject(value) && Object.hasOwn(value, 'statusCode') ? value['statusCode'] : undefined;
    return typeof status === 'number' || typeof status === 'string' ? String(status) : undefined;
  } catch {
    return undefined;
  }
}
