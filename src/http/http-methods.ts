/**
 * The methods that node:http knows: most of IANA's registry and a few older ones.
 *
 * CONNECT is missing on purpose. It asks a proxy for a tunnel and has no path (RFC 9112, section 3.2.3).
 */
const METHODS: ReadonlySet<string> = new Set([
  'ACL',
  'BIND',
  'CHECKOUT',
  'COPY',
  'DELETE',
  'GET',
  'HEAD',
  'LINK',
  'LOCK',
  'M-SEARCH',
  'MERGE',
  'MKACTIVITY',
  'MKCALENDAR',
  'MKCOL',
  'MOVE',
  'NOTIFY',
  'OPTIONS',
  'PATCH',
  'POST',
  'PROPFIND',
  'PROPPATCH',
  'PURGE',
  'PUT',
  'QUERY',
  'REBIND',
  'REPORT',
  'SEARCH',
  'SOURCE',
  'SUBSCRIBE',
  'TRACE',
  'UNBIND',
  'UNLINK',
  'UNLOCK',
  'UNSUBSCRIBE',
]);

/** Returns whether HTTP servers know a method. Methods are case-sensitive. */
export function isKnownMethod(method: string): boolean {
  return METHODS.has(method);
}
