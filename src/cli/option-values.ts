import { DEFAULT_RUNTIME, LAMBDA_RUNTIMES, type LambdaRuntime } from '../local/function/runtime/lambda-runtime.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the name of a runtime.
 *
 * @throws UsageError
 */
export function readRuntime(name: string): LambdaRuntime {
  const runtime = LAMBDA_RUNTIMES.find((known) => known === name);
  if (runtime !== undefined) return runtime;
  throw new UsageError(`Unknown runtime '${name}'.`, `Write --runtime ${DEFAULT_RUNTIME}, or one of ${LAMBDA_RUNTIMES.join(', ')}.`);
}

/**
 * Reads an integer.
 *
 * @param example an option and a valid value.
 * @throws UsageError
 */
export function readNumber(text: string, example: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  const [option] = example.split(' ');
  throw new UsageError(`${option} must be an integer from ${least} to ${most}; got '${text}'.`, `Write ${example}, for example.`);
}
