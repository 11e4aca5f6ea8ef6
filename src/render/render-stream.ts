import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { answerFailure, answerPreflight } from './answers/gateway-answer.js';
import { compose, sendsBody } from './compose.js';
import type { Issue } from './issues/issues.js';
import { payload } from './outcome/outcome.js';
import { renderResult } from './render-result.js';
import { isRefused, PLAIN_GET, type Rendering, renderingOf } from './rendering.js';
import { bodyAfter, readAll, readStart, type StreamStart } from './stream/stream-reader.js';
import { headOfStream, isRaw, isStreaming, type StreamHead } from './stream/streaming.js';
import type { RenderOptions, RenderTarget } from './types.js';

/** What the client receives for a result, its body as it comes. */
export interface RenderedStream extends Omit<HttpResponse, 'body'> {
  /** The body's bytes as they come, without any transfer coding. It errors where the client would see the transfer break off. */
  body: ReadableStream<Uint8Array>;
  /** Whether the gateway took what the function answered. */
  ok: boolean;
  /** Findings about the start of the stream; what comes later is not looked at. */
  issues: readonly Issue[];
}

/** What rendering a stream cannot do or see by itself. */
export interface StreamOptions extends RenderOptions {
  /**
   * The content type that the function set for its stream (`setContentType`), asked when the first bytes are there. Behind a function URL,
   * one without metadata in front is passed on at once. Default: not known, and metadata is looked for in the first 16 KB.
   */
  contentType?: () => string | undefined;
}

/**
 * What the client receives for what a function streams. Reads no further than the first 16 KB before it answers, and after that only as
 * fast as the answer's body is read; a gateway that does not stream has to have it all. Never throws on a result.
 *
 * @param result the function's stream, metadata in front; or whatever `renderResult` takes, which then is a stream of one piece.
 * @param gateway with `responseTransferMode: 'STREAM'` (REST) or `invokeMode: 'RESPONSE_STREAM'` (function URL).
 * @param request the request that is answered. Default: a GET without headers.
 * @param options as for `renderResult`, and what the function set as the stream's content type.
 * @throws as `renderResult`.
 */
export async function renderStream(
  result: unknown,
  gateway: Gateway<RenderTarget>,
  request: HttpRequest = PLAIN_GET,
  options: StreamOptions = {},
): Promise<RenderedStream> {
  if (!isReadableStream(result)) return streamed(renderResult(result, gateway, request, options));
  const rendering = renderingOf(gateway, request, options);
  const answer = answerPreflight(rendering);
  if (answer !== undefined) {
    await discard(result);
    return streamed({ ...answer, ...found(rendering) });
  }
  const { contentType } = options;
  const start = await readStart(result, () => isRaw(contentType?.(), gateway));
  if ('reason' in start) {
    rendering.report('stream-failed', [], start.reason);
    return streamed({ ...answerFailure('function-error', rendering), ...found(rendering) });
  }
  const head = headOfStream(start.bytes, contentType?.(), rendering);
  if (head === 'payload') return streamed(renderResult(payload(await readAll(start)), gateway, request, options));
  if (!('failure' in head)) return live(head, start, rendering);
  await start.cancel();
  return streamed({ ...answerFailure(head.failure, rendering, head), ...found(rendering) });
}

async function discard(stream: ReadableStream<unknown>): Promise<void> {
  try {
    await stream.cancel();
  } catch {
    // Somebody else reads it.
  }
}

async function live(head: StreamHead, start: StreamStart, rendering: Rendering): Promise<RenderedStream> {
  const { gateway, request } = rendering;
  const { status, type, fields, framing, length } = head;
  const content = { status, type, fields, body: new Uint8Array(0), isResult: true };
  const { statusText, headers } = compose({ ...content, ...(framing && { framing }) }, gateway, request);
  if (isStreaming(gateway) && sendsBody(status, request)) {
    return { status, statusText, headers, body: bodyAfter(start, head.bodyStart, length), ...found(rendering) };
  }
  await start.cancel();
  return { status, statusText, headers, body: streamOf(content.body), ...found(rendering) };
}

function found(rendering: Rendering): Pick<RenderedStream, 'ok' | 'issues'> {
  return { ok: !isRefused(rendering), issues: rendering.issues };
}

function streamed<T extends HttpResponse & Pick<RenderedStream, 'ok' | 'issues'>>({ body, ...rest }: T): RenderedStream {
  return { ...rest, body: streamOf(body) };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

function isReadableStream(value: unknown): value is ReadableStream<unknown> {
  try {
    return typeof value === 'object' && value !== null && 'getReader' in value && typeof value.getReader === 'function';
  } catch {
    return false; // a proxy that refuses to be read is no stream
  }
}
