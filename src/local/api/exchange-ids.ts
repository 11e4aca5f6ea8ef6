import { randomBytes } from 'node:crypto';
import type { GatewayIds } from '../../gateway/ids.js';
import type { RenderTarget } from '../../render/types.js';

/** Returns the ids of a request by its number. They are a sequence: different for each request, and the same in every run. */
export function exchangeIds(index: number, target: RenderTarget): GatewayIds {
  const digits = String(index);
  const uuid = `1a2b3c4d-5e6f-4a7b-8c9d-${digits.padStart(12, '0')}`;
  const own = gatewayId('Xr', index);
  return {
    ...(target === 'rest' ? { requestId: uuid, extendedRequestId: own } : { requestId: target === 'function-url' ? uuid : own }),
    traceId: `Root=1-695735a5-${digits.padStart(24, '0')}`,
  };
}

/** Returns the id of an invocation by the number of its request. Lambda chooses it; the gateway's ids are different. */
export function invocationId(index: number): string {
  return `6f5e4d3c-2b1a-4f0e-9d8c-${String(index).padStart(12, '0')}`;
}

/** Returns an id of the gateway by number: 15 characters and `=`. */
export function gatewayId(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(13, '0')}=`;
}

/** Returns a random id of the same form. */
export function randomGatewayId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
