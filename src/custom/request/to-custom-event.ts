import { checkRequestShape } from '../../events/request/check-request-shape.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { checkCustomIntegration } from '../integration/check-custom-integration.js';
import type { CustomIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { CustomResponse } from '../integration/custom-response.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import { describeJsonFault } from '../json/json-fault.js';
import { refuse } from '../response/refuse.js';
import { contentText } from '../template/content.js';
import { requestVariables } from '../variables/request-variables.js';
import { translateRequest } from './translate-request.js';

/** What a custom integration makes of a request. */
export interface CustomEvent {
  /** The event of the function: any JSON value. `undefined` if the function is not invoked. */
  readonly event: unknown;
  /** The text that the gateway sends to Lambda. `undefined` if it sends nothing. Lambda rejects text that is not JSON. */
  readonly payload: string | undefined;
  /** Headers, query and path parameters of the request to Lambda. The function sees none of them. */
  readonly integrationRequest: IntegrationRequest;
  /** What the template overrides. Pass it to `renderCustomResult`. */
  readonly overrides: CustomOverrides;
  /** The response of the client if the function is not invoked, else absent. */
  readonly response?: CustomResponse;
  /** Findings about the request and the template. */
  readonly issues: readonly CustomIssue[];
}

/**
 * Translates a request into the event of a custom (non-proxy) integration: validates it, maps parameters, and runs the mapping template. It
 * doesn't throw, whatever the client sends. If the gateway answers itself, `response` has the answer.
 *
 * @param request the request of the client.
 * @param integration the integration of the method: its templates, mappings and responses.
 * @param gateway the settings of the REST API. Default: the defaults of every setting.
 * @throws GatewayError `invalid-option` or `missing-option` if an argument has the wrong type; and, if a template, a mapping or a check needs
 *   parameters, what `toEvent` throws for a path that doesn't lead to the route.
 * @throws GatewayResponseError if a gateway response needs what this library does not do.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 * @example
 * ```ts
 * import { toCustomEvent } from 'apigw-proxy/custom';
 *
 * const integration = {
 *   integration: 'custom',
 *   requestTemplates: { 'application/json': `{"id": "$input.params('id')"}` },
 *   responses: [{ statusCode: 200 }, { statusCode: 404, selectionPattern: 'No such .*' }],
 * } as const;
 * const request = { method: 'GET', target: '/prod/users/7', headers: [] };
 * console.log(toCustomEvent(request, integration, { target: 'rest', route: 'GET /users/{id}' }).event); // => { id: '7' }
 * ```
 */
export function toCustomEvent(
  request: HttpRequest,
  integration: CustomIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
): CustomEvent {
  checkRequestShape(request);
  checkCustomIntegration(integration);
  checkGateway(gateway);
  const issues: CustomIssue[] = [];
  const variables = requestVariables(request, gateway, undefined);
  const { content, isMapped, integrationRequest, overrides, message } = translateRequest(request, integration, gateway, variables, issues);
  const payload = content && contentText(content);
  const event = payload === undefined || isRefused(issues) ? undefined : parseEvent(payload, isMapped, issues);
  const translated = { event, payload, integrationRequest, overrides, issues };
  return isRefused(issues) ? { ...translated, event: undefined, response: refuse(issues, gateway, request, message) } : translated;
}

// recorded [no-body-no-template-is-empty-object]: nothing is an empty object. assumed: also if a template prints nothing.
function parseEvent(payload: string, isMapped: boolean, issues: CustomIssue[]): unknown {
  if (payload === '') return {};
  try {
    return JSON.parse(payload);
  } catch {
    const code = isMapped ? 'event-not-json' : 'body-not-json';
    issues.push(customIssue(code, isMapped ? ['requestTemplates'] : [], `${describeJsonFault(payload)}.`));
    return undefined;
  }
}
