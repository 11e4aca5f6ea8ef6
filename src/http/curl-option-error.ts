import { instanceCheck, markError } from './error-mark.js';

/** What to do about each mistake, by its code. */
const FIXES = {
  'not-arguments': "Pass the words of the command: `['-X', 'POST', 'https://example.com']`.",
  'unknown-option': 'Leave it out, or build the request in another way.',
  'missing-value': 'Add a value after it.',
  'bad-value': 'Use a method such as POST or a header such as `X-Name: value`, without control characters.',
  'file-value': 'Pass the content of the file. If it starts with `@`, use --data-raw.',
  'missing-url': 'Add a URL such as `https://example.com/users`.',
  'second-url': 'Pass one URL. Put quotes around arguments with spaces.',
  'bad-url': 'Use a URL such as `https://example.com/users?page=2`.',
} as const;

/** Stable codes of {@link CurlOptionError}, one for each kind of mistake. */
export type CurlOptionErrorCode = keyof typeof FIXES;

/**
 * Thrown when `fromCurl` can't read the command.
 *
 * @example
 * ```ts
 * import { CurlOptionError, fromCurl } from 'apigw-proxy/http';
 *
 * try {
 *   fromCurl(['-X', 'POST']);
 * } catch (error) {
 *   if (error instanceof CurlOptionError) console.log(error.code, error.fix); // => missing-url Add a URL such as `https://example.com/users`.
 * }
 * ```
 */
export class CurlOptionError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('CurlOptionError');
  override readonly name = 'CurlOptionError';
  /** What is wrong, as a stable code. */
  readonly code: CurlOptionErrorCode;
  /** The option as you wrote it. `--url` if the URL is wrong. An empty string if the mistake is not in an option. */
  readonly option: string;
  /** What to do about it. */
  readonly fix: string;

  constructor(code: CurlOptionErrorCode, option: string, reason: string) {
    super(`${reason} ${FIXES[code]}`);
    markError(this, 'CurlOptionError');
    this.code = code;
    this.option = option;
    this.fix = FIXES[code];
  }
}
