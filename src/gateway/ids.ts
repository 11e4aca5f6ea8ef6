/** Ids that a gateway draws at random for a request; here they are fixed unless given. */
export interface GatewayIds {
  /** REST and function URL: the request id, a UUID. */
  readonly requestId?: string;
  /** The gateway's own id, 15 characters and `=`: REST's extended request id; the request id of HTTP and WebSocket APIs. */
  readonly extendedRequestId?: string;
  /** The trace header's value: `Root=1-{8 hex}-{24 hex}`. */
  readonly traceId?: string;
  /** WebSocket: id of the connection, 15 characters and `=`. */
  readonly connectionId?: string;
  /** WebSocket: id of the message, 15 characters and `=`. */
  readonly messageId?: string;
}
