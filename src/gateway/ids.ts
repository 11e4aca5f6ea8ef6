import type { Target } from '../aws/target.js';

/** Ids that a gateway generates at random. Here they are fixed unless you set them. */
export interface GatewayIds {
  /** Id of the request: a UUID for REST APIs and function URLs, the extended id for HTTP and WebSocket APIs. Default: a fixed id. */
  readonly requestId?: string;
  /** Extended id of the request: 15 characters and `=`. Default: `requestId` for HTTP and WebSocket APIs, otherwise a fixed id. */
  readonly extendedRequestId?: string;
  /** Value of the trace header: `Root=1-{8 hex digits}-{24 hex digits}`. Default: a fixed value. */
  readonly traceId?: string;
  /** WebSocket: id of the connection, 15 characters and `=`. Default: a fixed id. */
  readonly connectionId?: string;
  /** WebSocket: id of the message, 15 characters and `=`. Default: a fixed id. */
  readonly messageId?: string;
}

const FIXED_IDS: Required<GatewayIds> = {
  requestId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  extendedRequestId: 'Xr1A2b3C4d5E6fG=',
  traceId: 'Root=1-695735a5-0a1b2c3d4e5f60718293a4b5',
  connectionId: 'Xc1A2b3C4d5E6fG=',
  messageId: 'Xm1A2b3C4d5E6fG=',
};

// recorded [http1-greedy-empty, ws-message-default]: HTTP and WebSocket APIs have one id for both.
const FIXED_ONE_ID: Required<GatewayIds> = { ...FIXED_IDS, requestId: FIXED_IDS.extendedRequestId };

/** Returns the ids of a request, with fixed ones for those that the settings leave out. */
export function idsOf({ ids: given, target }: { readonly ids?: GatewayIds; readonly target: Target }): Required<GatewayIds> {
  const hasTwo = target === 'rest' || target === 'function-url';
  if (given == null) return hasTwo ? FIXED_IDS : FIXED_ONE_ID;
  const { traceId = FIXED_IDS.traceId, connectionId = FIXED_IDS.connectionId, messageId = FIXED_IDS.messageId } = given;
  if (hasTwo) {
    const { requestId = FIXED_IDS.requestId, extendedRequestId = FIXED_IDS.extendedRequestId } = given;
    return { requestId, extendedRequestId, traceId, connectionId, messageId };
  }
  const requestId = given.extendedRequestId ?? given.requestId ?? FIXED_ONE_ID.requestId;
  return { requestId, extendedRequestId: requestId, traceId, connectionId, messageId };
}
