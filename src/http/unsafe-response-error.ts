import { instanceCheck, markError } from './error-mark.js';

/** What to do about each mistake, by its code. */
const FIXES = {
  'not-a-response': 'Pass an `HttpResponse`: `{ status, statusText, headers: [[name, value]], body: new Uint8Array() }`.',
  'unsafe-status': 'Use a status such as 200 and a reason phrase such as OK.',
  'unsafe-header-name': "Use only letters, digits and !#$%&'*+-.^_`|~ in the name.",
  'unsafe-header-value': 'Use a string without line breaks, NUL or other control characters.',
  'unsafe-framing': 'Remove both headers, or set one Content-Length to the number of bytes in the body.',
} as const;

/** Stable codes of {@link UnsafeResponseError}, one for each kind of mistake. */
export type UnsafeResponseErrorCode = keyof typeof FIXES;

/**
 * Thrown for a response that can't be written safely: for example, a line break in a header would add a header that nobody set.
 *
 * @example
 * ```ts
 * import { toHttp1Bytes, UnsafeResponseError } from 'apigw-proxy';
 *
 * try {
 *   toHttp1Bytes({ status: 200, statusText: 'OK', headers: [['X-A', '1\r\nX-B: 2']], body: new Uint8Array() });
 * } catch (error) {
 *   if (error instanceof UnsafeResponseError) console.log(error.code); // => unsafe-header-value
 * }
 * ```
 */
export class UnsafeResponseError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('UnsafeResponseError');
  override readonly name = 'UnsafeResponseError';
  /** What is wrong, as a stable code. */
  readonly code: UnsafeResponseErrorCode;
  /** Where it is wrong, as keys from the response inwards: `['headers', 2]`. */
  readonly path: readonly (string | number)[];
  /** What to do about it. */
  readonly fix: string;

  constructor(code: UnsafeResponseErrorCode, path: readonly (string | number)[], reason: string) {
    super(`${reason} ${FIXES[code]}`);
    markError(this, 'UnsafeResponseError');
    this.code = code;
    this.path = path;
    this.fix = FIXES[code];
  }
}
