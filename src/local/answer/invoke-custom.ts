import type { CustomIntegration } from '../../custom/integration/custom-integration.js';
import type { CustomOutcome } from '../../custom/integration/custom-outcome.js';
import type { CustomResponse } from '../../custom/integration/custom-response.js';
import { type CustomEvent, toCustomEvent } from '../../custom/request/to-custom-event.js';
import { renderCustomResult } from '../../custom/response/render-custom-result.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { failure } from '../../render/failure.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { RenderedResponse } from '../../render/types.js';
import type { CustomRoute } from '../api/custom-route.js';
import { rememberSize } from '../api/custom-size.js';
import { isTextTooLargeForLambda } from '../api/limits.js';
import type { CustomExchange } from '../api/local-exchange.js';
import { reportOf } from '../function/runtime/error-report.js';
import { RUNTIMES } from '../function/runtime/lambda-runtime.js';
import { TaskTimeoutError } from '../function/task-timeout-error.js';
import { isError } from '../function/thrown.js';
import { copyEvent, type FunctionCall, invokeRoute, type RouteFunction, type RouteResult } from './invoke-route.js';

/** How a request to a custom integration ended. */
export interface CustomResult extends RouteResult {
  readonly custom: CustomExchange;
  /** The response. Absent if `result` is a failure that the gateway answers. */
  readonly response?: RenderedResponse;
}

/** Runs the request template, the handler and the response template. */
export async function invokeCustom(
  request: HttpRequest,
  gateway: Gateway<'rest'>,
  { integration }: CustomRoute,
  called: RouteFunction,
  call: FunctionCall,
): Promise<CustomResult> {
  const sent = toCustomEvent(request, integration, gateway);
  const { event, payload = '', response, issues } = sent;
  if (response !== undefined) return { custom: { event: undefined, issues }, result: undefined, response: withoutIssues(response) };
  // assumed: an event that is too large for Lambda gets the same answer as a request that is too large for the gateway.
  if (isTextTooLargeForLambda(payload)) return { custom: { event: undefined, issues }, result: failure('request-too-large') };
  const ended = await invokeRoute(called, copyEvent(event), call);
  const outcome = outcomeOf(ended, called, call);
  const answered = outcome === undefined ? { custom: { event, issues } } : answer(outcome, sent, integration, gateway, request);
  rememberSize(answered.custom, payload.length + (outcome !== undefined && 'payload' in outcome ? outcome.payload.length : 0));
  return { ...ended, ...answered };
}

function answer(
  outcome: CustomOutcome,
  { event, issues, overrides }: CustomEvent,
  integration: CustomIntegration,
  gateway: Gateway<'rest'>,
  request: HttpRequest,
): Pick<CustomResult, 'custom' | 'response'> {
  const response = renderCustomResult(outcome, integration, gateway, request, overrides);
  return { custom: { event, issues: [...issues, ...response.issues] }, response: withoutIssues(response) };
}

/** The issues are those of the integration, and stay with it. */
export function withoutIssues(response: CustomResponse): RenderedResponse {
  return { ...response, issues: [] };
}

/** The output of Lambda. `undefined` if the gateway answers, for example because it stopped waiting. */
function outcomeOf(ended: RouteResult, { runtime }: RouteFunction, { awsRequestId }: FunctionCall): CustomOutcome | undefined {
  if (!('error' in ended)) return outcomeOfResult(ended.result);
  const { error } = ended;
  // assumed: the words around Lambda's message for a function that ran too long.
  if (isError(error) && error instanceof TaskTimeoutError) {
    const errorMessage = `RequestId: ${awsRequestId} Error: ${error.message}`;
    return { payload: JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage }), isError: true };
  }
  const report = reportOf(error, RUNTIMES[runtime]);
  return { payload: JSON.stringify(report), isError: true };
}

/** A handler in a thread returns its payload, and a streaming one its bytes. */
function outcomeOfResult(result: unknown): CustomOutcome | undefined {
  const outcome = readOutcome(result);
  if (outcome === undefined) return serialise(result);
  if ('type' in outcome) return undefined;
  return { payload: 'text' in outcome ? outcome.text : new TextDecoder().decode(outcome.bytes) };
}

/** A value that can't be serialized is an error of the function. */
function serialise(returned: unknown): CustomOutcome {
  try {
    return { payload: JSON.stringify(returned) ?? 'null' };
  } catch {
    return { returned };
  }
}
