import type { HttpField } from './request.js';

/** An HTTP response as a client reads it from the wire. */
export interface HttpResponse {
  /** The status code: 100 to 599. */
  status: number;
  /** The reason phrase of the status line: `OK`. HTTP/2 has none; here it is the usual one. */
  statusText: string;
  /** Header fields in the order sent, names spelled as on HTTP/1.1. A repeated name is a repeated pair. */
  headers: readonly HttpField[];
  /** The body's bytes; of length zero without a body. */
  body: Uint8Array;
}
