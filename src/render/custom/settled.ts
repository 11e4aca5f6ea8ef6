import { reasonOf } from '../read/read-result.js';

/** An error as the runtime reports it. A JavaScript `Error` has both parts. */
export interface LambdaError {
  /** The error's message, with which the patterns are compared. */
  readonly message: string;
  /** The error's name. Default: `Error`. */
  readonly name?: string;
}

/** An outcome as the runtime reports it. */
export interface Settled {
  /** The function's output, as a JSON value. */
  readonly output: unknown;
  /** The message of the error, if it is one. */
  readonly message?: string;
}

/**
 * Converts a returned value to the outcome that Lambda would report. A value that the runtime can't serialize is an error of the function.
 * Never throws.
 */
export function settleReturned(returned: unknown): Settled {
  try {
    const text: string | undefined = JSON.stringify(returned);
    return { output: JSON.parse(text ?? 'null') };
  } catch (error) {
    return reportError('TypeError', reasonOf(error));
  }
}

/**
 * Converts a thrown value, which can be anything, to the outcome that Lambda would report. Never throws.
 *
 * @see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client
 */
export function settleThrown(threw: unknown): Settled {
  try {
    if (typeof threw !== 'object' || threw === null) return reportError(typeof threw, `${threw}`);
    const { name = 'Error', message } = threw as Partial<Record<keyof LambdaError, unknown>>; // any property may be read as unknown
    return reportError(`${name}`, `${message ?? threw}`);
  } catch {
    return reportError('handled', 'reading the error throws an error');
  }
}

// documented by its source: Node's runtime reports an error with these keys in this order. The trace is left empty here.
function reportError(errorType: string, errorMessage: string): Settled {
  return { output: { errorType, errorMessage, trace: [] }, message: errorMessage };
}
