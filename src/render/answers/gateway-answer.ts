import type { Evidence } from '../../aws/evidence.js';
import { JSON_TYPE } from '../../aws/media-types.js';
import { isHttpApi } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { encodeText } from '../../http/text.js';
import { compose } from '../compose.js';
import { corsFields, corsOf, isPreflight, preflightFields } from '../headers/cors.js';
import type { FailureType } from '../outcome/outcome.js';
import type { Rendering } from '../rendering.js';
import { type Answer, answerTo } from '../targets/failures.js';
import type { RenderTarget } from '../types.js';
import { customAnswer } from './gateway-response.js';

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

/** The same as a step of rendering, with what is to be said of it. */
export function answerPreflight({ gateway, request, report }: Rendering): HttpResponse | undefined {
  const answer = preflight(request, gateway);
  if (answer === undefined) return undefined;
  report('preflight-answered', []);
  // documented for HTTP APIs; assumed by analogy for function URLs.
  if (gateway.target === 'function-url') report('behaviour-assumed', [], 'a preflight request is answered with 204');
  return answer;
}

/** What is special about a failure. */
export interface Circumstances {
  /** Worse evidence than the table's. */
  readonly evidence?: Evidence | undefined;
  /** HTTP APIs: value of the `www-authenticate` header. */
  readonly challenge?: string | undefined;
}

/**
 * What the gateway answers in place of the function, and a report where that is a guess.
 *
 * @param circumstances what is special about it.
 */
export function answerFailure(type: FailureType, rendering: Rendering, { evidence, challenge }: Circumstances = {}): HttpResponse {
  const { gateway, request, report } = rendering;
  const own = answerTo(type, gateway.target);
  const answer = customAnswer(type, own, gateway, request);
  if (answer === undefined) reportGuess(own, evidence ?? own.evidence, rendering);
  const { status, body, errorType } = own;
  const fields: HttpField[] = errorType === undefined ? [] : [['x-amzn-ErrorType', errorType]];
  // documented: an HTTP API's JWT authorizer says what was wrong with the token.
  if (typeof challenge === 'string' && isHttpApi(gateway.target)) fields.push(['www-authenticate', safeValue(challenge)]);
  const cors = corsOf(gateway);
  const added = cors === undefined ? [] : corsFields(cors, request);
  // assumed: CORS is the gateway's own affair, so its own answers carry it too.
  if (added.length > 0) report('behaviour-assumed', [], 'its own answers have the CORS headers, too');
  return compose(
    {
      status: answer?.status ?? status,
      type: answer?.type ?? [['Content-Type', JSON_TYPE]],
      fields: [...fields, ...(answer?.fields ?? []), ...added],
      body: encodeText(answer?.body ?? body),
      isResult: false,
    },
    gateway,
    request,
  );
}

/** A text as a field value: what may not stand in one becomes a space. */
function safeValue(text: string): string {
  return text.replace(/[^\t -~]/g, ' ').trim();
}

function reportGuess({ status, body }: Answer, evidence: Evidence, { gateway, report }: Rendering): void {
  if (evidence === 'assumed') report('answer-assumed', [], `${status} with ${body}`);
  // recorded: status and text. assumed: the headers that go with them.
  else if (gateway.target === 'function-url')
    report('behaviour-assumed', [], 'its own answers are of type application/json, name an error type and no trace id');
}
