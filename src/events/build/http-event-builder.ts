import type { RouteParameters } from '../../types/route-parameters.js';
import type { TargetEvent } from '../to-event.js';
import type { InitAuthorizer } from './built-authorizer.js';
import type { BuiltEvent, InitClientCert } from './built-event.js';
import type { BuildInit } from './event-builder.js';
import type { EventInit } from './event-init.js';

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
    const TRoute extends string = string,
    const TAuthorizer extends InitAuthorizer = TDefaultAuthorizer,
    TClientCert extends InitClientCert = TDefaultCert,
  >(
    init?: RoutedInit<T, TRoute, TAuthorizer, TClientCert>,
  ): BuiltEvent<TAuthorizer, TRoute, TClientCert>[T];
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
export type EventsInit<TAuthorizer, TClientCert> = Omit<EventInit, keyof FollowedInit<0, 0>> & FollowedInit<TAuthorizer, TClientCert>;

/** Options for a known route. A route with parameters requires a path or all parameters. */
export type RoutedInit<T extends HttpTarget, TRoute extends string, TAuthorizer = InitAuthorizer, TClientCert = InitClientCert> = Omit<
  BuildInit<TargetEvent[T]>,
  'path' | 'pathParameters' | 'route' | keyof FollowedInit<0, 0>
> &
  FollowedInit<TAuthorizer, TClientCert> & {
    /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: see {@link BuildInit}. */
    route?: TRoute;
  } & PathInit<TRoute>;

type PathInit<TRoute extends string> = string extends TRoute
  ? Pick<BuildInit<unknown>, 'path' | 'pathParameters'>
  : TRoute extends `${string}{${string}`
    ? { path: string; pathParameters?: never } | { path?: never; pathParameters: ParameterValues<TRoute> }
    : { path?: string; pathParameters?: never };

type ParameterValues<TRoute extends string> = { readonly [Name in keyof RouteParameters<TRoute>]: string | number };
