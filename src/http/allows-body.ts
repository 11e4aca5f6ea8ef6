/** RFC 9110, section 6.4.1: a 1xx, a 204 and a 304 have no body. */
export function allowsBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}
