import { argumentError } from '../http/argument-error.js';

/**
 * Checks that an event is an object.
 *
 * @throws TypeError if it is not, for example because a test calls a handler without an event.
 */
export function requireEvent(event: unknown): void {
  if (typeof event === 'object' && event !== null) return;
  throw argumentError(['event'], 'an object', event, 'Pass the event that your function received.');
}
