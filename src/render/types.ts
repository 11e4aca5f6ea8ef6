import type { Gateway } from '../gateway/gateway.js';
import type { Target } from '../gateway/target.js';
import type { HttpResponse } from '../http/response.js';
import type { Issue } from './issues.js';

/** A target whose results always become HTTP responses. Of a WebSocket API's, only that of `$connect` does; see {@link ConnectGateway}. */
export type RenderTarget = Exclude<Target, 'websocket'>;

/** The settings of a WebSocket API whose `$connect` route is answered: by an HTTP response, unlike any message. */
export interface ConnectGateway extends Gateway<'websocket'> {
  route: '$connect';
}

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
   * Compresses a body for a REST API with `minimumCompressionSize`; in Node `(coding, bytes) => coding === 'gzip' ? gzipSync(bytes) :
   * deflateSync(bytes)`. Default: bodies stay as they are, and an issue says so.
   */
  compress?: (coding: ContentCoding, bytes: Uint8Array) => Uint8Array;
}

/** A content coding that a REST API can apply. */
export type ContentCoding = 'gzip' | 'deflate';
