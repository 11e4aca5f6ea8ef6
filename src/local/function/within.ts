import { timerOf } from './timer.js';

/** Stands for a promise that took too long. */
export const LATE: unique symbol = Symbol('late');

/** What a promise brings within a time, in milliseconds; after it, `LATE`. */
export async function within<V>(milliseconds: number, promise: Promise<V>): Promise<V | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = timerOf(milliseconds, () => resolve(LATE));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
