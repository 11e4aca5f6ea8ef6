import { instanceCheck, markError } from './error-mark.js';

/**
 * Thrown when the body of a request is larger than the limit you set.
 *
 * @example
 * ```ts no-run
 * import { BodyTooLargeError, fromIncomingMessage, type IncomingMessageLike } from 'apigw-proxy/http';
 *
 * export async function read(message: IncomingMessageLike) {
 *   try {
 *     return await fromIncomingMessage(message, { maxBody: 1_000_000 });
 *   } catch (error) {
 *     if (error instanceof BodyTooLargeError) return undefined; // answer 413
 *     throw error;
 *   }
 * }
 * ```
 */
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
