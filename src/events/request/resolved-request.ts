import { nowOf } from '../../gateway/clock.js';
import type { Gateway } from '../../gateway/gateway.js';
import { type GatewayIds, idsOf } from '../../gateway/ids.js';
import { type Endpoint, endpointOf } from '../../gateway/settings.js';
import type { HttpRequest } from '../../http/request.js';

/** A request and everything that the settings determine about it. It is created once and passed to every part of the event. */
export interface ResolvedRequest {
  readonly request: HttpRequest;
  readonly gateway: Gateway;
  readonly endpoint: Endpoint;
  readonly ids: Required<GatewayIds>;
  /** The moment of the request, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** The body, if the event contains it as exactly this text. `request.body` is absent then. */
  readonly text: string | undefined;
}

/** Resolves a request for an event. It calls the clock once. */
export function resolve(request: HttpRequest, gateway: Gateway, text?: string): ResolvedRequest {
  return { request, gateway, endpoint: endpointOf(gateway, request), ids: idsOf(gateway), now: nowOf(gateway), text };
}
