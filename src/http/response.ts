import type { HttpField } from './request.js';

/** An HTTP response exactly as the client receives it. */
export interface HttpResponse {
  /** The status code, from 100 to 599. */
  status: number;
  /** The reason phrase of the status line: `OK`. HTTP/2 doesn't send it. */
  statusText: string;
  /** Headers in the order they are sent, spelled as on HTTP/1.1. A repeated header is a repeated pair. */
  headers: readonly HttpField[];
  /** The bytes of the body. Empty without a body. They can be a part of a larger `buffer`. */
  body: Uint8Array;
}
