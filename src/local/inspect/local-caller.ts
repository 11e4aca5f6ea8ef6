import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';

/** Names of this machine. The page of another site can make its own name lead here, but not one of these. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;
/** Addresses of this machine. Any client can write a loopback name into its request, but not come from here. */
const LOOPBACK_ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d+){3}|::1)$/;
/** What a browser says of a request that no other site caused. */
const OWN_SITE: readonly string[] = ['same-origin', 'none'];

/**
 * Checks whether a request comes from a program on this machine, or from a page of this server itself. The pages of other sites can send
 * requests here, too, through the browser of whoever visits them.
 */
export function isFromThisMachine({ method, headers, sourceIp = '' }: HttpRequest): boolean {
  const host = lastValueOf(headers, 'host') ?? '';
  const origin = lastValueOf(headers, 'origin');
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  const isOwnSite = OWN_SITE.includes(lastValueOf(headers, 'sec-fetch-site') ?? 'none');
  // Another site may link to a page: it cannot read what comes back.
  const isLink = method === 'GET' && lastValueOf(headers, 'sec-fetch-mode') === 'navigate';
  return LOOPBACK.test(host) && LOOPBACK_ADDRESS.test(sourceIp) && isOwnOrigin && (isOwnSite || isLink);
}
