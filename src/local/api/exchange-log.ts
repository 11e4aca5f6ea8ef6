import type { HttpRequest } from '../../http/request.js';
import { recallSize } from './custom-size.js';
import type { CustomExchange } from './local-exchange.js';

/** An exchange that is over. Most exchanges are dropped before anybody reads them, so they are put together only then. */
export interface FinishedExchange<E> {
  /** An estimate of its memory, in bytes. */
  readonly size: number;
  /** Returns the exchange, the same one each time. */
  readonly read: () => E;
}

/** The last exchanges of an API. */
export interface ExchangeLog<E> {
  /** Returns the exchanges that are kept, oldest first. It is the same array each time, and exchanges that are added later appear in it. */
  readAll(): readonly E[];
  /** Returns the newest exchange. `undefined` before the first one. */
  readLast(): E | undefined;
  /** Keeps an exchange, and drops the oldest ones if there are too many. */
  add(exchange: FinishedExchange<E>): void;
}

/** How much memory the bodies of kept exchanges, and the events and results of custom integrations, may use together, in bytes. The last exchange is always kept. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Creates a log of exchanges. */
export function createExchangeLog<E>(keep: number): ExchangeLog<E> {
  const exchanges: E[] = [];
  /** The exchanges after those, which nobody has read. */
  const unread: FinishedExchange<E>[] = [];
  const sizes: number[] = [];
  let bytes = 0;
  let isWatched = false;
  function read(): readonly E[] {
    for (const finished of unread.splice(0)) exchanges.push(finished.read());
    return exchanges;
  }
  return {
    readAll() {
      isWatched = true;
      return read();
    },
    readLast: () => read().at(-1),
    add(finished) {
      unread.push(finished);
      sizes.push(finished.size);
      bytes += finished.size;
      while (sizes.length > keep || (bytes > MOST_BYTES && sizes.length > 1)) {
        if (exchanges.length > 0) exchanges.shift();
        else unread.shift();
        bytes -= sizes.shift() ?? 0;
      }
      if (isWatched) read();
    },
  };
}

/**
 * Estimates the memory of an exchange, in bytes: each body is there twice, as bytes and in the event or the result. Templates can make any
 * event of a body, and any response of a result.
 *
 * @param event the event, if the request has a body.
 * @param sent the length of the response or the message.
 */
export function sizeOfExchange(
  { body }: HttpRequest,
  event: { readonly body?: string | null } | undefined,
  sent: number,
  custom?: CustomExchange,
): number {
  const given = body?.length ?? 0;
  // A compressed body can be a thousand times larger in the event.
  return given + Math.max(given, event?.body?.length ?? 0) + 2 * sent + recallSize(custom);
}
