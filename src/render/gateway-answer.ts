import type { Gateway } from '../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { encodeText } from '../http/text.js';
import { compose } from './compose.js';
import { corsFields, corsOf, isPreflight, preflightFields } from './cors.js';
import { answerTo } from './failures.js';
import type { FailureType } from './outcome.js';
import type { RenderTarget } from './types.js';

const NO_BODY = new Uint8Array(0);

/**
 * The answer to a CORS preflight request: 204 with the configured fields, and the function is not called. `undefined` when the request is
 * no preflight or the gateway has no CORS configuration, so that the request goes to the function.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function preflight(request: HttpRequest, gateway: Gateway<RenderTarget>): HttpResponse | undefined {
  const cors = corsOf(gateway);
  if (cors === undefined || !isPreflight(request)) return undefined;
  return compose({ status: 204, type: [], fields: preflightFields(cors, request), body: NO_BODY, isResult: false }, gateway, request);
}

/** What the gateway answers in place of the function. */
export function answerFailure(type: FailureType, gateway: Gateway<RenderTarget>, request: HttpRequest): HttpResponse {
  const { status, body, errorType } = answerTo(type, gateway.target);
  const cors = corsOf(gateway);
  const fields: HttpField[] = errorType === undefined ? [] : [['x-amzn-ErrorType', errorType]];
  // assumed: CORS is the gateway's own affair, so its own answers carry it too.
  if (cors !== undefined) fields.push(...corsFields(cors, request));
  const contentType: HttpField = ['Content-Type', 'application/json'];
  return compose({ status, type: [contentType], fields, body: encodeText(body), isResult: false }, gateway, request);
}
