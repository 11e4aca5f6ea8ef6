/** Answers of authorizers, each for a while. */
export interface AuthorizerCache {
  get(key: string): unknown;
  /** @param ttl how long to keep the answer, in seconds. */
  set(key: string, answer: unknown, ttl: number): void;
}

/** Most answers that are kept; the oldest goes first. */
const CAPACITY = 1000;

/** A cache that forgets. */
export function createAuthorizerCache(now: () => number = Date.now): AuthorizerCache {
  const answers = new Map<string, { readonly answer: unknown; readonly until: number }>();
  return {
    get(key) {
      const entry = answers.get(key);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry.answer;
      answers.delete(key);
      return undefined;
    },
    set(key, answer, ttl) {
      answers.delete(key);
      answers.set(key, { answer, until: now() + ttl * 1000 });
      const [oldest] = answers.keys();
      if (answers.size > CAPACITY && oldest !== undefined) answers.delete(oldest);
    },
  };
}
