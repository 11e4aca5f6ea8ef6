import type { HttpRequest } from '../../http/request.js';
import type { RenderedResponse } from '../../render/types.js';
import type { RenderedMessage } from '../../render/websocket/render-message.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { Authorization } from './local-exchange.js';

/** A handshake, a message or the end of a connection, and everything that happened. */
export interface WebsocketExchange {
  /** Number of the exchange, counted from 1. */
  readonly index: number;
  /** When it began, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  readonly connectionId: string;
  /** The request of the handshake. For a message, its body is the text of the message. */
  readonly request: HttpRequest;
  /** Key of the route that was selected. `undefined` if the API has no such route. */
  readonly route: string | undefined;
  /** The call of the Lambda authorizer. `undefined` without an authorizer, and for everything after the handshake. */
  readonly authorization: Authorization | undefined;
  /** The event that the function received. `undefined` if the gateway did not invoke it. */
  readonly event: APIGatewayProxyWebsocketEvent | undefined;
  /** What the function returned, or a failure in its place. */
  readonly result: unknown;
  /** What the function threw. `undefined` if it threw nothing. */
  readonly error: unknown;
  /** The response to a handshake, or the message that the client receives. */
  readonly response: RenderedResponse | RenderedMessage;
}
