import { invalidOption } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import { reasonOf } from '../../render/read/read-result.js';
import type { CustomOutcome, LambdaError } from '../integration/custom-outcome.js';
import type { Received } from '../integration/received.js';

/** An outcome as the gateway gets it from Lambda. */
export interface Settled extends Received {
  /** The message of the function's error. `undefined` if the function succeeded. */
  readonly message: string | undefined;
}

/**
 * Serializes an outcome as the runtime does. A value that the runtime can't serialise is an error of the function.
 *
 * @throws GatewayError `invalid-option` if it isn't an outcome.
 */
export function settle(outcome: CustomOutcome): Settled {
  if (isObject(outcome)) {
    if ('threw' in outcome) return settleThrown(outcome.threw);
    if ('returned' in outcome) return settleReturned(outcome.returned);
    if ('payload' in outcome && typeof outcome.payload === 'string') {
      return outcome.isError === true ? failure(outcome.payload, errorMessageOf(outcome.payload) ?? '') : success(outcome.payload);
    }
  }
  throw invalidOption(
    ['outcome'],
    'an object with `returned`, `threw` or `payload`',
    outcome,
    'Pass { returned: value } or { threw: error }.',
  );
}

const JSON_HEADERS = { 'Content-Type': 'application/json' };

function success(payload: string): Settled {
  return { payload, headers: JSON_HEADERS, message: undefined };
}

// documented: Lambda marks the report of an error with this header.
function failure(payload: string, message: string): Settled {
  return { payload, headers: { ...JSON_HEADERS, 'X-Amz-Function-Error': 'Unhandled' }, message };
}

function settleReturned(returned: unknown): Settled {
  try {
    const text: string | undefined = JSON.stringify(returned);
    return success(text ?? 'null');
  } catch (error) {
    return reportError('TypeError', reasonOf(error));
  }
}

/** Settles what a function threw, which can be anything. */
function settleThrown(threw: unknown): Settled {
  try {
    if (typeof threw !== 'object' || threw === null) return reportError(typeof threw, `${threw}`);
    const { name = 'Error', message, stack } = threw as Partial<Record<keyof LambdaError, unknown>>; // any property may be read as unknown
    return reportError(`${name}`, `${message ?? threw}`, typeof stack === 'string' ? stack : undefined);
  } catch {
    return reportError('handled', 'reading the error throws an error');
  }
}

// documented by its source: Node's runtime reports an error with these keys, in this order. `trace` is the stack, line by line.
function reportError(errorType: string, errorMessage: string, stack?: string): Settled {
  return failure(JSON.stringify({ errorType, errorMessage, trace: stack?.split('\n') ?? [] }), errorMessage);
}

/** The `errorMessage` of an output that is an object with one. */
export function errorMessageOf(payload: string): string | undefined {
  const message = ownValueOf(payload, 'errorMessage');
  return typeof message === 'string' ? message : undefined;
}

/** Whether an output is a response as a proxy integration reads it. */
export function isProxyResult(payload: string): boolean {
  return (
    payload.includes('"statusCode"') && typeof ownValueOf(payload, 'statusCode') === 'number' && ownValueOf(payload, 'body') !== undefined
  );
}

function ownValueOf(payload: string, key: string): unknown {
  try {
    const value: unknown = JSON.parse(payload);
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}
