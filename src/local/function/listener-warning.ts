import { traceOf } from './thrown.js';

/**
 * Tells the process what a listener of exchanges threw, where nobody waits for it: the client has its answer, and the server goes on.
 * Node prints a warning and emits the event `warning`.
 */
export function warnOfListener(error: unknown): void {
  process.emitWarning('onExchange threw. Catch it there: the client has its answer, and the server goes on.', {
    type: 'ExchangeWarning',
    detail: traceOf(error),
  });
}
