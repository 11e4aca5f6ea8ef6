import { JSON_TYPE } from '../../aws/media-types.js';
import { checkCustomIntegration } from '../../gateway/check-custom-integration.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { type CustomIntegration, type CustomIssue, customIssue, type IntegrationResponse } from '../../gateway/custom-integration.js';
import type { Gateway } from '../../gateway/gateway.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { encodeText } from '../../http/text.js';
import { compose, type Parts } from '../compose.js';
import { startRendering } from '../rendering.js';
import { OWN_FAILURES } from '../targets/own-failures.js';
import { headerMappings } from './custom-mapping.js';
import { type LambdaError, type Settled, settleReturned, settleThrown } from './settled.js';

/** How an invocation ended: with a value, or with the error that the function threw. */
export type CustomOutcome = { readonly returned: unknown } | { readonly threw: LambdaError };

/** What the client receives, and what was found in the integration and the outcome. */
export interface CustomResponse extends HttpResponse {
  /** Whether an integration response answered. `false`: the gateway answered with a 500, or the library can't know the answer. */
  ok: boolean;
  /** What was found in the integration and the outcome. */
  issues: readonly CustomIssue[];
}

const PLAIN_POST: HttpRequest = { method: 'POST', target: '/', headers: [] };

/**
 * Renders the response that the client receives through a custom (non-proxy) integration: the outcome selects an integration response,
 * which sets the status and the headers; the body is the function's output as JSON. Never throws for what a function returned or threw. An
 * integration that needs a mapping template leads to an issue.
 *
 * @param gateway the settings of the REST API. Default: all defaults.
 * @param request the request that is answered. Default: a POST without headers.
 * @throws GatewayError if an argument has the wrong type.
 */
export function renderCustomResult(
  outcome: CustomOutcome,
  integration: CustomIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
  request: HttpRequest = PLAIN_POST,
): CustomResponse {
  checkCustomIntegration(integration);
  const rendering = startRendering(gateway, request);
  const issues: CustomIssue[] = [];
  const settled = settle(outcome);
  const selected = selectResponse(settled, integration, issues);
  const parts = selected && responseOf(selected.response, settled.output, ['responses', selected.index], issues);
  const isRejected = parts === undefined || issues.some(({ severity }) => severity === 'error');
  return { ...compose(isRejected ? configurationError() : parts, rendering), ok: !isRejected, issues };
}

function settle(outcome: CustomOutcome): Settled {
  if (isObject(outcome) && 'threw' in outcome) return settleThrown(outcome.threw);
  if (isObject(outcome) && 'returned' in outcome) return settleReturned(outcome.returned);
  throw invalidOption(['outcome'], 'an object with `returned` or `threw`', outcome, 'Pass { returned: value } or { threw: error }.');
}

interface Selected {
  readonly response: IntegrationResponse;
  readonly index: number;
}

// documented: the patterns are compared with the error's message. An error without a match and every success get the default response.
function selectResponse({ message }: Settled, { responses }: CustomIntegration, issues: CustomIssue[]): Selected | undefined {
  const candidates = responses.map((response, index) => ({ response, index }));
  const isDefault = ({ response: { selectionPattern = '' } }: Selected): boolean => selectionPattern === '';
  if (message !== undefined) {
    const found = candidates.find((candidate) => !isDefault(candidate) && matches(candidate, message, issues));
    if (found !== undefined) return found;
  }
  // documented: `.*` also matches a missing message, and replaces the default.
  const fallback = candidates.find(isDefault) ?? candidates.find(({ response }) => response.selectionPattern === '.*');
  if (fallback === undefined) issues.push(customIssue('no-response', ['responses']));
  else if (message !== undefined) issues.push(customIssue('error-as-success', ['responses', fallback.index]));
  return fallback;
}

// reported [custom-pattern-partial]: the pattern has to match the whole message. assumed: its dot matches no line break, as in Java.
function matches({ response: { selectionPattern = '' }, index }: Selected, message: string, issues: CustomIssue[]): boolean {
  try {
    return new RegExp(`^(?:${selectionPattern})$`).test(message);
  } catch {
    issues.push(customIssue('pattern-not-readable', ['responses', index, 'selectionPattern'], describeValue(selectionPattern)));
    return false;
  }
}

function responseOf(response: IntegrationResponse, output: unknown, path: CustomIssue['path'], issues: CustomIssue[]): Parts | undefined {
  const { statusCode: status, responseTemplates = {} } = response;
  if (Object.keys(responseTemplates).length > 0) {
    issues.push(customIssue('template-needs-vtl', [...path, 'responseTemplates']));
    return undefined;
  }
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    issues.push(customIssue('invalid-status', [...path, 'statusCode'], describeValue(status)));
    return undefined;
  }
  const fields = headerMappings(response, output, path, issues);
  const type = fields.filter(([name]) => name.toLowerCase() === 'content-type');
  return {
    status,
    // documented: the output passes as JSON.
    type: type.length > 0 ? type : [['Content-Type', JSON_TYPE]],
    fields: fields.filter((field) => !type.includes(field)),
    body: encodeText(JSON.stringify(output)),
    isResult: true,
  };
}

function configurationError(): Parts {
  const { status, body, errorType = '' } = OWN_FAILURES['api-configuration'].answers.rest;
  return {
    status,
    type: [['Content-Type', JSON_TYPE]],
    fields: [['x-amzn-ErrorType', errorType]],
    body: encodeText(body),
    isResult: false,
  };
}
