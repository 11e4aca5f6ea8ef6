import { traceOf } from './thrown.js';

/** The last time that a date can represent, in milliseconds since the Unix epoch. */
const LAST = 8.64e15;

/**
 * Returns a clock that always has a time. If the given one throws or returns no valid time, the computer's clock is used, with a warning.
 */
export function reliableClock(now: () => number = Date.now): () => number {
  return () => {
    try {
      const time = now();
      if (Math.abs(time) <= LAST) return time;
      warn(`It returned ${String(time)}.`);
    } catch (error) {
      warn(traceOf(error));
    }
    return Date.now();
  };
}

function warn(detail: string): void {
  process.emitWarning('`now` returned no valid time, so the clock of the computer is used. Return milliseconds since the Unix epoch.', {
    type: 'ClockWarning',
    detail,
  });
}
