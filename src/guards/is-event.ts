import type { EventKind, EventOfKind } from '../types/event-kind.js';
import { detectEvent } from './detect-event.js';

/**
 * Returns whether an event is of one of the given kinds, and narrows its type.
 *
 * The whole event has to be valid, as for `detectEvent`.
 *
 * @param value anything, such as JSON that was parsed.
 * @param kinds kinds that `detectEvent` returns, such as `'rest'`.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildHttpEvent, isEvent } from 'apigw-proxy';
 *
 * const event: unknown = buildHttpEvent({ path: '/pets' });
 * if (isEvent(event, 'rest', 'http-1.0')) console.log(event.path);
 * if (isEvent(event, 'http-2.0')) console.log(event.rawPath); // => /pets
 * ```
 */
export function isEvent<Kind extends Exclude<EventKind, 'unknown'>>(value: unknown, ...kinds: readonly Kind[]): value is EventOfKind[Kind] {
  const kind: EventKind = detectEvent(value);
  return kinds.some((wanted) => wanted === kind);
}
