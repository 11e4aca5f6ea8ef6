import type { GatewayIds } from '../gateway/ids.js';

/** The ids of an API's request by its number: a sequence, so that they are told apart and the same in every run. */
export function exchangeIds(index: number): GatewayIds {
  const digits = String(index);
  return {
    requestId: `1a2b3c4d-5e6f-4a7b-8c9d-${digits.padStart(12, '0')}`,
    extendedRequestId: connectionId('Xr', index),
    traceId: `Root=1-695735a5-${digits.padStart(24, '0')}`,
    messageId: connectionId('Xm', index),
  };
}

/** An id in the form of the gateway's: 15 characters and `=`. */
export function connectionId(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(13, '0')}=`;
}
