import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { compose } from '../compose.js';
import { corsOf, isPreflight, preflightFields } from '../cors.js';
import { assume, type Rendering, startRendering } from '../rendering.js';
import type { RenderTarget } from '../types.js';

/**
 * Returns the answer to a CORS preflight request: 204 with the configured fields. The gateway sends it without calling the function.
 * `undefined` if the request isn't a preflight request or the gateway has no CORS configuration, so that the request goes to the function.
 *
 * @throws GatewayError if the settings or the request are invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function preflight(request: HttpRequest, gateway: Gateway<RenderTarget>): HttpResponse | undefined {
  return answerPreflight(startRendering(gateway, request));
}

/** The same as a step of rendering, with reports. */
export function answerPreflight(rendering: Rendering): HttpResponse | undefined {
  const { gateway, request, report } = rendering;
  const cors = corsOf(gateway);
  if (cors === undefined || !isPreflight(request, gateway)) return undefined;
  report('preflight-answered', []);
  // documented for HTTP APIs; assumed by analogy for function URLs. To a browser, every status from 200 to 299 is the same.
  if (gateway.target === 'function-url') assume(rendering, 'preflight-status', [], { severity: 'info' });
  const fields = preflightFields(cors, request);
  return compose({ status: 204, type: [], fields, body: new Uint8Array(0), isResult: false }, rendering);
}
