import { nowOf } from '../../gateway/clock.js';
import type { Gateway } from '../../gateway/gateway.js';
import { type GatewayIds, idsOf } from '../../gateway/ids.js';
import { type Endpoint, endpointOf } from '../../gateway/settings.js';
import { lastField } from './fields.js';
import type { SentRequest } from './sent-request.js';

/** A request and everything that the settings determine about it. It is created once and passed to every part of the event. */
export interface ResolvedRequest {
  readonly request: SentRequest;
  readonly gateway: Gateway;
  /** The route that matched; `undefined` for the target's default. */
  readonly route: string | undefined;
  readonly endpoint: Endpoint;
  readonly ids: Required<GatewayIds>;
  /** The moment of the request, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** WebSocket: when the connection opened, in milliseconds since the Unix epoch. */
  readonly connectedAt: number;
}

/**
 * Resolves a request for an event. It calls the clock once.
 *
 * @param route the route that matched; `undefined` for the target's default. It replaces the route of the settings.
 * @param planned the endpoint of the settings, if it is known already. A Host header can change it.
 */
export function resolve(request: SentRequest, gateway: Gateway, route: string | undefined, planned?: Endpoint): ResolvedRequest {
  const host = lastField(request.fields, 'host');
  const endpoint = planned === undefined || host !== undefined ? endpointOf(gateway, host) : planned;
  const now = nowOf(gateway);
  return { request, gateway, route, endpoint, ids: idsOf(gateway), now, connectedAt: gateway.connectedAt ?? now };
}
