import { resolve } from '../../events/request/resolved-request.js';
import { readRequest } from '../../events/request/sent-request.js';
import { routeRest } from '../../events/routing/paths.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { JavaMap } from '../java/value.js';
import { once } from '../once.js';
import { createContext } from './context.js';
import { type RequestParts, requestParts } from './parameters.js';

/** What templates and mappings read of a request. It is worked out when it is asked for: most integrations need nothing of it. */
export interface RequestVariables {
  /** @throws GatewayError if the path doesn't lead to the route. */
  parts(): RequestParts;
  /** @throws GatewayError if the path doesn't lead to the route. */
  context(): JavaMap;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Whether the request's template may have overridden something. */
  readonly hasOverrides: boolean;
}

/** Prepares the variables of a request. */
export function requestVariables(request: HttpRequest, gateway: Gateway<'rest'>, carried: CustomOverrides | undefined): RequestVariables {
  const routed = once(() => routeRest(resolve(readRequest(request), gateway, gateway.route)));
  return {
    parts: once(() => requestParts(routed())),
    context: once(() => createContext(routed(), carried)),
    stageVariables: gateway.stageVariables ?? {},
    hasOverrides: carried?.responseOverride !== undefined,
  };
}
