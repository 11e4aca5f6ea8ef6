import { traceOf } from './thrown.js';

/**
 * Warns that `onExchange` threw on a running server, where nobody waits for the error. Node prints the warning and emits the event `warning`.
 */
export function warnOfListener(error: unknown): void {
  process.emitWarning(
    'onExchange threw an error. The client got its response, and the server keeps going. Catch the error in onExchange.',
    {
      type: 'ExchangeWarning',
      detail: traceOf(error),
    },
  );
}
