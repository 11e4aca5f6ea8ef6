import type { StreamingCall } from '../runtime/call-streaming.js';

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

/** Sends what a handler streams, one piece for each that the server asks for. Rejects if the handler or its stream fails. */
export async function streamAnswer(call: StreamingCall, sink: AnswerSink): Promise<void> {
  const demand = createDemand();
  let hasBegun = false;
  function begin(): void {
    if (!hasBegun) sink.begin(call.contentType());
    hasBegun = true;
  }
  sink.open({ sendMore: demand.add, cancel: () => call.destroy() });
  for await (const chunk of call.chunks) {
    begin();
    await demand.take();
    sink.write(new Uint8Array(chunk)); // its own bytes, not those of Node's pool
  }
  begin();
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
