import { startTimer } from './timer.js';

/** Stands for the value of a promise that took too long. */
export const LATE: unique symbol = Symbol('late');

/** Waits for a promise up to a time, in milliseconds. Returns `LATE` after that. */
export async function waitUpTo<V>(milliseconds: number, promise: Promise<V>): Promise<V | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = startTimer(milliseconds, () => resolve(LATE));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
