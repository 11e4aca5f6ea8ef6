import { traceOf } from './thrown.js';

/** The furthest time that a date can say, in milliseconds from the Unix epoch. */
const LAST = 8.64e15;

/**
 * A clock that always tells a time. Where the given one throws or tells none, the machine's clock stands in for it, and a warning of the
 * process says so: assumed, as no gateway is without a clock.
 */
export function reliableClock(now: () => number = Date.now): () => number {
  return () => {
    try {
      const time = now();
      if (Math.abs(time) <= LAST) return time;
      warn(`It told ${time}.`);
    } catch (error) {
      warn(traceOf(error));
    }
    return Date.now();
  };
}

function warn(detail: string): void {
  process.emitWarning('The clock `now` told no time. Let it return milliseconds since the Unix epoch.', { type: 'ClockWarning', detail });
}
