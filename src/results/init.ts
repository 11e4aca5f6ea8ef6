import type { ResultHeaders } from './fields.js';

/** What a result may say besides its content. */
export interface ResultInit {
  /** The status. Default: the builder's own, mostly 200. */
  readonly status?: number;
  /** Headers; a Content-Type given here goes before the builder's own. */
  readonly headers?: ResultHeaders;
  /** Set-Cookie lines, in order, as a serializer of cookies writes them: `seen=1; Max-Age=60`. */
  readonly cookies?: readonly string[];
  /** The request's method: the answer to `HEAD` keeps its headers and loses its body. Default: one whose answer has a body. */
  readonly method?: string;
}

/** What a result on a WebSocket route may say: its status decides on `$connect`, where Sec-WebSocket-Protocol is the one header sent. */
export type WebsocketResultInit = Omit<ResultInit, 'cookies' | 'method'>;
