import type { Gateway } from '../../gateway/gateway.js';
import { withoutParameters } from '../../gateway/media-types.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { compose } from '../../render/compose.js';
import { startRendering } from '../../render/rendering.js';
import type { HttpIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { CustomResponse } from '../integration/custom-response.js';
import type { Received } from '../integration/received.js';
import { refuse } from '../response/refuse.js';
import { respond } from '../response/respond.js';
import { selectByText } from '../response/select-response.js';
import { requestVariables } from '../variables/request-variables.js';

/**
 * Renders the response of an `http` integration from that of its URL: its status selects the integration response.
 *
 * @param overrides what the request template overrides: `overrides` of `toHttpCall`.
 */
export function renderHttpAnswer(
  answer: Pick<HttpResponse, 'status' | 'headers' | 'body'>,
  integration: HttpIntegration,
  gateway: Gateway<'rest'>,
  request: HttpRequest,
  overrides: CustomOverrides,
): CustomResponse {
  const issues: CustomIssue[] = [];
  const selected = selectByText({ responses: integration.responses ?? [] }, String(answer.status), issues);
  const variables = requestVariables(request, gateway, overrides);
  const parts = selected && respond(selected, receivedFrom(answer), gateway, request, variables, issues);
  if (parts === undefined || isRefused(issues)) return refuse(issues, gateway, request);
  return { ...compose({ ...parts, isResult: true }, startRendering(gateway, request)), ok: true, issues };
}

function receivedFrom({ headers, body }: Pick<HttpResponse, 'headers' | 'body'>): Received {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return {
    payload: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
    bytes: body,
    ...(type !== undefined && { mediaType: withoutParameters(type) }),
    headers: Object.fromEntries(headers),
  };
}
