import { instanceCheck, markError } from './error-mark.js';

/** The body of a request is larger than the limit that you set. */
export class BodyTooLargeError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('BodyTooLargeError');
  override readonly name = 'BodyTooLargeError';
  readonly code = 'body-too-large';
  /** The limit, in bytes. */
  readonly limit: number;
  /** The status to answer with: 413 Content Too Large. */
  readonly status = 413;
  /** What to do about it, in a sentence. */
  readonly fix: string;

  constructor(limit: number) {
    const fix = 'Answer with status 413, or raise `maxBody`.';
    super(`The body is larger than \`maxBody\`, which is ${limit} bytes. ${fix}`);
    markError(this, 'BodyTooLargeError');
    this.limit = limit;
    this.fix = fix;
  }
}
