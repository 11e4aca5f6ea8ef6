// Result → HttpResponse: what the client receives for what a function returned, with issues.

export type { Evidence } from '../aws/evidence.js';
export type { ConfiguredCors } from '../gateway/cors.js';
export { GatewayResponseError, type GatewayResponseErrorCode } from '../gateway/gateway-response-error.js';
export type { CustomizedResponses, GatewayResponse, GatewayResponses, GatewayResponseType } from '../gateway/gateway-responses.js';
export { configureCors } from './answers/configure-cors.js';
export { customizeResponses } from './answers/gateway-response.js';
export { preflight } from './answers/preflight.js';
export { type AssertOptions, assertNoIssues } from './assert-no-issues.js';
export { checkResult } from './check-result.js';
export { checked } from './checked.js';
export { checkedWebsocket } from './checked-websocket.js';
export {
  apiConfigurationError,
  failure,
  forbidden,
  functionError,
  gatewayThrottled,
  noPermission,
  noRoute,
  quotaExceeded,
  requestTooLarge,
  responseTooLarge,
  throttled,
  timedOut,
  unauthorized,
  unknownUrl,
} from './failure.js';
export { ISSUE_CODES } from './issue-codes.js';
export { explainIssue } from './issues/explain-issue.js';
export type { ExplainedIssue, Issue, IssueCode } from './issues/issue.js';
export type { Severity } from './issues/severity.js';
export type { FailureType } from './outcome/failure-type.js';
export type { Failure, Payload, StreamedResult } from './outcome/outcome.js';
export { decodePrelude, encodePrelude, type Prelude } from './outcome/prelude.js';
export { payload } from './payload.js';
export { renderResult } from './render-result.js';
export { type RenderedStream, renderStream, type StreamOptions } from './render-stream.js';
export { ResultIssuesError } from './result-issues-error.js';
export { streamedBytes, streamedResult } from './streamed-result.js';
export type { ContentCoding, RenderedResponse, RenderOptions, RenderTarget } from './types.js';
export { renderHandshake } from './websocket/render-handshake.js';
export { type RenderedMessage, renderMessage } from './websocket/render-message.js';
export type { CheckedHandler, CheckedOptions } from './with-check.js';
