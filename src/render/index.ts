// Result → HttpResponse: what the client receives for what a function returned, with issues.

export type { GatewayResponse, GatewayResponses, GatewayResponseType } from '../gateway/gateway-responses.js';
export { assertNoIssues, ResultIssuesError } from './assert-no-issues.js';
export type { Evidence } from './evidence.js';
export { preflight } from './gateway-answer.js';
export { GatewayResponseError, type GatewayResponseErrorCode } from './gateway-response-error.js';
export { ISSUE_CODES, type Issue, type IssueCode } from './issues.js';
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
} from './outcome.js';
export { decodePrelude, encodePrelude, type Prelude } from './prelude.js';
export { type RenderedMessage, renderMessage } from './render-message.js';
export { checkResult, renderResult } from './render-result.js';
export type { StreamOptions } from './render-stream.js';
export { type RenderedStream, renderStream } from './render-stream.js';
export { type StreamedResult, streamedBytes, streamedResult } from './streamed-result.js';
export type { ContentCoding, RenderedResponse, RenderOptions, RenderTarget } from './types.js';
