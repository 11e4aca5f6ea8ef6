import { invalidOption } from './check-shape.js';

const FIXED_NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The latest moment of a JavaScript `Date`, in milliseconds since the Unix epoch. */
const LAST_MOMENT = 8.64e15;

/**
 * Returns the moment of a request, in milliseconds since the Unix epoch, rounded down: the clock's time, or 2026-01-02T03:04:05.678Z without a clock.
 *
 * @throws GatewayError `invalid-option` if the clock does not return a moment.
 */
export function nowOf(gateway: { readonly now?: () => number }): number {
  if (gateway.now === undefined) return FIXED_NOW;
  const now: unknown = typeof gateway.now === 'function' ? gateway.now() : undefined;
  if (typeof now === 'number' && Math.abs(now) <= LAST_MOMENT) return Math.floor(now);
  throw invalidOption(['now'], 'a function that returns milliseconds since the Unix epoch', now, 'Pass a clock such as Date.now.');
}

/** The second formatted last. Many requests come in the same one. */
let lastFormatted: readonly [epochSeconds: number, time: string] | undefined;

/** Formats a moment as events do, in the Common Log Format and UTC: `02/Jan/2026:03:04:05 +0000`. */
export function formatRequestTime(epochMilliseconds: number): string {
  const epochSeconds = Math.floor(epochMilliseconds / 1000);
  if (lastFormatted?.[0] !== epochSeconds) lastFormatted = [epochSeconds, format(epochSeconds * 1000)];
  return lastFormatted[1];
}

/** The minute formatted last. Moments that follow each other are mostly in the same minute. */
let lastMinute: readonly [minute: number, time: string] | undefined;

function format(epochMilliseconds: number): string {
  const minute = Math.floor(epochMilliseconds / 60_000);
  if (lastMinute?.[0] !== minute) lastMinute = [minute, formatMinute(new Date(minute * 60_000))];
  return `${lastMinute[1]}:${twoDigits(Math.floor(epochMilliseconds / 1000) - minute * 60)} +0000`;
}

function formatMinute(time: Date): string {
  const day = twoDigits(time.getUTCDate());
  const clock = `${twoDigits(time.getUTCHours())}:${twoDigits(time.getUTCMinutes())}`;
  return `${day}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}:${clock}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
