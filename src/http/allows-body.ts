/** Returns whether a response with this status can have a body. RFC 9110, section 6.4.1: 1xx, 204 and 304 can't. */
export function allowsBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}
