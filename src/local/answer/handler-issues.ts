import type { Target } from '../../aws/target.js';
import type { Issue } from '../../render/issues/issue.js';
import { CALLBACK_DEPRECATED, declaresCallback } from '../function/runtime/handler-kind.js';
import { type LambdaRuntime, RUNTIMES } from '../function/runtime/lambda-runtime.js';
import { isError, textsOf } from '../function/thrown.js';

/**
 * Returns what is wrong with a handler in any invocation: it takes a callback, which the runtime rejects now or will reject.
 *
 * @param error what the call failed with, if it did.
 */
export function findHandlerIssues(handler: object, runtime: LambdaRuntime, error: unknown, target: Target): Issue[] {
  const isRejected = isError(error) && textsOf(error).name === CALLBACK_DEPRECATED;
  if (!isRejected && !(RUNTIMES[runtime].hasCallbacks && declaresCallback(handler))) return [];
  const severity = isRejected ? 'error' : 'warning';
  return [{ code: 'callback-handler', severity, path: [], found: runtime, evidence: 'documented', target }];
}
