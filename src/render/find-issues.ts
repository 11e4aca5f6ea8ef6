import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { answer } from './answer.js';
import { checkComposed } from './compose.js';
import { isWebsocket, PLAIN_GET, type Reading, startRendering } from './rendering.js';
import type { RenderTarget } from './types.js';
import { findHandshakeIssues } from './websocket/handshake.js';
import { findMessageIssues } from './websocket/render-message.js';

/** What was found in a result, and the sentences that a plain result doesn't need. */
export type Findings = Pick<Reading, 'issues' | 'explanations'>;

/**
 * Returns only the issues that `renderResult` would return. It composes no response and encodes no text.
 *
 * @throws as `renderResult`.
 */
export function findIssues(result: unknown, gateway: Gateway, request: HttpRequest = PLAIN_GET): Findings {
  if (isWebsocket(gateway)) return gateway.route === '$connect' ? findHandshakeIssues(result, gateway) : findMessageIssues(result, gateway);
  const rendering = startRendering(gateway as Gateway<RenderTarget>, request); // the other targets are RenderTargets
  checkComposed(answer(result, rendering), rendering);
  return rendering;
}
