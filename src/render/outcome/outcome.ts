import type { FailureType } from './failure-type.js';

/** Marks the outcome of an invocation. It is a symbol, so that nothing a function returns as JSON can be mistaken for an outcome. */
export const OUTCOME: unique symbol = Symbol.for('apigw-proxy.outcome');

/**
 * What the renderer needs to answer an outcome. It travels with the outcome, so that a bundle without `failure()`, `payload()` or
 * `streamedResult()` has no code for them.
 */
export const ANSWER: unique symbol = Symbol.for('apigw-proxy.answer');

/** The sentences of issues that only this outcome can cause. They travel with it, too. */
export const SENTENCES: unique symbol = Symbol.for('apigw-proxy.sentences');

/** The payload that the runtime sent to the gateway, as a string: made by `payload`. */
export interface Payload {
  readonly [OUTCOME]: 'payload';
  readonly [ANSWER]: object;
  readonly [SENTENCES]: object;
  readonly text: string;
}

/** An invocation without a result, or a request that never reached the function: made by {@link failure} and similar functions. */
export interface Failure {
  readonly [OUTCOME]: 'failure';
  readonly [ANSWER]: object;
  readonly [SENTENCES]: object;
  readonly type: FailureType;
  /** HTTP APIs: the `www-authenticate` header with which a JWT authorizer explains what is wrong with the token. */
  readonly challenge?: string;
}

/** Everything a function wrote to its response stream: made by {@link streamedResult} and {@link streamedBytes}. */
export interface StreamedResult {
  readonly [OUTCOME]: 'stream';
  readonly [ANSWER]: object;
  readonly [SENTENCES]: object;
  /** The content type of the stream, as the function set it. With metadata in front of the body: `PRELUDE_TYPE`. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** An outcome that you pass in place of a returned value. */
export type Outcome = Payload | Failure | StreamedResult;

/** Returns a value as an outcome, or `undefined` for an ordinary result. Never throws. */
export function readOutcome(value: unknown): Outcome | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const marked: Properties = value;
    if (marked[OUTCOME] === undefined) return undefined;
    // Every property is read once: a handler may return a proxy that answers differently each time.
    const outcome: Properties = { ...marked };
    return isOutcome(outcome) ? outcome : undefined;
  } catch {
    return undefined; // A proxy that can't be read is not an outcome.
  }
}

type Properties = { readonly [K in keyof Payload | keyof Failure | keyof StreamedResult]?: unknown };

function isOutcome(outcome: Properties): outcome is Outcome {
  const { [OUTCOME]: mark, [ANSWER]: answer, text, type, contentType, bytes } = outcome;
  if (mark === 'payload') return typeof text === 'string' && typeof answer === 'function';
  if (mark === 'failure') return typeof type === 'string' && typeof answer === 'object';
  return mark === 'stream' && typeof contentType === 'string' && ArrayBuffer.isView(bytes) && typeof answer === 'function';
}
