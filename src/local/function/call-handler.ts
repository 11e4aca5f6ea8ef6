import type { StreamedResult } from '../../render/outcome/outcome.js';
import { streamedBytes } from '../../render/streamed-result.js';
import { liveStreamOf } from './live-stream.js';
import { remoteCallOf } from './remote-handler.js';
import { callBuffered } from './runtime/call-buffered.js';
import { callStreaming } from './runtime/call-streaming.js';
import { warnOfCallback } from './runtime/callback-warning.js';
import { type EventLoop, sharedLoop } from './runtime/event-loop.js';
import { type Handler, kindOf } from './runtime/handler-kind.js';
import type { PlainContext } from './runtime/invocation-context.js';
import { type LambdaRuntime, RUNTIMES } from './runtime/lambda-runtime.js';

/** A call that has begun. */
export interface StartedCall {
  /** What the handler returned or streamed, as `value`. Rejects with what it threw. */
  readonly answer: Promise<{ readonly value: unknown }>;
  /** Cuts a stream off, and stops watching what the handler has started. */
  stop(error: Error): void;
}

/** Calls a handler. What it streams in this process is collected; a handler that runs elsewhere may resolve with a live stream. */
export function startCall(
  handler: (...given: never[]) => unknown,
  event: unknown,
  context: PlainContext,
  runtime: LambdaRuntime,
): StartedCall {
  const remote = remoteCallOf(handler);
  if (remote !== undefined) return { answer: waitForValue(remote(event, context, runtime)), stop: () => undefined };
  const rules = RUNTIMES[runtime];
  const call = handler as Handler; // Lambda's runtime doesn't know the types of a handler either
  if (kindOf(handler, rules) === 'streaming') {
    const streaming = callStreaming(call, event, context, rules);
    return { answer: waitForValue(collect(streaming.chunks, streaming.contentType)), stop: streaming.destroy };
  }
  warnOfCallback(handler, rules);
  const loop = rules.hasCallbacks ? sharedLoop() : UNWATCHED;
  return { answer: callBuffered({ handler: call, event, context, rules, loop }), stop: loop.release };
}

async function waitForValue(result: Promise<unknown>): Promise<{ readonly value: unknown }> {
  return { value: await result };
}

/** The loop of a handler without callbacks, which nobody waits for. */
const UNWATCHED: EventLoop = { isExact: false, run: (call) => call(), release: () => undefined, whenEmpty: () => undefined };

/** Collects a stream that is still live. Returns any other result as it is. */
export async function collectLive(result: unknown): Promise<unknown> {
  const live = liveStreamOf(result);
  return live === undefined ? result : collect(live.stream, live.contentType);
}

async function collect(chunks: AsyncIterable<unknown>, contentType: () => string): Promise<StreamedResult> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk as Uint8Array); // both sources have bytes only
  return streamedBytes(Buffer.concat(parts), contentType());
}
