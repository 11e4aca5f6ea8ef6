import { argumentError } from '../../http/argument-error.js';

/**
 * Copies an event with a function that calls itself for each level.
 *
 * @throws TypeError if the event has so many levels that the function runs out of stack, for example because it contains itself.
 */
export function copyEvent<T>(event: object, copy: () => T): T {
  try {
    return copy();
  } catch (error) {
    // Only the engine's own RangeError means this.
    if (!(error instanceof RangeError)) throw error;
    throw argumentError(['event'], 'an event that JSON can represent', event, 'Pass the event that your function received.');
  }
}
