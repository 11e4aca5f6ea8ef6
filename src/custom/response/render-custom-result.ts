import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import { endpointOf } from '../../gateway/settings.js';
import type { HttpRequest } from '../../http/request.js';
import { compose } from '../../render/compose.js';
import { startRendering } from '../../render/rendering.js';
import { checkCustomIntegration } from '../integration/check-custom-integration.js';
import type { CustomIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomOutcome } from '../integration/custom-outcome.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { CustomResponse } from '../integration/custom-response.js';
import { requestVariables } from '../variables/request-variables.js';
import { refuse } from './refuse.js';
import { respond } from './respond.js';
import { selectResponse } from './select-response.js';
import { errorMessageOf, isProxyResult, settle } from './settle.js';

/**
 * Renders the response that the client receives through a custom (non-proxy) integration: selects the integration response, runs its mapping
 * template, and maps headers. It doesn't throw for what a function returned or threw.
 *
 * @param outcome how the invocation ended.
 * @param integration the integration of the method: its responses and their templates.
 * @param gateway the settings of the REST API. Default: all defaults.
 * @param request the request that is answered. Default: a POST to the root of the stage, without headers.
 * @param overrides what the request template overrides: `overrides` of `toCustomEvent`. Default: nothing.
 * @throws GatewayError if an argument has the wrong type; and, if a template or a mapping reads the request, what `toEvent` throws for a path
 *   that doesn't lead to the route.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 * @example
 * ```ts
 * import { renderCustomResult } from 'apigw-proxy/custom';
 *
 * const integration = {
 *   integration: 'custom',
 *   requestTemplates: { 'application/json': `{"id": "$input.params('id')"}` },
 *   responses: [{ statusCode: 200 }, { statusCode: 404, selectionPattern: 'No such .*' }],
 * } as const;
 * console.log(renderCustomResult({ returned: { id: 7 } }, integration).status); // => 200
 * console.log(renderCustomResult({ threw: new Error('No such user') }, integration).status); // => 404
 * ```
 */
export function renderCustomResult(
  outcome: CustomOutcome,
  integration: CustomIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
  request?: HttpRequest,
  overrides?: CustomOverrides,
): CustomResponse {
  checkCustomIntegration(integration);
  checkGateway(gateway);
  const [answered, settings] = request === undefined ? plainPost(gateway) : [request, gateway];
  const rendering = startRendering(settings, answered);
  const issues: CustomIssue[] = [];
  const settled = settle(outcome);
  const selected = selectResponse(integration, settled.message, issues);
  if (settled.message === undefined && errorMessageOf(settled.payload) !== undefined)
    issues.push(customIssue('error-message-in-output', []));
  if (settled.message === undefined && isProxyResult(settled.payload)) issues.push(customIssue('proxy-result', []));
  const parts = selected && respond(selected, settled, settings, answered, requestVariables(answered, settings, overrides), issues);
  if (parts === undefined || isRefused(issues)) return refuse(issues, settings, answered);
  return { ...compose({ ...parts, isResult: true }, rendering), ok: true, issues };
}

/** The root of the stage has no route, so a route in the settings is ignored. */
function plainPost(gateway: Gateway<'rest'>): [HttpRequest, Gateway<'rest'>] {
  const { route: _, ...withoutRoute } = gateway;
  return [{ method: 'POST', target: `/${endpointOf(gateway).stage}`, headers: [] }, withoutRoute];
}
