/** The longest time that a timer can wait, in milliseconds: 24 days. Longer times are cut to it. */
const LONGEST = 2 ** 31 - 1;

/** Starts a timer of any length, even `Infinity`, with which Node's timer would fire at once. */
export function startTimer(milliseconds: number, callBack: () => void): ReturnType<typeof setTimeout> {
  return setTimeout(callBack, Math.min(milliseconds, LONGEST));
}
