import { randomBytes } from 'node:crypto';
import type { GatewayIds } from '../../gateway/ids.js';
import type { RenderTarget } from '../../render/types.js';

/**
 * Returns the ids of a request by its number. They are a sequence: different for each request, and the same in every run.
 *
 * @param given the ids that the settings name. They replace those of the sequence.
 */
export function exchangeIds(index: number, target: RenderTarget, given?: GatewayIds): GatewayIds {
  const digits = digitsOf(index);
  const own = `Xr0${digits}=`;
  const hasUuid = target === 'rest' || target === 'function-url';
  const requestId = hasUuid ? `1a2b3c4d-5e6f-4a7b-8c9d-${digits}` : own;
  const traceId = `Root=1-695735a5-000000000000${digits}`;
  const ids: GatewayIds = target === 'rest' ? { requestId, extendedRequestId: own, traceId } : { requestId, traceId };
  return given === undefined ? ids : { ...ids, ...given };
}

/** Returns the id of an invocation by the number of its request. Lambda chooses it; the gateway's ids are different. */
export function invocationId(index: number): string {
  return `6f5e4d3c-2b1a-4f0e-9d8c-${digitsOf(index)}`;
}

/** Returns an id of the gateway by number: 15 characters and `=`. */
export function gatewayId(prefix: string, index: number): string {
  return `${prefix}0${digitsOf(index)}=`;
}

/** Returns a number with twelve digits. */
function digitsOf(index: number): string {
  return String(index).padStart(12, '0');
}

/** Returns a random id of the same form. */
export function randomGatewayId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
