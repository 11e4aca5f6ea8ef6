import type { Target } from '../aws/target.js';
import { defined } from './defined.js';

/** Ids that a gateway draws at random for a request; here they are fixed unless given. */
export interface GatewayIds {
  /** The request id: a UUID on REST and function URLs; on HTTP and WebSocket APIs the same as the extended one. */
  readonly requestId?: string;
  /** The extended request id, 15 characters and `=`. Default: on HTTP and WebSocket APIs, `requestId`. */
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

// recorded: HTTP and WebSocket APIs have one id for both.
const FIXED_ONE_ID: Required<GatewayIds> = { ...FIXED_IDS, requestId: FIXED_IDS.extendedRequestId };

/** The ids of a request: those given, the fixed ones for the rest. */
export function idsOf({ ids: given, target }: { readonly ids?: GatewayIds; readonly target: Target }): Required<GatewayIds> {
  const hasTwo = target === 'rest' || target === 'function-url';
  if (given === undefined) return hasTwo ? FIXED_IDS : FIXED_ONE_ID;
  const ids = defined(given);
  if (hasTwo) return { ...FIXED_IDS, ...ids };
  const requestId = ids.extendedRequestId ?? ids.requestId ?? FIXED_ONE_ID.requestId;
  return { ...FIXED_ONE_ID, ...ids, requestId, extendedRequestId: requestId };
}
