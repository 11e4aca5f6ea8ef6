// Result → HttpResponse: what the client receives for what a function returned, with issues.

export type { Evidence } from '../aws/evidence.js';
export type { GatewayResponse, GatewayResponses, GatewayResponseType } from '../gateway/gateway-responses.js';
export { preflight } from './answers/gateway-answer.js';
export { GatewayResponseError, type GatewayResponseErrorCode } from './answers/gateway-response-error.js';
export { assertNoIssues, ResultIssuesError } from './assert-no-issues.js';
export { ISSUE_CODES, type Issue, type IssueCode } from './issues/issues.js';
export {
  apiConfigurationError,
  type Failure,
  type FailureType,
  failure,
  forbidden,
  functionError,
  gatewayThrottled,
  noPermission,
  noRoute,
  type Payload,
  payload,
  quotaExceeded,
  requestTooLarge,
  responseTooLarge,
  throttled,
  timedOut,
  unauthorized,
  unknownUrl,
} from './outcome/outcome.js';
export { decodePrelude, encodePrelude, type Prelude } from './outcome/prelude.js';
export { type StreamedResult, streamedBytes, streamedResult } from './outcome/streamed-result.js';
export { checkResult, renderResult } from './render-result.js';
export type { StreamOptions } from './render-stream.js';
export { type RenderedStream, renderStream } from './render-stream.js';
export type { ContentCoding, RenderedResponse, RenderOptions, RenderTarget } from './types.js';
export { type RenderedMessage, renderMessage } from './websocket/render-message.js';
