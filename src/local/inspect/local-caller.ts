import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';

/** Names of this computer. Another site can point its own name here, but not one of these. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;
/** Addresses of this computer. Any client can send a loopback name, but not from such an address. */
const LOOPBACK_ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d+){3}|::1)$/;
/** What a browser sends in `Sec-Fetch-Site` unless another site caused the request. */
const OWN_SITE: readonly string[] = ['same-origin', 'none'];

/**
 * Checks whether a request comes from a program on this computer, or from a page of this server.
 *
 * Pages of other sites can send requests here, too, if someone on this computer opens them in a browser.
 */
export function isFromThisMachine({ method, headers, sourceIp = '' }: HttpRequest): boolean {
  const host = lastValueOf(headers, 'host') ?? '';
  const origin = lastValueOf(headers, 'origin');
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  const isOwnSite = OWN_SITE.includes(lastValueOf(headers, 'sec-fetch-site') ?? 'none');
  // Another site may link here, because it cannot read the response.
  const isLink = method === 'GET' && lastValueOf(headers, 'sec-fetch-mode') === 'navigate';
  return LOOPBACK.test(host) && LOOPBACK_ADDRESS.test(sourceIp) && isOwnOrigin && (isOwnSite || isLink);
}
