export { preflight } from './gateway-answer.js';
export { type Evidence, ISSUE_CODES, type Issue, type IssueCode } from './issues.js';
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
export { checkResult, renderResult } from './render-result.js';
export type { ContentCoding, RenderedResponse, RenderOptions, RenderTarget } from './types.js';
