import { checkRequestShape } from '../../events/request/check-request-shape.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { compose } from '../../render/compose.js';
import { startRendering } from '../../render/rendering.js';
import { checkIntegration } from '../integration/check-custom-integration.js';
import type { MockIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomResponse } from '../integration/custom-response.js';
import { translateRequest } from '../request/translate-request.js';
import type { ResponseParts } from '../response/finish-response.js';
import { refuse } from '../response/refuse.js';
import { respond } from '../response/respond.js';
import { selectByText } from '../response/select-response.js';
import { contentText } from '../template/content.js';
import { requestVariables } from '../variables/request-variables.js';
import { readStatus } from './read-status.js';

/**
 * Renders the response of a mock integration: the request template prints JSON with a `statusCode`, which selects the integration response. It
 * doesn't throw, whatever the client sends.
 *
 * @param request the request of the client.
 * @param integration the integration of the method: its templates, mappings and responses.
 * @param gateway the settings of the REST API. Default: all defaults.
 * @throws GatewayError if an argument has the wrong type; and, if a template or a mapping reads the request, what `toEvent` throws for a path
 *   that doesn't lead to the route.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 * @example
 * ```ts
 * import { renderMock } from 'apigw-proxy/custom';
 *
 * const requestTemplates = { 'application/json': '{"statusCode": 204}' };
 * const request = { method: 'GET', target: '/prod/health', headers: [] };
 * console.log(renderMock(request, { integration: 'mock', requestTemplates, responses: [{ statusCode: 204 }] }).status); // => 204
 * ```
 */
export function renderMock(
  request: HttpRequest,
  integration: MockIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
): CustomResponse {
  checkRequestShape(request);
  checkIntegration(integration, ['mock']);
  checkGateway(gateway);
  const issues: CustomIssue[] = [];
  const parts = answer(request, integration, gateway, issues);
  if (parts === undefined || isRefused(issues)) return refuse(issues, gateway, request);
  return { ...compose({ ...parts, isResult: true }, startRendering(gateway, request)), ok: true, issues };
}

/** A mock has no output: the response template reads an empty body. */
const NO_OUTPUT = { payload: '', headers: {} } as const;

function answer(
  request: HttpRequest,
  integration: MockIntegration,
  gateway: Gateway<'rest'>,
  issues: CustomIssue[],
): ResponseParts | undefined {
  const { content, overrides } = translateRequest(request, integration, gateway, requestVariables(request, gateway, undefined), issues);
  if (content === undefined || isRefused(issues)) return undefined;
  const status = readStatus(contentText(content));
  if (status === undefined) {
    issues.push(customIssue('mock-without-status', ['requestTemplates']));
    return undefined;
  }
  const selected = selectByText(integration, status, issues);
  return selected && respond(selected, NO_OUTPUT, gateway, request, requestVariables(request, gateway, overrides), issues);
}
