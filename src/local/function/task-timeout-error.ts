import { instanceCheck, markError } from '../../http/error-mark.js';

/**
 * The error of a function that runs too long. Its message is the one in Lambda's log.
 *
 * @example
 * ```ts
 * import { buildContext, invoke, TaskTimeoutError } from 'apigw-proxy/local';
 *
 * const invocation = await invoke(() => new Promise(() => undefined), {}, buildContext({ timeout: 10 }));
 * console.log(!invocation.ok && invocation.error instanceof TaskTimeoutError); // => true
 * ```
 */
export class TaskTimeoutError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('TaskTimeoutError');
  override readonly name = 'TaskTimeoutError';
  /** How long the function was allowed to run, in milliseconds. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`);
    this.milliseconds = milliseconds;
    markError(this, 'TaskTimeoutError');
  }
}
