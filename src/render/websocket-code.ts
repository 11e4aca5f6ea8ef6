import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Findings } from './rendering.js';
import type { RenderedResponse } from './types.js';

/** The code for WebSocket APIs. */
export interface WebsocketCode {
  readonly render: RenderWebsocket;
  readonly find: FindWebsocketIssues;
}

/** Renders what a WebSocket client receives, as a response. */
export type RenderWebsocket = (result: unknown, gateway: Gateway<'websocket'>) => RenderedResponse;

/** Returns only the issues. */
export type FindWebsocketIssues = (result: unknown, gateway: Gateway<'websocket'>) => Findings;

let loaded: WebsocketCode | undefined;

/**
 * Keeps the code for WebSocket APIs, so that `renderResult` and `checkResult` find it. A bundler removes the call if nothing uses what it
 * returns.
 *
 * @returns `connect`.
 */
export function keepWebsocketCode(connect: RenderWebsocket, message: RenderWebsocket, find: FindWebsocketIssues): RenderWebsocket {
  loaded = { render: (result, gateway) => (gateway.route === '$connect' ? connect(result, gateway) : message(result, gateway)), find };
  return connect;
}

/**
 * Returns the code for WebSocket APIs.
 *
 * @throws GatewayError `wrong-target` in a bundle without it.
 */
export function findWebsocketCode(): WebsocketCode {
  if (loaded !== undefined) return loaded;
  const fix = 'Call `renderHandshake` for `$connect`, and `renderMessage` for other routes.';
  throw new GatewayError('wrong-target', ['target'], 'This bundle has no code for the target `websocket`.', fix);
}
