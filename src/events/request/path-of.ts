/** Scheme and host of a request target in absolute form, which every server must accept (RFC 9112, section 3.2.2). */
const AUTHORITY = /^https?:\/\/[^/?]*/i;

/** Returns the path of a request target, without scheme, host and query. It starts with a slash. */
export function pathOf(target: string): string {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path.startsWith('/')) return path;
  const own = path.replace(AUTHORITY, '');
  return own.startsWith('/') ? own : `/${own}`;
}
