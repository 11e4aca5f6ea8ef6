import type { HttpRequest } from '../../http/request.js';
import type { RenderedResponse } from '../../render/types.js';
import type { RenderedMessage } from '../../render/websocket/render-message.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { Authorization } from './local-exchange.js';

/** One handshake, message or end of a connection, and everything that became of it. */
export interface WebsocketExchange {
  /** Number of the exchange, from 1. */
  readonly index: number;
  /** When it began, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  readonly connectionId: string;
  /** The handshake; of a message, the frame's text is its body. */
  readonly request: HttpRequest;
  /** The route that was selected; `undefined`: the API has none for it. */
  readonly route: string | undefined;
  readonly authorization: Authorization | undefined;
  /** What the function got; `undefined`: the gateway did not invoke it. */
  readonly event: APIGatewayProxyWebsocketEvent | undefined;
  readonly result: unknown;
  readonly error: unknown;
  /** The answer to a handshake, or the message that the client gets. */
  readonly response: RenderedResponse | RenderedMessage;
}
