import type { RouteParameters } from '../../types/route-parameters.js';
import type { IsNever } from '../../types/type-fest.js';
import type { TargetEvent } from '../to-event.js';
import type { InitAuthorizer } from './built-authorizer.js';
import type { BuiltEvent, InitClientCert } from './built-event.js';
import type { BuildInit } from './event-builder.js';
import type { EventInit } from './event-init.js';
import type { ExpressRoute, Fix, MisnamedOptions, RouteOption } from './misnamed-option.js';

/** The targets whose events are HTTP requests. */
export type HttpTarget = keyof BuiltEvent;

/**
 * Builds events of one target. If you pass a route, TypeScript knows its path parameters; if you pass an authorizer, TypeScript knows what
 * it adds to the event.
 *
 * @typeParam T The target.
 * @typeParam TDefaultAuthorizer Type of `authorizer` among the defaults.
 * @typeParam TDefaultCert Type of `clientCert` among the defaults.
 */
export interface HttpEventBuilder<
  T extends HttpTarget,
  TDefaultAuthorizer extends InitAuthorizer = undefined,
  TDefaultCert extends InitClientCert = undefined,
> {
  // This signature has no comment, so editors show the comment and the example of the builder that you call.
  <
    const TRoute extends string = NoRoute,
    const TAuthorizer extends InitAuthorizer = TDefaultAuthorizer,
    TClientCert extends InitClientCert = TDefaultCert,
  >(
    init?: RoutedInit<T, TRoute, TAuthorizer, TClientCert>,
  ): BuiltEvent<TAuthorizer, RouteOf<TRoute>, TClientCert>[T];
  /** Returns a builder with new defaults. Options override them one by one, and derived fields are recomputed. */
  with<const TAuthorizer extends InitAuthorizer = TDefaultAuthorizer, TClientCert extends InitClientCert = TDefaultCert>(
    defaults: DefaultInit<T, TAuthorizer, TClientCert>,
  ): HttpEventBuilder<T, TAuthorizer, TClientCert>;
}

/** Options whose types the event follows. */
interface FollowedInit<TAuthorizer, TClientCert> {
  /** What the authorizer of the route adds to the event. Default: no authorizer. */
  authorizer?: TAuthorizer;
  /** The certificate that mutual TLS accepted. `true` stands for an example. Default: no mutual TLS. */
  clientCert?: TClientCert;
}

/** Options for every event of a builder. */
export type DefaultInit<T extends HttpTarget, TAuthorizer, TClientCert> = Omit<BuildInit<TargetEvent[T]>, keyof FollowedInit<0, 0>> &
  FollowedInit<TAuthorizer, TClientCert>;

/** Options for the events of one request for every target. */
export type EventsInit<TAuthorizer, TClientCert> = Omit<EventInit, keyof FollowedInit<0, 0>> &
  FollowedInit<TAuthorizer, TClientCert> &
  MisnamedOptions;

/** Options for a known route. A route with parameters requires a path or all parameters. */
export type RoutedInit<T extends HttpTarget, TRoute extends string, TAuthorizer = InitAuthorizer, TClientCert = InitClientCert> = Omit<
  BuildInit<TargetEvent[T]>,
  'path' | 'pathParameters' | 'route' | keyof FollowedInit<0, 0>
> &
  FollowedInit<TAuthorizer, TClientCert> & {
    /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: see {@link BuildInit}. */
    route?: RouteOption<TRoute>;
  } & PathInit<NoInfer<TRoute>>;

/** The route of a call without the option `route`. It is not `string`, which is a route that the compiler doesn't know. */
export type NoRoute = never;

/** The route of a built event. */
export type RouteOf<TRoute extends string> = IsNever<TRoute> extends true ? string : TRoute;

type PathInit<TRoute extends string> =
  IsNever<TRoute> extends true
    ? PathOnly | ParametersOnly<string, 'Pass `route` with `pathParameters`, and leave `path` out.'>
    : string extends TRoute
      ? AnyPath
      : TRoute extends ExpressRoute
        ? AnyPath
        : TRoute extends `${string}{${string}`
          ? { path: string; pathParameters?: never } | ParametersOnly<TRoute, 'Remove `path` or `pathParameters`.'>
          : { path?: string; pathParameters?: Fix<'This route has no parameters.'> };

type AnyPath = Pick<BuildInit<unknown>, 'path' | 'pathParameters'>;

interface PathOnly {
  path?: string;
  pathParameters?: never;
}

interface ParametersOnly<TRoute extends string, TFix extends string> {
  path?: Fix<TFix>;
  pathParameters: PathParametersOf<TRoute>;
}

type PathParametersOf<TRoute extends string> = { readonly [Name in keyof RouteParameters<TRoute>]: string | number };
