import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import type { RenderedResponse } from './types.js';

/** Renders what a WebSocket client receives, as a response. */
export type RenderWebsocket = (result: unknown, gateway: Gateway<'websocket'>) => RenderedResponse;

let loaded: RenderWebsocket | undefined;

/**
 * Keeps the code for WebSocket APIs, so that `renderResult` finds it. A bundler removes the call if nothing uses what it returns.
 *
 * @returns `connect`.
 */
export function keepWebsocketCode(connect: RenderWebsocket, message: RenderWebsocket): RenderWebsocket {
  loaded = (result, gateway) => (gateway.route === '$connect' ? connect(result, gateway) : message(result, gateway));
  return connect;
}

/**
 * Returns the code for WebSocket APIs.
 *
 * @throws GatewayError `wrong-target` in a bundle without it.
 */
export function findWebsocketCode(): RenderWebsocket {
  if (loaded !== undefined) return loaded;
  const fix = 'Call `renderHandshake` for `$connect`, and `renderMessage` for other routes.';
  throw new GatewayError('wrong-target', ['target'], 'This bundle has no code for the target `websocket`.', fix);
}
