import { instanceCheck, markError } from '../http/error-mark.js';

/** Stable codes of {@link BodyError}. */
export type BodyErrorCode = 'not-base64' | 'unknown-charset' | 'not-text' | 'not-json' | 'prototype-key';

/** What is wrong with the body, and what to do about it. `%` is the detail. */
const TEXTS: Readonly<Record<BodyErrorCode, readonly [problem: string, fix: string]>> = {
  'not-base64': ['The body is not valid base64.', 'Send base64, or set `isBase64Encoded` to false.'],
  'unknown-charset': ['The charset `%` is unknown.', 'Send UTF-8.'],
  'not-text': ['The body is not valid %.', 'Use the charset in Content-Type.'],
  'not-json': ['The body is not valid JSON.', 'Send valid JSON.'],
  'prototype-key': ['The body has a key `__proto__`.', 'Rename the key.'],
};

/** Thrown when the body can't be read. Its message is written for the client that sent the body. */
export class BodyError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('BodyError');
  override readonly name = 'BodyError';
  /** What is wrong, as a stable code. */
  readonly code: BodyErrorCode;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** The status of the response that the client should get: 415 for an unknown charset, 400 for everything else. */
  readonly status: 400 | 415;

  /**
   * @param detail the charset that Content-Type names.
   * @param options the cause: what the engine's parser threw. It is not part of the message, because each engine has other words, and some
   *   quote the body.
   */
  constructor(code: BodyErrorCode, detail = '', options?: { readonly cause: unknown }) {
    const [problem, fix] = TEXTS[code];
    super(
      problem.replace('%', () => detail),
      options,
    );
    markError(this, 'BodyError');
    this.code = code;
    this.fix = fix;
    this.status = code === 'unknown-charset' ? 415 : 400;
  }
}
