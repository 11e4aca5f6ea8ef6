import type { CorsConfiguration } from '../../gateway/cors.js';
import type { HttpField } from '../../http/request.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';
import type { AnyCase } from './any-case.js';

/** What a function returned, and the response that the client must get. */
export interface RenderCase extends AnyCase {
  /** Settings of the API that matter. Absent and `null`: the defaults. */
  readonly settings?: RenderCaseSettings | null;
  /** What matters of the request. Absent and `null`: a GET without headers. */
  readonly request?: RenderCaseRequest | null;
  /** What the function returned, or a mark: see {@link ErrorMark}, {@link StreamMark}, {@link StreamBytesMark}. */
  readonly lambdaResult?: unknown;
  readonly expect: CaseExpectation & {
    /** Parts that other evidence contradicts. A response that agrees with one of them holds, too. */
    readonly alternatives?: readonly (Partial<CaseExpectation> & { readonly evidence?: string })[];
  };
}

/** Settings of the API in a {@link RenderCase}. */
export interface RenderCaseSettings {
  readonly binaryMediaTypes?: readonly string[] | null;
  /** Size of the smallest body to compress, in bytes. */
  readonly minimumCompressionSize?: number | null;
  readonly cors?: CorsConfiguration | null;
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM' | null;
  readonly invokeMode?: 'BUFFERED' | 'RESPONSE_STREAM' | null;
  readonly endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE' | null;
  /** WebSocket: the route, such as `$connect`. */
  readonly routeKey?: string | null;
  /** WebSocket: whether the route sends what the function returns. */
  readonly routeResponse?: boolean | null;
}

/** The request in a {@link RenderCase}. */
export interface RenderCaseRequest {
  readonly method?: string;
  readonly accept?: string | null;
  readonly acceptEncoding?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | readonly HttpField[] | null;
}

/**
 * In place of a result: the failure that happened.
 *
 * @example
 * ```ts no-run
 * import type { ErrorMark, StreamBytesMark, StreamMark } from 'apigw-proxy/conformance';
 *
 * export const keysOf = (mark: ErrorMark | StreamMark | StreamBytesMark): string[] => Object.keys(mark);
 * ```
 */
export interface ErrorMark {
  readonly $error: { readonly type: FailureType };
}

/** In place of a result: what the function streamed. */
export interface StreamMark {
  readonly $stream: { readonly prelude?: HttpResponseStreamMetadata; readonly body?: string; readonly bodyBase64?: string };
}

/** In place of a result: bytes that a function streamed without a prelude. */
export interface StreamBytesMark {
  readonly $streamBytes: { readonly text: string; readonly contentType: string };
}

/** What a response must be like. Absent parts don't matter. */
export interface CaseExpectation {
  /** `null`: there is no response, because it is a WebSocket message. */
  readonly status?: number | null;
  /** Values by lowercase name, in order. `null`: the header must be absent. */
  readonly headers?: Readonly<Record<string, readonly string[] | null>>;
  /** Lowercase names of headers whose values don't matter. */
  readonly present?: readonly string[];
  /** Header names as spelled on HTTP/1.1. */
  readonly rawNames?: readonly string[];
  /** Sources of regular expressions by lowercase name, for values that differ in every response. */
  readonly matching?: Readonly<Record<string, string>>;
  readonly bodyText?: string;
  readonly bodyBase64?: string;
  /** `json`: spaces in the body don't matter. */
  readonly compareBodyAs?: 'json';
  /** The body without its `Content-Encoding`. */
  readonly decodedBodyText?: string;
  /** Whether the order of a header's values doesn't matter. */
  readonly unordered?: boolean;
  /** WebSocket: the message. `null`: there is none. */
  readonly frame?: string | null;
  /** A body with `{placeholders}`. `true`: `bodyText` is one. */
  readonly bodyTemplate?: boolean | string;
}
