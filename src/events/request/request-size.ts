import { type RequestLimits, requestLimitsOf } from '../../aws/limits.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';

/** A limit of the gateway, and how much of it a request uses. */
export interface LimitUse {
  readonly limit: Exclude<keyof RequestLimits, 'methodArn'>;
  /** In bytes. */
  readonly size: number;
  /** In bytes. */
  readonly most: number;
}

/** Returns how much of each limit a request uses. The method's ARN is not among them, because it needs the route's path. */
export function limitUses({ method, target, headers, body }: HttpRequest, gateway: Gateway): LimitUse[] {
  const limits = requestLimitsOf(gateway.target, gateway.endpointType);
  const inHeaders = headers.reduce((size, [name, value]) => size + name.length + value.length, 0);
  return [
    { limit: 'url', size: target.length, most: limits.url },
    { limit: 'headers', size: inHeaders, most: limits.headers },
    { limit: 'head', size: method.length + target.length + inHeaders, most: limits.head },
    { limit: 'body', size: body?.length ?? 0, most: limits.body },
  ];
}
