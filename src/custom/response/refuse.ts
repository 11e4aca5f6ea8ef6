import { JSON_TYPE } from '../../aws/media-types.js';
import type { RefusalCode } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { encodeText } from '../../http/text.js';
import { compose } from '../../render/compose.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import { startRendering } from '../../render/rendering.js';
import type { CustomIssue, CustomIssueCode } from '../integration/custom-issue.js';
import type { CustomResponse } from '../integration/custom-response.js';
import { ownAnswer } from './own-answer.js';

/** What the gateway answers to an issue, and its message if that is not the usual one. Everything else is a 500. */
const ANSWERS: { readonly [Code in CustomIssueCode]?: readonly [type: FailureType, message?: string] } & Record<RefusalCode, unknown> = {
  'malformed-url': ['malformed-url'],
  'unsupported-content-encoding': ['unsupported-content-encoding'],
  'request-too-large': ['request-too-large'],
  'body-not-allowed': ['body-not-allowed'],
  'url-too-long': ['url-too-long'],
  'unsupported-media-type': ['unsupported-media-type'],
  'missing-parameters': ['bad-request-parameters'],
  'invalid-body': ['bad-request-body'],
  'body-mapping-failed': ['bad-request-body', 'Invalid JSON in request body'],
};

/**
 * The gateway's own answer, because of the first issue that is an error.
 *
 * @param message text in place of the usual one.
 */
export function refuse(issues: readonly CustomIssue[], gateway: Gateway<'rest'>, request: HttpRequest, message?: string): CustomResponse {
  const code = issues.find(({ severity }) => severity === 'error')?.code;
  return { ...answerTo(code, gateway, request, message), ok: false, issues };
}

function answerTo(code: CustomIssueCode | undefined, gateway: Gateway<'rest'>, request: HttpRequest, message?: string): HttpResponse {
  if (code === 'event-not-json' || code === 'body-not-json') return lambdaAnswer(gateway, request);
  const [type, usual] = (code === undefined ? undefined : ANSWERS[code]) ?? ['api-configuration'];
  return ownAnswer(type, gateway, request, message ?? usual);
}

// reported [issue-event-not-json]: Lambda itself rejects an event that is not JSON, with this body. assumed: the status.
function lambdaAnswer(gateway: Gateway<'rest'>, request: HttpRequest): HttpResponse {
  const body = encodeText('{"Type":"User","message":"Could not parse request body into json."}');
  return compose({ status: 400, type: [['Content-Type', JSON_TYPE]], fields: [], body, isResult: false }, startRendering(gateway, request));
}
