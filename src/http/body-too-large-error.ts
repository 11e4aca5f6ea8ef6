import { instanceCheck, markError } from './error-mark.js';

/** Thrown when the body of a request is larger than the limit you set. */
export class BodyTooLargeError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('BodyTooLargeError');
  override readonly name = 'BodyTooLargeError';
  /** Stable code of the error. */
  readonly code = 'body-too-large';
  /** The limit, in bytes. */
  readonly limit: number;
  /** The status that your response should have: 413 Content Too Large. */
  readonly status = 413;
  /** What to do about it. */
  readonly fix: string;

  constructor(limit: number) {
    const fix = 'Answer with status 413, or raise `maxBody`.';
    super(`The body is larger than \`maxBody\`, which is ${limit} bytes. ${fix}`);
    markError(this, 'BodyTooLargeError');
    this.limit = limit;
    this.fix = fix;
  }
}
