import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { RenderTarget } from '../../render/types.js';
import { defaultLimits, type LocalLimits, limitsOf } from './limits.js';

/** The settings of a route that go before those of its API. */
interface OwnSettings {
  readonly payload?: '1.0' | '2.0' | undefined;
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM' | undefined;
  readonly integrationTimeout?: number;
}

/** Returns the settings of the gateway for a route. */
export function routedGateway<T extends RenderTarget>(gateway: Gateway<T>, key: string, route: OwnSettings | undefined): Gateway<T> {
  const { payload, responseTransferMode } = route ?? {};
  return {
    ...gateway,
    route: key,
    ...(payload !== undefined && { target: `http-${payload}` as T }), // only routes of an HTTP API have a payload format
    ...(responseTransferMode !== undefined && { responseTransferMode }),
  };
}

/**
 * Returns the limits of a route.
 *
 * @param gateway the settings of the gateway for the route.
 * @param given the limits that the API sets itself.
 */
export function routedLimits(
  { integrationTimeout: timeout }: OwnSettings,
  gateway: Gateway<RenderTarget>,
  given: Partial<LocalLimits> | undefined,
): LocalLimits {
  return { ...limitsOf(defaultLimits(gateway), given), ...dropUndefined({ timeout }) };
}
