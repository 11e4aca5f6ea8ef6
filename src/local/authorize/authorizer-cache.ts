/** The cached answers of authorizers. */
export interface AuthorizerCache {
  /** Returns the answer for a key, or `undefined` if there is none any more. */
  get(key: string): unknown;
  /** @param ttl how long to keep the answer, in seconds. */
  set(key: string, answer: unknown, ttl: number): void;
}

/** How many answers are kept at most. The oldest is dropped first. */
const CAPACITY = 1000;

/** Creates a cache. */
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
