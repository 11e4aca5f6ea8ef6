import type { Target } from '../aws/target.js';
import type { HttpResponse } from '../http/response.js';
import type { Issue } from './issues/issues.js';

/** A target whose results always become HTTP responses. Of a WebSocket API's, only that of `$connect` does. */
export type RenderTarget = Exclude<Target, 'websocket'>;

/** What the client receives for a result, and what is to be said about the result. */
export interface RenderedResponse extends HttpResponse {
  /** Whether the gateway took the result; `false`: it answered for the function (502, 500 …), and an issue of severity `error` says why. */
  ok: boolean;
  /** Findings about the result, in the order of its fields. Empty for a result that does what its author expects. */
  issues: readonly Issue[];
}

/** What rendering cannot do by itself. */
export interface RenderOptions {
  /**
   * Compresses a body for a REST API with `minimumCompressionSize`. Default: Node's zlib; without it (a browser, for example) bodies stay
   * as they are, and an issue says so.
   */
  compress?: (coding: ContentCoding, bytes: Uint8Array) => Uint8Array;
}

/** A content coding that a REST API can apply. */
export type ContentCoding = 'gzip' | 'deflate';
