import type { TargetEvent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import type { RenderTarget } from '../../render/types.js';
import type { CustomRoute } from '../api/custom-route.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalRoute } from '../api/local-route.js';
import { routedGateway, routedLimits } from '../api/route-settings.js';
import { authorizerOf } from '../authorize/authorize.js';
import type { ContextInit } from '../function/build-context.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { functionOf, type RouteFunction } from './invoke-route.js';

/** A route, and everything about its requests that doesn't depend on the request. */
export interface RoutePlan<T extends RenderTarget> {
  readonly key: string;
  readonly route: LocalRoute<TargetEvent[T]> | CustomRoute;
  /** The settings of the gateway for the route, without those of a single request. */
  readonly gateway: Gateway<T>;
  readonly limits: LocalLimits;
  /** Name of the route's authorizer. `undefined` for none. */
  readonly authorizer: string | undefined;
  /** The function that the route calls. */
  readonly called: RouteFunction;
  /** Whether the response is streamed. */
  readonly streams: boolean;
}

/** The settings of an API that its routes share. */
export interface PlannedApi<T extends RenderTarget> {
  readonly settings: Gateway<T>;
  /** Name of the authorizer for routes that don't name one. `undefined` for none. */
  readonly authorizer: string | undefined;
  readonly limits: LocalLimits;
  /** The limits that the API sets itself. `undefined` for none. */
  readonly ownLimits: Partial<LocalLimits> | undefined;
  readonly context: ContextInit;
  readonly runtime: LambdaRuntime;
}

/** Plans a route. */
export function planRoute<T extends RenderTarget>(
  key: string,
  route: LocalRoute<TargetEvent[T]> | CustomRoute,
  { settings, authorizer, limits, ownLimits, context, runtime }: PlannedApi<T>,
): RoutePlan<T> {
  const gateway = routedGateway(settings, key, route);
  return {
    key,
    route,
    gateway,
    limits: routedLimits(route, gateway, limits, ownLimits),
    authorizer: authorizerOf(route, authorizer),
    called: functionOf(route, context, runtime),
    streams: isStreaming(gateway),
  };
}
