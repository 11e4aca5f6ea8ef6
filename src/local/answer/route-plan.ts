import type { TargetEvent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import type { RenderTarget } from '../../render/types.js';
import { type CustomRoute, type FunctionlessRoute, isFunctionless } from '../api/custom-route.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalRoute } from '../api/local-route.js';
import { routedGateway, routedLimits } from '../api/route-settings.js';
import { authorizerOf } from '../authorize/authorize.js';
import type { ContextInit } from '../function/build-context.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { functionOf, type RouteFunction } from './invoke-route.js';

/** A route, and everything about its requests that doesn't depend on the request. */
export type RoutePlan<T extends RenderTarget> = FunctionPlan<T> | FunctionlessPlan<T>;

/** The plan of a route that calls a function. */
export interface FunctionPlan<T extends RenderTarget> extends SharedPlan<T> {
  readonly route: LocalRoute<TargetEvent[T]> | CustomRoute;
  /** The function that the route calls. */
  readonly called: RouteFunction;
}

/** The plan of a route without a function. */
interface FunctionlessPlan<T extends RenderTarget> extends SharedPlan<T> {
  readonly route: FunctionlessRoute;
  readonly called?: undefined;
}

interface SharedPlan<T extends RenderTarget> {
  readonly key: string;
  /** The settings of the gateway for the route, without those of a single request. */
  readonly gateway: Gateway<T>;
  readonly limits: LocalLimits;
  /** Name of the route's authorizer. `undefined` for none. */
  readonly authorizer: string | undefined;
  /** Whether the response is streamed. */
  readonly streams: boolean;
}

/** The settings of an API that its routes share. */
export interface PlannedApi<T extends RenderTarget> {
  readonly settings: Gateway<T>;
  /** Name of the authorizer for routes that don't name one. `undefined` for none. */
  readonly authorizer: string | undefined;
  /** The limits that the API sets itself. `undefined` for none. */
  readonly limits: Partial<LocalLimits> | undefined;
  readonly context: ContextInit;
  readonly runtime: LambdaRuntime;
}

/** Plans a route. */
export function planRoute<T extends RenderTarget>(
  key: string,
  route: LocalRoute<TargetEvent[T]> | CustomRoute | FunctionlessRoute,
  { settings, authorizer, limits, context, runtime }: PlannedApi<T>,
): RoutePlan<T> {
  const gateway = routedGateway(settings, key, route);
  const shared: SharedPlan<T> = {
    key,
    gateway,
    limits: routedLimits(route, gateway, limits),
    authorizer: authorizerOf(route, authorizer),
    streams: isStreaming(gateway),
  };
  if (route.integration !== undefined && isFunctionless(route)) return { ...shared, route };
  return { ...shared, route, called: functionOf(route, context, runtime) };
}
