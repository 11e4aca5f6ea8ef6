import type { CustomIntegration, HttpIntegration, MockIntegration } from '../../custom/integration/custom-integration.js';
import type { LocalRoute } from './local-route.js';

/** A handler behind a custom (non-proxy) integration. REST only. */
export interface CustomRoute extends Omit<LocalRoute<unknown>, 'integration'> {
  /** The integration. Its templates make the event of the handler, and the response. */
  readonly integration: CustomIntegration;
}

/** A route without a function. REST only. */
export interface FunctionlessRoute extends Omit<LocalRoute<unknown>, 'integration' | 'handler' | 'timeout' | 'responseTransferMode'> {
  /** A route without a function has no handler. */
  readonly handler?: undefined;
  readonly timeout?: undefined;
  readonly responseTransferMode?: undefined;
  /** A mock, which the gateway answers itself, or an HTTP integration, which sends each request to a URL. */
  readonly integration: MockIntegration | HttpIntegration;
}

/** The routes with a custom, mock or HTTP integration that each target has. */
export interface CustomRoutes {
  rest: CustomRoute | FunctionlessRoute;
  'http-1.0': never;
  'http-2.0': never;
  'function-url': never;
}

/** Whether a route has no function. */
export function isFunctionless(route: CustomRoute | FunctionlessRoute): route is FunctionlessRoute {
  return route.integration.integration !== 'custom';
}
