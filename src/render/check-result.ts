import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { answer } from './answer.js';
import { explainIssues } from './issues/explain.js';
import type { ExplainedIssue } from './issues/issue.js';
import { RESPONSE_SENTENCES } from './issues/response-sentences.js';
import { RESULT_SENTENCES } from './issues/result-sentences.js';
import { type Findings, isWebsocket, PLAIN_GET, startRendering } from './rendering.js';
import type { RenderTarget } from './types.js';
import { findWebsocketCode } from './websocket-code.js';

/**
 * Checks a function's result: returns everything that makes the gateway reject it, or treat it in a way that you may not expect.
 * Every issue explains the cause and the fix.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered. Default: a GET without headers.
 * @throws as `renderResult`, but for settings of what a gateway adds to a response, such as `now`, which it doesn't read.
 * @example
 * ```ts
 * import { checkResult } from 'apigw-proxy';
 *
 * const [issue] = checkResult({ statusCode: 200, body: { id: 1 } }, { target: 'rest' });
 * console.log(issue?.code, issue?.fix); // => body-not-text Return `JSON.stringify(...)` as `body`.
 * ```
 */
export function checkResult(result: unknown, gateway: Gateway, request: HttpRequest = PLAIN_GET): readonly ExplainedIssue[] {
  const { issues, explanations } = isWebsocket(gateway)
    ? findWebsocketCode().find(result, gateway)
    : findIssues(result, gateway as Gateway<RenderTarget>, request); // the other targets are RenderTargets
  return issues.length === 0 ? [] : explainIssues(issues, [...explanations, RESULT_SENTENCES, RESPONSE_SENTENCES]);
}

/** Finds what `renderResult` finds, composes no response and encodes no text. */
function findIssues(result: unknown, gateway: Gateway<RenderTarget>, request: HttpRequest): Findings {
  const rendering = startRendering(gateway, request);
  answer(result, rendering);
  return rendering;
}
