import type { LambdaFunctionURLEvent } from '../../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type { APIGatewayProxyEventAuthorizer } from '../../types/proxy-event-authorizer.js';
import type { APIGatewayProxyEventV2 } from '../../types/proxy-event-v2.js';
import type { APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';
import type { RouteParameters } from '../../types/route-parameters.js';
import type { BuildInit } from './event-builder.js';

/** The targets whose events stand for one HTTP request. */
export type HttpTarget = keyof RoutedEvent<string>;

/** The event of each target behind a route that is known. */
export interface RoutedEvent<TRoute extends string> {
  rest: APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer, TRoute>;
  'http-1.0': APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer, TRoute>;
  'http-2.0': APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer, TRoute>;
  'function-url': LambdaFunctionURLEvent;
}

/** Builds events of one target. A route in the init is known to the types: its parameters must be given, and the event has them. */
export interface HttpEventBuilder<T extends HttpTarget> {
  /**
   * Builds an event.
   *
   * @throws GatewayError when the init contradicts itself.
   */
  <const TRoute extends string = string>(init?: RoutedInit<T, TRoute>): RoutedEvent<TRoute>[T];
  /** A builder with other defaults; what an init says goes before them, option by option, and every mirrored field follows. */
  with(defaults: BuildInit<RoutedEvent<string>[T]>): HttpEventBuilder<T>;
}

/** An init whose route is known: a route with parameters asks for a path or for all of them. */
export type RoutedInit<T extends HttpTarget, TRoute extends string> = Omit<
  BuildInit<RoutedEvent<string>[T]>,
  'route' | 'path' | 'pathParameters'
> & {
  /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: as for {@link BuildInit}. */
  route?: TRoute;
} & PathInit<TRoute>;

type PathInit<TRoute extends string> = string extends TRoute
  ? Pick<BuildInit<unknown>, 'path' | 'pathParameters'>
  : TRoute extends `${string}{${string}`
    ? { path: string; pathParameters?: never } | { path?: never; pathParameters: ParameterValues<TRoute> }
    : { path?: string; pathParameters?: never };

type ParameterValues<TRoute extends string> = { readonly [Name in keyof RouteParameters<TRoute>]: string | number };
