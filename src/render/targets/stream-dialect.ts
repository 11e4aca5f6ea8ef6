import { DIALECTS, type Dialect, exactly } from './dialect.js';

/** How the metadata in front of a stream is read. An HTTP API has no streaming. */
export const STREAM_DIALECTS: { readonly rest: Dialect; readonly 'function-url': Dialect } = {
  rest: {
    ...DIALECTS.rest,
    // documented: `cookies` is accepted here, but not in a buffered result.
    keys: exactly('statusCode', 'headers', 'multiValueHeaders', 'cookies'),
    otherKey: 'key-ignored', // assumed
    coerced: { boolean: 'assumed', number: 'assumed', 'numeric text': 'assumed' },
    // documented: the function can set Content-Length; otherwise the body is chunked. assumed: all other headers as in a buffered result.
    special: without(DIALECTS.rest.special, 'content-length', 'transfer-encoding'),
  },
  'function-url': {
    ...DIALECTS['function-url'],
    keys: exactly('statusCode', 'headers', 'cookies'),
    withoutStatus: 200, // recorded [url-rec-prelude-unknown-key]
    guessesMissingBody: false,
  },
};

function without<K, V>(map: ReadonlyMap<K, V>, ...keys: readonly K[]): ReadonlyMap<K, V> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}
