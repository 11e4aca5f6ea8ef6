import { renderHttpAnswer } from '../../custom/http/render-http-answer.js';
import { type SentCall, toHttpCall } from '../../custom/http/to-http-call.js';
import type { HttpIntegration, MockIntegration } from '../../custom/integration/custom-integration.js';
import type { CustomIssue } from '../../custom/integration/custom-issue.js';
import { renderMock } from '../../custom/mock/render-mock.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { decodeLatin1, encodeText } from '../../http/text.js';
import { failure } from '../../render/failure.js';
import { fromFetchResponse } from '../../results/from-fetch-response.js';
import { LATE, waitUpTo } from '../function/wait-up-to.js';
import { fetchPlain } from './fetch-plain.js';
import { type CustomResult, withoutIssues } from './invoke-custom.js';

/** Answers a request to a route without a function. */
export async function answerFunctionless(
  request: HttpRequest,
  gateway: Gateway<'rest'>,
  integration: MockIntegration | HttpIntegration,
  patience: number,
): Promise<CustomResult> {
  if (integration.integration !== 'mock') return callUrl(request, gateway, integration, patience);
  const response = renderMock(request, integration, gateway);
  return { ...notedBy(response.issues), response: withoutIssues(response) };
}

function notedBy(issues: readonly CustomIssue[]): Pick<CustomResult, 'custom' | 'result'> {
  return { custom: { event: undefined, issues }, result: undefined };
}

async function callUrl(
  request: HttpRequest,
  gateway: Gateway<'rest'>,
  integration: HttpIntegration,
  patience: number,
): Promise<CustomResult> {
  const { sent, overrides, response, issues } = toHttpCall(request, integration, gateway);
  if (sent === undefined) return { ...notedBy(issues), ...(response && { response: withoutIssues(response) }) };
  const answer = await send(sent, patience);
  if (!(answer instanceof Response)) return { ...notedBy(issues), ...answer };
  if (integration.integration === 'http-proxy') return { ...notedBy(issues), result: await fromFetchResponse(answer, 'rest') };
  const { status } = answer;
  const received = { status, headers: [...answer.headers], body: new Uint8Array(await answer.arrayBuffer()) };
  const rendered = renderHttpAnswer(received, integration, gateway, request, overrides);
  return { ...notedBy([...issues, ...rendered.issues]), response: withoutIssues(rendered) };
}

/** Sends a request. Returns a failure if the server can't be reached, or its whole answer doesn't arrive in time. */
async function send(
  { url, method, headers, body }: SentCall,
  patience: number,
): Promise<Response | Pick<CustomResult, 'result' | 'error'>> {
  const stop = new AbortController();
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  const sent = new Headers(headers.map(([name, value]): [string, string] => [name, toByteString(value)]));
  try {
    const settings = { method, headers: sent, signal: stop.signal, ...(hasBody && { body: body.slice() }) };
    const answer = await waitUpTo(patience, fetchPlain(url, settings).then(readWhole));
    if (answer !== LATE) return answer;
    stop.abort();
    return { result: failure('timeout') };
  } catch (cause) {
    const error = new Error(`${url.origin} can't be reached, or closed the connection too early.`, { cause });
    return { result: failure('integration-failure'), error };
  }
}

/** assumed: a value with other characters than those of ISO-8859-1 is sent as UTF-8. */
function toByteString(value: string): string {
  return /[\u0100-\uffff]/.test(value) ? decodeLatin1(encodeText(value)) : value;
}

async function readWhole(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, answer);
}
