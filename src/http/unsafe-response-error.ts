import { instanceCheck, markError } from './error-mark.js';

/** What to do, by the stable code of a mistake. */
const FIXES = {
  'not-a-response': 'Pass `{ status, statusText, headers, body }`, with headers as name and value pairs and the body as a Uint8Array.',
  'unsafe-status': 'Pass a status such as 200 and a reason phrase such as OK.',
  'unsafe-header-name': "Use only letters, digits and !#$%&'*+-.^_`|~ in the name.",
  'unsafe-header-value': 'Remove line breaks, NUL and other control characters from the value.',
  'unsafe-framing': 'Remove both headers, or send one Content-Length with the number of bytes in the body.',
} as const;

/** Stable codes of {@link UnsafeResponseError}, one for each kind of mistake. */
export type UnsafeResponseErrorCode = keyof typeof FIXES;

/** The response would be another response on the wire, because a name or a value would end it early. */
export class UnsafeResponseError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('UnsafeResponseError');
  override readonly name = 'UnsafeResponseError';
  /** What is wrong, as a stable code. */
  readonly code: UnsafeResponseErrorCode;
  /** Where it is wrong: keys from the response inwards, for example `['headers', 2]`. */
  readonly path: readonly (string | number)[];
  /** What to do about it, in a sentence. */
  readonly fix: string;

  constructor(code: UnsafeResponseErrorCode, path: readonly (string | number)[], reason: string) {
    super(`${reason} ${FIXES[code]}`);
    markError(this, 'UnsafeResponseError');
    this.code = code;
    this.path = path;
    this.fix = FIXES[code];
  }
}
