const FIXED_NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The moment of a request, in milliseconds since the Unix epoch: what the clock says, or 2026-01-02T03:04:05.678Z. */
export function nowOf(gateway: { readonly now?: () => number }): number {
  return gateway.now === undefined ? FIXED_NOW : Math.floor(gateway.now());
}

/** The time format of events, the Common Log Format's in UTC: `02/Jan/2026:03:04:05 +0000`. */
export function formatRequestTime(epochMilliseconds: number): string {
  const time = new Date(epochMilliseconds);
  const day = twoDigits(time.getUTCDate());
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(twoDigits).join(':');
  return `${day}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}:${clock} +0000`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
