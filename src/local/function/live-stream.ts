import { Readable } from 'node:stream';
import type { LambdaContext } from '../../types/context.js';
import { TaskTimeoutError } from './invoke.js';
import { openStream, type StreamHandler } from './stream-runtime.js';
import { toError } from './thrown.js';
import { timerOf } from './timer.js';

const LIVE: unique symbol = Symbol('live');

/** What a function writes, as it comes. */
export interface LiveStream {
  readonly stream: ReadableStream<unknown>;
  /** The content type of the stream, as the function set it; final when the first bytes are there. */
  readonly contentType: () => string;
}

/** Marks a stream as what a function writes; a stream that a function returns is just a value. */
export interface LiveResult {
  readonly [LIVE]: LiveStream;
}

/** What a function writes, as it comes, as its result. */
export function liveResult(stream: ReadableStream<unknown>, contentType: string | (() => string)): LiveResult {
  return { [LIVE]: { stream, contentType: typeof contentType === 'string' ? () => contentType : contentType } };
}

/** The stream of a live result; `undefined` for any other. */
export function liveStreamOf(result: unknown): LiveStream | undefined {
  return typeof result === 'object' && result !== null && LIVE in result ? (result as LiveResult)[LIVE] : undefined; // nobody else has the symbol
}

/**
 * Starts a streaming handler; the result is what it writes, as it comes. The stream errors when the handler fails or its time is up, and the
 * handler hears of it when nobody reads any more.
 */
export function startStream<E>(handler: StreamHandler<E>, event: E, context: LambdaContext): LiveResult {
  const { responseStream, contentType } = openStream();
  const milliseconds = context.getRemainingTimeInMillis();
  const timer = timerOf(milliseconds, () => responseStream.destroy(new TaskTimeoutError(milliseconds)));
  responseStream.once('close', () => clearTimeout(timer));
  const run = async (): Promise<void> => {
    await handler(event, responseStream, context);
  };
  run().catch((error: unknown) => responseStream.destroy(toError(error)));
  const stream = Readable.toWeb(responseStream) as ReadableStream<unknown>; // Node's type of the same class
  return liveResult(stream, contentType);
}

/** Most of a streamed body that is kept for a look, in bytes. */
const KEPT = 10 * 1024 * 1024;

/** What a stream held when it was over. */
export interface Held {
  readonly bytes: Uint8Array;
  /** Why it broke off; `undefined` where it did not. */
  readonly error?: unknown;
}

/** The same stream, read at the same pace, and what it held when it is over. */
export function watched(body: ReadableStream<Uint8Array>): { body: ReadableStream<Uint8Array>; held: Promise<Held> } {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let finish: (error?: unknown) => void = () => undefined;
  const held = new Promise<Held>((resolve) => {
    finish = (error) => resolve({ bytes: Buffer.concat(parts), error });
  });
  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { done, value } = await reader.read();
    if (done) {
      finish();
      controller.close();
      return;
    }
    if (length < KEPT) parts.push(value.subarray(0, KEPT - length));
    length += value.length;
    controller.enqueue(value);
  }
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull: (controller) =>
      pull(controller).catch((error: unknown) => {
        finish(error);
        throw error;
      }),
    async cancel(reason) {
      finish();
      await reader.cancel(reason);
    },
  };
  return { body: new ReadableStream(source, { highWaterMark: 0 }), held };
}
