/**
 * How much an issue matters.
 *
 * * `error`: the gateway answers in place of the function.
 * * `warning`: it works, but not as you may expect, or it relies on an assumption that the client could notice.
 * * `info`: worth knowing, but there is nothing to fix.
 */
export type Severity = 'error' | 'warning' | 'info';

/** From harmless to severe. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** Returns whether a severity is at least as severe as another. */
export function isAtLeast(severity: Severity, lowest: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(lowest);
}
