import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { answer } from './answer.js';
import { checkComposed } from './compose.js';
import type { Issue } from './issues/issue.js';
import { isWebsocket, PLAIN_GET, startRendering } from './rendering.js';
import type { RenderTarget } from './types.js';
import { findHandshakeIssues } from './websocket/render-handshake.js';
import { renderMessage } from './websocket/render-message.js';

/**
 * Returns only the issues that `renderResult` would return. It composes no response and encodes no text.
 *
 * @throws as `renderResult`.
 */
export function findIssues(result: unknown, gateway: Gateway, request: HttpRequest = PLAIN_GET): readonly Issue[] {
  if (isWebsocket(gateway))
    return gateway.route === '$connect' ? findHandshakeIssues(result, gateway) : renderMessage(result, gateway).issues;
  const rendering = startRendering(gateway as Gateway<RenderTarget>, request); // the other targets are RenderTargets
  checkComposed(answer(result, rendering), rendering);
  return rendering.issues;
}
