import { instanceCheck, markError } from './error-mark.js';

/** What to do, by the stable code of a mistake. */
const FIXES = {
  'not-arguments': "Pass an array of strings, as a shell splits the command: `['-X', 'POST', 'https://example.com']`.",
  'unknown-option': 'Leave it out, or build the request in another way.',
  'missing-value': 'Add the value after the option.',
  'bad-value': 'Write a method such as POST, or a header such as `X-Name: value`, without control characters.',
  'file-value': 'Pass the content of the file instead. Use --data-raw if it starts with `@`.',
  'missing-url': 'Add the URL: `https://example.com/users`.',
  'second-url': 'Pass one URL. Quote an argument that has spaces.',
  'bad-url': 'Write it like `https://example.com/users?page=2`.',
} as const;

/** Stable codes of {@link CurlOptionError}, one for each kind of mistake. */
export type CurlOptionErrorCode = keyof typeof FIXES;

/** `fromCurl` can't make a request of the command. */
export class CurlOptionError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('CurlOptionError');
  override readonly name = 'CurlOptionError';
  /** What is wrong, as a stable code. */
  readonly code: CurlOptionErrorCode;
  /** The option as you wrote it. `--url` for the URL, and an empty string when there is no option. */
  readonly option: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;

  constructor(code: CurlOptionErrorCode, option: string, reason: string) {
    super(`${reason} ${FIXES[code]}`);
    markError(this, 'CurlOptionError');
    this.code = code;
    this.option = option;
    this.fix = FIXES[code];
  }
}
