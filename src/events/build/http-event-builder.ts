import type { LambdaFunctionURLEvent } from '../../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type { APIGatewayProxyEventAuthorizer } from '../../types/proxy-event-authorizer.js';
import type { APIGatewayProxyEventV2 } from '../../types/proxy-event-v2.js';
import type { APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';
import type { RouteParameters } from '../../types/route-parameters.js';
import type { BuildInit } from './event-builder.js';

/** The targets whose events are HTTP requests. */
export type HttpTarget = keyof RoutedEvent<string>;

/** The event of a route, by target. */
export interface RoutedEvent<TRoute extends string> {
  rest: APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, TRoute>;
  'http-1.0': APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, TRoute>;
  'http-2.0': APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined, TRoute>;
  'function-url': LambdaFunctionURLEvent;
}

/** Builds events of one target. If you pass a route, TypeScript knows its path parameters. */
export interface HttpEventBuilder<T extends HttpTarget> {
  /**
   * Builds an event.
   *
   * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
   */
  <const TRoute extends string = string>(init?: RoutedInit<T, TRoute>): RoutedEvent<TRoute>[T];
  /** Returns a builder with new defaults. Options override them one by one, and derived fields are recomputed. */
  with(defaults: BuildInit<RoutedEvent<string>[T]>): HttpEventBuilder<T>;
}

/** Options for a known route. A route with parameters requires a path or all parameters. */
export type RoutedInit<T extends HttpTarget, TRoute extends string> = Omit<
  BuildInit<RoutedEvent<string>[T]>,
  'route' | 'path' | 'pathParameters'
> & {
  /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: see {@link BuildInit}. */
  route?: TRoute;
} & PathInit<TRoute>;

type PathInit<TRoute extends string> = string extends TRoute
  ? Pick<BuildInit<unknown>, 'path' | 'pathParameters'>
  : TRoute extends `${string}{${string}`
    ? { path: string; pathParameters?: never } | { path?: never; pathParameters: ParameterValues<TRoute> }
    : { path?: string; pathParameters?: never };

type ParameterValues<TRoute extends string> = { readonly [Name in keyof RouteParameters<TRoute>]: string | number };
