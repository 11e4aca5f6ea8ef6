import type { PostedMessage } from './view.js';

/** The last messages that functions posted to clients. */
export interface PostLog {
  /** The messages that are kept, oldest first. */
  readonly posts: readonly PostedMessage[];
  /** Keeps a message, and drops the oldest one if there are too many. */
  add(connectionId: string, message: Uint8Array): void;
}

/** How many messages are kept. */
const KEPT = 200;

/** How much of a message is kept, in bytes. */
const EXCERPT = 400;

/**
 * Creates a log of posted messages.
 *
 * @param lastIndex returns the number of the exchange that ended last.
 */
export function createPostLog(now: () => number, lastIndex: () => number): PostLog {
  const posts: PostedMessage[] = [];
  return {
    posts,
    add(connectionId, message) {
      const text = new TextDecoder().decode(message.subarray(0, EXCERPT));
      posts.push({ connectionId, postedAt: now(), after: lastIndex(), text });
      if (posts.length > KEPT) posts.shift();
    },
  };
}
