// Custom (non-proxy) integrations of REST APIs: mapping templates turn the request into the event, and the output into the response.

export type { Evidence } from '../aws/evidence.js';
export { GatewayError, type GatewayErrorCode } from '../gateway/error.js';
export type { Gateway } from '../gateway/gateway.js';
export { GatewayResponseError, type GatewayResponseErrorCode } from '../gateway/gateway-response-error.js';
export type {
  ContentHandling,
  CustomIntegration,
  HttpIntegration,
  IntegrationResponse,
  MethodRequest,
  MockIntegration,
  RequestMappingSource,
  ResponseMappingSource,
  TemplateIntegration,
  VariableSource,
} from './integration/custom-integration.js';
export type { CustomIssue, CustomIssueCode } from './integration/custom-issue.js';
export type { CustomOutcome, LambdaError } from './integration/custom-outcome.js';
export type { CustomOverrides } from './integration/custom-overrides.js';
export type { CustomResponse } from './integration/custom-response.js';
export type { IntegrationRequest } from './integration/integration-request.js';
export { renderMock } from './mock/render-mock.js';
export { type CustomEvent, toCustomEvent } from './request/to-custom-event.js';
export { renderCustomResult } from './response/render-custom-result.js';
