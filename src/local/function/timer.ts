/** The longest time that a timer can wait, in milliseconds: 24 days. What is longer, or endless, waits so long. */
const LONGEST = 2 ** 31 - 1;

/** A timer that takes any number of milliseconds, `Infinity` too; Node's own would fire at once. */
export function timerOf(milliseconds: number, ring: () => void): ReturnType<typeof setTimeout> {
  return setTimeout(ring, Math.min(milliseconds, LONGEST));
}
