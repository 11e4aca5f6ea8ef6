import { type LiveResult, type LiveStream, liveResult } from '../function/live-stream.js';
import { startTimer } from '../function/timer.js';

/** How long a gateway waits for a stream, in milliseconds. */
export interface StreamLimits {
  /** For the whole stream. */
  readonly timeout: number;
  /** For each chunk. */
  readonly idle: number;
}

/** A stream that ends at the gateway's limits. */
export interface LimitedStream {
  readonly result: LiveResult;
  /** Resolves when the first bytes arrive, or with `false` if a limit is reached before them. */
  readonly hasBegun: Promise<boolean>;
}

/** Returns the same stream, which breaks off when it takes too long or is silent for too long. */
export function limitStream({ stream, contentType }: LiveStream, { timeout, idle }: StreamLimits): LimitedStream {
  const reader = stream.getReader();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let settle: (hasBegun: boolean) => void = () => undefined;
  const hasBegun = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  function stopTimers(): void {
    for (const timer of timers) clearTimeout(timer);
  }
  const source: UnderlyingDefaultSource<unknown> = {
    start(controller) {
      timers.add(startTimer(timeout, () => breakOff(controller, `The stream took longer than ${timeout} ms, the gateway's limit.`)));
    },
    async pull(controller) {
      const message = `The function wrote nothing for ${idle} ms, the gateway's limit.`;
      const silence = startTimer(idle, () => breakOff(controller, message));
      timers.add(silence);
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
        if (done) stopTimers();
      } catch (error) {
        controller.error(error);
        stopTimers();
      }
      clearTimeout(silence);
      timers.delete(silence);
      settle(true);
    },
    async cancel(reason) {
      stopTimers();
      await reader.cancel(reason);
    },
  };
  function breakOff(controller: ReadableStreamDefaultController<unknown>, message: string): void {
    const error = new Error(message);
    settle(false);
    stopTimers();
    controller.error(error);
    reader.cancel(error).catch(() => undefined); // nobody reads it any more
  }
  return { result: liveResult(new ReadableStream(source), contentType), hasBegun };
}
