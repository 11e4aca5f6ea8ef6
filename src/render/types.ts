import type { Target } from '../aws/target.js';
import type { HttpResponse } from '../http/response.js';
import type { Issue } from './issues/issue.js';

/** A target whose results always become HTTP responses. On a WebSocket API, only the result of `$connect` does. */
export type RenderTarget = Exclude<Target, 'websocket'>;

/** What the client receives for a result, and what was found in the result. */
export interface RenderedResponse extends HttpResponse {
  /**
   * Whether the gateway accepted the result. `false`: the gateway answered in the function's place (502, 500 …), and an issue with the
   * severity `error` explains why.
   */
  ok: boolean;
  /** What was found in the result, in the order of its fields. Empty for a result that works as you would expect. */
  issues: readonly Issue[];
}

/** Options of rendering. */
export interface RenderOptions {
  /**
   * Compresses a body for a REST API with `minimumCompressionSize`. Default: zlib in Node.js. Elsewhere, bodies stay as they are, and an
   * issue reports it.
   */
  compress?: (coding: ContentCoding, bytes: Uint8Array) => Uint8Array;
}

/** A content coding that a REST API can apply. */
export type ContentCoding = 'gzip' | 'deflate';
