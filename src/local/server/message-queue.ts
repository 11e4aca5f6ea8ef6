/** How many messages of a client are handled at the same time. assumed: AWS documents no number for a single connection. */
export const MOST_AT_ONCE = 100;

/** What to do with messages, and how to slow down the client. */
export interface MessageFlow {
  /** Handles a message. Never rejects. */
  handle(message: string): Promise<void>;
  /** Returns whether the client reads too slowly for more messages. */
  isFull(): boolean;
  /** Stops reading from the client. */
  pause(): void;
  /** Reads from the client again. */
  resume(): void;
}

/** The messages of a client, handled in their order. */
export interface MessageQueue {
  add(message: string): void;
  /** Call it when `isFull` may have changed. */
  update(): void;
}

/**
 * Creates the queue of a client. It reads only as much as it can handle, so that a client that sends without reading cannot fill the memory.
 */
export function createMessageQueue({ handle, isFull, pause, resume }: MessageFlow): MessageQueue {
  const waiting: string[] = [];
  let running = 0;
  let isPaused = false;

  function update(): void {
    while (waiting.length > 0 && running < MOST_AT_ONCE && !isFull()) start(waiting.shift() ?? '');
    const isBusy = waiting.length > 0 || running >= MOST_AT_ONCE || isFull();
    if (isBusy === isPaused) return;
    isPaused = isBusy;
    if (isPaused) pause();
    else resume();
  }

  function start(message: string): void {
    running += 1;
    void handle(message).then(() => {
      running -= 1;
      update();
    });
  }

  return {
    add(message) {
      waiting.push(message);
      update();
    },
    update,
  };
}
