// biome-ignore-all lint/suspicious/noExplicitAny: the defaults of `@types/aws-lambda`, so that code that relies on them still compiles.

import type { LambdaContext } from '../types/context.js';

/** The context object that Lambda passes to a handler. */
export type Context = LambdaContext;

/** The function that a handler calls with its result, in runtimes before Node.js 24. */
export type Callback<TResult = any> = (error?: Error | string | null, result?: TResult) => void;

/**
 * A handler. It returns a promise or, on runtimes before Node.js 24, calls its callback.
 *
 * @typeParam TEvent The event.
 * @typeParam TResult The result.
 */
export type Handler<TEvent = any, TResult = any> = (
  event: TEvent,
  context: Context,
  callback: Callback<TResult>,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that calls its callback returns nothing.
) => void | Promise<TResult>;

/** A handler that streams its response, for `awslambda.streamifyResponse`. */
export type StreamifyHandler<TEvent = any, TResult = any> = (
  event: TEvent,
  responseStream: HttpResponseStream,
  context: Context,
) => TResult | Promise<TResult>;

/** The writable stream that becomes the response. It is a Node.js `Writable`; these are the members that handlers use. */
export interface HttpResponseStream {
  /** Sets the media type of the response. Call it before the first `write`. */
  setContentType(contentType: string): void;
  /** Writes a chunk. Returns `false` if you should wait for `drain`. */
  write(chunk: unknown, ...options: unknown[]): boolean;
  /** Ends the response. */
  end(chunk?: unknown, ...options: unknown[]): unknown;
  /** Listens to an event of the stream. */
  on(event: string, listener: (...values: never[]) => void): unknown;
  /** Listens to an event of the stream once. */
  once(event: string, listener: (...values: never[]) => void): unknown;
}
