import type { ResultHeaders } from './fields.js';

/** Options of a result. */
export interface ResultInit {
  /** The status. Default: the builder's own, usually 200. */
  readonly status?: number;
  /** Headers. A Content-Type here replaces the builder's own. */
  readonly headers?: ResultHeaders;
  /** Complete Set-Cookie lines, in order, as a cookie serializer writes them: `seen=1; Max-Age=60`. */
  readonly cookies?: readonly string[];
  /** The request's method. With `HEAD`, the result keeps its headers and has no body. Default: a method whose response has a body. */
  readonly method?: string;
}

/**
 * Options of a result on a WebSocket route. On `$connect`, the status accepts or rejects the connection, and only the header
 * Sec-WebSocket-Protocol is sent.
 */
export type WebsocketResultInit = Omit<ResultInit, 'cookies' | 'method'>;
