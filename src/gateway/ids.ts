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

const FIXED_IDS: Required<GatewayIds> = {
  requestId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  extendedRequestId: 'Xr1A2b3C4d5E6fG=',
  traceId: 'Root=1-695735a5-0a1b2c3d4e5f60718293a4b5',
  connectionId: 'Xc1A2b3C4d5E6fG=',
  messageId: 'Xm1A2b3C4d5E6fG=',
};

/** The ids of a request: those given, the fixed ones for the rest. */
export function idsOf(gateway: { readonly ids?: GatewayIds }): Required<GatewayIds> {
  return gateway.ids === undefined ? FIXED_IDS : { ...FIXED_IDS, ...gateway.ids };
}
