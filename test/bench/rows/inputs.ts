import type { EventInit } from 'apigw-proxy';

// The requests, events and results that the benchmark uses.

/** A request as many APIs get it. */
export const RICH = {
  route: 'POST /users/{id}/notes',
  pathParameters: { id: 42 },
  query: { tag: ['a', 'b'], full: true },
  cookies: { session: 'abc', theme: 'dark' },
  headers: {
    Accept: '*/*',
    'Accept-Encoding': 'gzip, br',
    'Accept-Language': 'en',
    'User-Agent': 'bench/1',
    'X-A': '1',
    'X-B': '2',
    'X-C': '3',
  },
  json: { text: 'hello', list: [1, 2, 3] },
} as const satisfies EventInit;

/** A request with 100 headers and a body of 1 MB. */
export const LARGE = {
  route: 'POST /users/{id}/notes',
  pathParameters: { id: 42 },
  headers: { 'content-type': 'application/json', ...headers(100) },
  body: JSON.stringify({ text: 'x'.repeat(1_000_000) }),
} as const satisfies EventInit;

/** Returns headers of usual length. */
export function headers(count: number): Record<string, string> {
  return Object.fromEntries(numbers(count).map((index) => [`X-Header-${index}`, `value ${index} of some usual length`]));
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Returns an event as Lambda's runtime gives it to a handler. */
export function received<T>(event: T): T {
  return JSON.parse(JSON.stringify(event)) as T; // an event has no other values than those of JSON
}

/**
 * Returns events with the same fields in other layouts, as V8 calls them: other keys first, one unknown field, other headers. An API with
 * many clients gets them like this.
 */
export function layoutsOf<T extends object>(event: T, count: number): T[] {
  return numbers(count).map((index) => {
    const entries = Object.entries(received(event));
    const turned = [...entries.slice(index % entries.length), ...entries.slice(0, index % entries.length)];
    const changed = turned.map(([key, value]) => [key, key === 'headers' ? { ...value, [`X-Layout-${index}`]: 'a' } : value]);
    return received(Object.fromEntries([...changed, [`unknown${index}`, index]]) as T); // the fields of `event`, and one more
  });
}
