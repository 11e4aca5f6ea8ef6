import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { allowsBody } from '../http/allows-body.js';
import type { HttpRequest } from '../http/request.js';
import { readBody } from './body/body.js';
import { reportText } from './body/report-text.js';
import { headOf } from './headers/head.js';
import { readResult, serialiseResult } from './read/read-result.js';
import { checkSettings, createRendering, type Findings, isRejected, isWebsocket, PLAIN_GET, type Rendering } from './rendering.js';
import { headerSettings } from './settings.js';
import { isStreaming, reportUnstreamed } from './stream/streaming-mode.js';
import type { RenderTarget } from './types.js';

/**
 * Finds what `renderResult` finds in a value that a function returned, and nothing else: nothing about what the gateway adds to a response, or
 * about its own answer to a result that it rejects. The settings and the request must be valid.
 */
export function inspectResult(result: unknown, gateway: Gateway<RenderTarget>, request: HttpRequest): Findings {
  const rendering = createRendering(gateway, request);
  if (isStreaming(gateway)) inspectUnstreamed(result, rendering);
  else inspectPlain(result, rendering);
  return rendering;
}

/**
 * Checks the settings that `inspectResult` reads.
 *
 * @throws GatewayError `invalid-option`, `unknown-target` or `wrong-target`.
 */
export function checkInspected(gateway: Gateway): void {
  checkSettings(gateway);
  if (isWebsocket(gateway)) {
    throw new GatewayError(
      'wrong-target',
      ['target'],
      "This function doesn't check results for the target `websocket`.",
      'Call `checkedWebsocket`.',
    );
  }
  headerSettings(gateway.binaryMediaTypes, ['binaryMediaTypes']);
  createRendering(gateway as Gateway<RenderTarget>, PLAIN_GET); // the other targets are RenderTargets
}

function inspectUnstreamed(result: unknown, rendering: Rendering): void {
  const text = serialiseResult(result, rendering);
  if (text !== undefined || rendering.target === 'rest') reportUnstreamed(rendering);
}

function inspectPlain(result: unknown, rendering: Rendering): void {
  const bound = readResult(result, rendering);
  const body = bound && readBody(bound, rendering);
  if (bound === undefined || body === undefined || isRejected(rendering)) return;
  const { report, cors } = rendering;
  headOf(bound, body.length === 0, rendering);
  if (body.length > 0 && !allowsBody(bound.status)) report('body-dropped', ['body'], `${bound.status}`);
  reportText(bound, rendering);
  cors?.reportStatus(bound.status, report);
}
