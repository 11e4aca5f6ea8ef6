import { startTimer } from './timer.js';

/** Stands for the value of a promise that took too long. */
export const LATE: unique symbol = Symbol('late');

/** Waits for a promise up to a time, in milliseconds. Returns `LATE` after that. */
export function waitUpTo<V>(milliseconds: number, promise: Promise<V>): Promise<V | typeof LATE> {
  return new Promise((resolve, reject) => {
    const timer = startTimer(milliseconds, () => resolve(LATE));
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
