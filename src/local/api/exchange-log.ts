import { recallSize } from './custom-size.js';
import type { LocalExchange } from './local-exchange.js';
import type { WebsocketExchange } from './websocket-exchange.js';

/** The last exchanges of an API. */
export interface ExchangeLog<E> {
  /** The exchanges that are kept, oldest first. */
  readonly exchanges: readonly E[];
  /** Keeps an exchange, and drops the oldest ones if there are too many. */
  add(exchange: E): void;
}

/** How much memory the bodies of kept exchanges, and the events and results of custom integrations, may use together, in bytes. The last exchange is always kept. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Creates a log of exchanges. */
export function createExchangeLog<E extends LocalExchange | WebsocketExchange>(keep: number): ExchangeLog<E> {
  const exchanges: E[] = [];
  const sizes: number[] = [];
  let bytes = 0;
  return {
    exchanges,
    add(exchange) {
      const size = sizeOf(exchange);
      exchanges.push(exchange);
      sizes.push(size);
      bytes += size;
      while (exchanges.length > keep || (bytes > MOST_BYTES && exchanges.length > 1)) {
        exchanges.shift();
        bytes -= sizes.shift() ?? 0;
      }
    },
  };
}

/**
 * Estimates the memory of an exchange: each body is there twice, as bytes and in the event or the result. Templates can make any event of a
 * body, and any response of a result.
 */
function sizeOf(exchange: LocalExchange | WebsocketExchange): number {
  const { request, event, response } = exchange;
  const made = 'custom' in exchange ? recallSize(exchange.custom) : 0;
  const sent = 'status' in response ? response.body.length : (response.frame?.length ?? 0);
  const given = request.body?.length ?? 0;
  // A compressed body can be a thousand times larger in the event.
  const inEvent = event !== undefined && 'body' in event ? (event.body?.length ?? 0) : 0;
  return given + Math.max(given, inEvent) + 2 * sent + made;
}
