import type { CustomExchange } from './local-exchange.js';

/** How many characters the event and the output have as JSON, by what the integration did. */
const SIZES = new WeakMap<CustomExchange, number>();

/** Remembers how many characters the event and the output of a custom integration have. */
export function rememberSize(custom: CustomExchange, size: number): void {
  SIZES.set(custom, size);
}

/** Returns the remembered number; 0 for another exchange. */
export function recallSize(custom: CustomExchange | undefined): number {
  return (custom && SIZES.get(custom)) ?? 0;
}
