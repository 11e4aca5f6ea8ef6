import type { CustomIntegration } from '../../custom/integration/custom-integration.js';
import type { LocalRoute } from './local-route.js';

/** A handler behind a custom (non-proxy) integration. REST only. */
export interface CustomRoute extends Omit<LocalRoute<unknown>, 'integration'> {
  /** The integration. Its templates make the event of the handler, and the response. */
  readonly integration: CustomIntegration;
}

/** The routes with a custom integration that each target has. */
export interface CustomRoutes {
  rest: CustomRoute;
  'http-1.0': never;
  'http-2.0': never;
  'function-url': never;
}
