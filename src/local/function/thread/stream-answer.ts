import { openStream, type StreamHandler } from '../stream-runtime.js';
import type { OpenContext } from './call-handler.js';

/** The server's controls of an answer that is being streamed. */
export interface OpenAnswer {
  /** Sends one more piece. */
  sendMore(): void;
  /** Stops it: nobody reads it any more. */
  cancel(): void;
}

/** Where an answer goes. */
export interface AnswerSink {
  /** Called at once, with the controls. */
  open(answer: OpenAnswer): void;
  /** Called before the first piece, or at the end of a stream without one. */
  begin(contentType: string): void;
  /** Called with each piece that the server asked for. */
  write(chunk: Uint8Array): void;
}

/**
 * Runs a streaming handler and sends what it writes, one piece for each that the server asks for. Rejects if the handler or its stream
 * fails.
 */
export async function streamAnswer(handler: StreamHandler<unknown>, event: unknown, context: OpenContext, sink: AnswerSink): Promise<void> {
  const { responseStream, contentType } = openStream();
  const demand = createDemand();
  let hasBegun = false;
  function begin(): void {
    if (!hasBegun) sink.begin(contentType());
    hasBegun = true;
  }
  async function send(): Promise<void> {
    for await (const chunk of responseStream) {
      begin();
      await demand.take();
      sink.write(new Uint8Array(Buffer.from(chunk))); // text, if the handler set an encoding
    }
  }
  async function run(): Promise<void> {
    await handler(event, responseStream, { ...context, done: ignore, succeed: ignore, fail: ignore });
  }
  sink.open({ sendMore: demand.add, cancel: () => void responseStream.destroy() });
  try {
    await Promise.all([run(), send()]);
    begin();
  } finally {
    responseStream.destroy();
  }
}

/** Pieces that the server asked for and has not got. */
function createDemand(): { add(): void; take(): Promise<void> } {
  let count = 0;
  let wake = (): void => undefined;
  return {
    add() {
      count += 1;
      wake();
    },
    async take() {
      while (count === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      count -= 1;
    },
  };
}

function ignore(): void {}
