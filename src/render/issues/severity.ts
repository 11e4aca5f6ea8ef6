/**
 * How much an issue matters.
 *
 * * `error`: the gateway answers in place of the function.
 * * `warning`: it works, but not as its author will expect, or it relies on an assumption that the client could notice.
 * * `info`: it is true, and there is nothing to fix.
 */
export type Severity = 'error' | 'warning' | 'info';
