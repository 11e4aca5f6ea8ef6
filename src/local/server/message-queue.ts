/** How many messages of one client are handled at the same time; the others wait. assumed: AWS names no number for one connection. */
export const MOST_AT_ONCE = 100;

/** Where messages go, and how to slow down their sender. */
export interface MessageFlow {
  /** Handles a message. Never rejects. */
  handle(message: string): Promise<void>;
  /** Checks whether the sender reads too slowly to be sent more. */
  isFull(): boolean;
  /** Stops reading from the sender. */
  pause(): void;
  /** Reads from the sender again. */
  resume(): void;
}

/** Messages of one client, handled in the order in which they came. */
export interface MessageQueue {
  add(message: string): void;
  /** Continues after `isFull` may have changed. */
  update(): void;
}

/**
 * Creates the queue of one client. It reads no more from the client than it can handle, so that a client that sends without reading cannot
 * fill the memory.
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
