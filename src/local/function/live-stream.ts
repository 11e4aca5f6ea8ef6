import { callStreaming } from './runtime/call-streaming.js';
import type { Handler } from './runtime/handler-kind.js';
import type { PlainContext } from './runtime/invocation-context.js';
import { type LambdaRuntime, RUNTIMES } from './runtime/lambda-runtime.js';
import { TaskTimeoutError } from './task-timeout-error.js';
import { toError } from './thrown.js';
import { startTimer } from './timer.js';

const LIVE: unique symbol = Symbol('live');

/** What a function writes, while it writes. */
export interface LiveStream {
  readonly stream: ReadableStream<unknown>;
  /** The content type that the function set. Final once the first bytes have come. */
  readonly contentType: () => string;
}

/** The result of a streaming function. A stream that a function returns is just a value. */
export interface LiveResult {
  readonly [LIVE]: LiveStream;
}

/** Marks a stream as the result of a streaming function. */
export function liveResult(stream: ReadableStream<unknown>, contentType: string | (() => string)): LiveResult {
  return { [LIVE]: { stream, contentType: typeof contentType === 'string' ? () => contentType : contentType } };
}

/** Returns the stream of a streaming function, or `undefined` for any other result. */
export function liveStreamOf(result: unknown): LiveStream | undefined {
  return typeof result === 'object' && result !== null && LIVE in result ? (result as LiveResult)[LIVE] : undefined; // only liveResult uses the symbol
}

/**
 * Starts a streaming handler and returns what it writes, while it writes. The stream breaks off when the handler fails or its time is up. If
 * nobody reads it any more, the handler's stream is destroyed.
 */
export function startStream(handler: object, event: unknown, context: PlainContext, runtime: LambdaRuntime): LiveResult {
  const milliseconds = context.getRemainingTimeInMillis();
  // Whoever calls this knows that the handler is marked as streaming.
  const call = callStreaming(handler as Handler, event, context, RUNTIMES[runtime]);
  const timer = startTimer(milliseconds, () => call.destroy(new TaskTimeoutError(milliseconds)));
  const source: UnderlyingDefaultSource<unknown> = {
    async pull(controller) {
      try {
        const { done, value } = await call.chunks.next();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(toError(error));
      }
      clearTimeout(timer);
    },
    cancel() {
      clearTimeout(timer);
      call.destroy();
    },
  };
  return liveResult(new ReadableStream(source, { highWaterMark: 0 }), call.contentType);
}

/** How much of a streamed body is kept, in bytes. */
const KEPT = 10 * 1024 * 1024;

/** What a stream contained when it ended. */
export interface Streamed {
  readonly bytes: Uint8Array;
  /** Why it broke off. `undefined` if it did not. */
  readonly error?: unknown;
}

/** Returns the same stream, read at the same speed, and a promise of what it contained. */
export function watchStream(body: ReadableStream<Uint8Array>): { body: ReadableStream<Uint8Array>; streamed: Promise<Streamed> } {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let finish: (error?: unknown) => void = () => undefined;
  const streamed = new Promise<Streamed>((resolve) => {
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
  return { body: new ReadableStream(source, { highWaterMark: 0 }), streamed };
}
