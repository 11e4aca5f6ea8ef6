/** Returns whether a value is `URLSearchParams`. It can come from another realm, such as a test environment. */
export function isSearchParams(value: unknown): value is URLSearchParams {
  return Object.prototype.toString.call(value) === '[object URLSearchParams]';
}
