import { DIALECTS, type Dialect, exactly } from './dialect.js';

/** How the metadata in front of a stream is read. An HTTP API has no streaming. */
export const STREAM_DIALECTS: { readonly rest: Dialect; readonly 'function-url': Dialect } = {
  rest: {
    ...DIALECTS.rest,
    // documented: `cookies` is taken here, and refused in a buffered result.
    keys: exactly('statusCode', 'headers', 'multiValueHeaders', 'cookies'),
    otherKey: 'key-ignored', // assumed
    coerced: { boolean: 'assumed', number: 'assumed', 'numeric text': 'assumed' },
    // documented: the function says itself where the body ends, or the gateway says `chunked`. assumed: all others as in a buffered result.
    special: without(DIALECTS.rest.special, 'content-length', 'transfer-encoding'),
  },
  'function-url': {
    ...DIALECTS['function-url'],
    keys: exactly('statusCode', 'headers', 'cookies'),
    withoutStatus: 200, // recorded
    guessesMissingBody: false,
  },
};

function without<K, V>(map: ReadonlyMap<K, V>, ...keys: readonly K[]): ReadonlyMap<K, V> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}
