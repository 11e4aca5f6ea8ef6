import type { Evidence } from '../../aws/evidence.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { compose, type Parts } from '../compose.js';
import { assume, type Rendering, startRendering } from '../rendering.js';
import type { FailureRules } from '../targets/own-failures.js';
import type { RenderTarget } from '../types.js';
import { isPreflight } from './is-preflight.js';

/**
 * Returns the answer to a CORS preflight request: 204 with the configured fields. The gateway sends it without calling the function.
 * `undefined` if the request goes to the function: it isn't a preflight request, the gateway has no CORS configuration, or the `route` in
 * the settings of an HTTP API matches OPTIONS. Leave `route` out if no route matched.
 *
 * @param request the request: its method, Origin and Access-Control-Request-Method matter.
 * @param gateway the settings of the gateway: `cors` and `route` matter.
 * @throws GatewayError if the settings or the request are invalid.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 * @example
 * ```ts
 * import { preflight } from 'apigw-proxy';
 *
 * const headers = [['Origin', 'https://a.example'], ['Access-Control-Request-Method', 'PUT']] as const;
 * const cors = { allowOrigins: ['https://a.example'], allowMethods: ['PUT'] };
 * console.log(preflight({ method: 'OPTIONS', target: '/users', headers }, { target: 'http-2.0', cors })?.status); // => 204
 * ```
 */
export function preflight(request: HttpRequest, gateway: Gateway<RenderTarget>): HttpResponse | undefined {
  const rendering = startRendering(gateway, request);
  const parts = answerPreflight(rendering);
  return parts && compose(parts, rendering);
}

/** The same as a step of rendering, with reports. */
export function answerPreflight(rendering: Rendering): Parts | undefined {
  const { gateway, cors, report } = rendering;
  if (!cors?.isAnswered) return undefined;
  report('preflight-answered', []);
  // documented for HTTP APIs; assumed by analogy for function URLs. To a browser, every status from 200 to 299 is the same.
  if (gateway.target === 'function-url') assume(rendering, 'preflight-status', [], { severity: 'info' });
  return { status: 204, type: [], fields: cors.fields, body: '', isResult: false };
}

/** Reports that a failure is the answer to a preflight request, so that the browser blocks the request that it asks about. */
export function reportRefusedPreflight({ refuses }: FailureRules, { gateway, request, report }: Rendering): void {
  if (refuses !== undefined && isPreflight(request)) report('preflight-refused', [], refuses, { evidence: evidenceOf(gateway) });
}

// documented for the route $default of an HTTP API. reported [http2-preflight-any-route-authorizer, auth-guards-preflight]: it is the same
// for other routes, and for the methods of a REST API.
function evidenceOf({ route }: Gateway): Evidence {
  return route === '$default' ? 'documented' : 'reported';
}
