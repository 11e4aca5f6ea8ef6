/** The part of an event that determines its payload format. */
interface AnyEvent {
  readonly requestContext?: object | null | undefined;
}

interface Marks {
  readonly http?: unknown;
  readonly eventType?: unknown;
}

/**
 * Returns whether an event is in payload format 2.0, which HTTP APIs and function URLs use.
 *
 * The format depends on one key: `requestContext.http`. Other keys of that format prove nothing, because AWS adds keys to events without
 * notice: a REST event can have a `rawPath`, too.
 */
export function isPayload2<Event extends AnyEvent>(
  event: Event,
): event is Extract<Event, { readonly requestContext: { readonly http: unknown } }> {
  const http = marksOf(event)?.http;
  return typeof http === 'object' && http !== null;
}

/** Returns whether an event comes from a WebSocket API. That depends on one key: `requestContext.eventType`. */
export function isWebsocketEvent<Event extends AnyEvent>(
  event: Event,
): event is Extract<Event, { readonly requestContext: { readonly eventType: unknown } }> {
  return typeof marksOf(event)?.eventType === 'string';
}

function marksOf({ requestContext }: AnyEvent): Marks | null | undefined {
  return requestContext;
}
