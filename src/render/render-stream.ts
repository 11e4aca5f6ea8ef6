import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { answerFailure } from './answers/answer-failure.js';
import { answerPreflight } from './answers/preflight.js';
import { compose, sendsBody } from './compose.js';
import type { Issue } from './issues/issue.js';
import { reportOther } from './issues/report-other.js';
import { payload } from './payload.js';
import { renderResult } from './render-result.js';
import { isRejected, PLAIN_GET, type Rendering, startRendering } from './rendering.js';
import { partsOf } from './stream/answer-stream.js';
import { isRaw, readStreamHead, type StreamHead } from './stream/stream-head.js';
import { bodyAfter, readAll, readStart, type StreamStart } from './stream/stream-reader.js';
import { isStreaming } from './stream/streaming-mode.js';
import { OWN_FAILURES } from './targets/own-failures.js';
import type { RenderOptions, RenderTarget } from './types.js';

/** What the client receives for a result; its body arrives as the function writes it. */
export interface RenderedStream extends Omit<HttpResponse, 'body'> {
  /** The body as it arrives, without any transfer coding. The stream fails where the transfer to the client would break off. */
  body: ReadableStream<Uint8Array>;
  /** Whether the gateway accepted the result. */
  ok: boolean;
  /** The issues of the start of the stream. The rest is not checked. */
  issues: readonly Issue[];
}

/** Options of {@link renderStream}. */
export interface StreamOptions extends RenderOptions {
  /**
   * Returns the content type that the function set for its stream (`setContentType`). Called after the first bytes. Behind a
   * function URL, a stream of another type has no metadata and is sent immediately. Default: the first 16 KB are searched for
   * metadata.
   */
  contentType?: () => string | undefined;
}

/**
 * Renders the response that the client receives for a streamed result. Reads at most the first 16 KB before it answers, and after
 * that only as fast as the body of the answer is read. A gateway that doesn't stream needs all of it first. Never throws for a result.
 *
 * @param result the function's stream, with metadata in front. Or whatever `renderResult` accepts, as a stream of a single piece.
 * @param gateway with `responseTransferMode: 'STREAM'` (REST) or `invokeMode: 'RESPONSE_STREAM'` (function URL).
 * @param request the request that is answered. Default: a GET without headers.
 * @param options as for `renderResult`, and the content type of the stream.
 * @throws as `renderResult`.
 * @example
 * ```ts
 * import { renderStream, streamedResult } from 'apigw-proxy';
 *
 * const gateway = { target: 'function-url', invokeMode: 'RESPONSE_STREAM' } as const;
 * const { status, body } = await renderStream(streamedResult({ statusCode: 201 }, 'hello'), gateway);
 * console.log(status, await new Response(body).text()); // => 201 hello
 * ```
 */
export async function renderStream(
  result: unknown,
  gateway: Gateway<RenderTarget>,
  request: HttpRequest = PLAIN_GET,
  options: StreamOptions = {},
): Promise<RenderedStream> {
  const rendering = startRendering(gateway, request, options);
  if (!isReadableStream(result)) return toStream(renderResult(result, gateway, request, options));
  const answer = answerPreflight(rendering);
  if (answer !== undefined) {
    await discard(result);
    return toStream({ ...compose(answer, rendering), ...findings(rendering) });
  }
  const typeOf = (): string | undefined => stringOf(options.contentType?.());
  const start = await readStart(result, () => isRaw(typeOf(), gateway));
  if ('reason' in start) {
    reportOther(rendering.report, 'stream-failed', [], start.reason);
    return toStream({ ...compose(answerFailure(OWN_FAILURES['function-error'], rendering), rendering), ...findings(rendering) });
  }
  const head = readStreamHead(start.bytes, typeOf(), rendering);
  if (head === 'payload') return toStream(renderResult(payload(await readAll(start)), gateway, request, options));
  if (!('failure' in head)) return streamBody(head, start, rendering);
  await start.cancel();
  return toStream({ ...compose(answerFailure(head.failure, rendering, head), rendering), ...findings(rendering) });
}

/** A function can set anything as the content type of its stream. */
function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

async function discard(stream: ReadableStream<unknown>): Promise<void> {
  try {
    await stream.cancel();
  } catch {
    // Somebody else reads it.
  }
}

async function streamBody(head: StreamHead, start: StreamStart, rendering: Rendering): Promise<RenderedStream> {
  const { gateway, request } = rendering;
  const { framing, length, bodyStart } = head;
  const parts = partsOf(head, '');
  const { status, statusText, headers } = compose(framing === undefined ? parts : { ...parts, framing }, rendering);
  if (isStreaming(gateway) && sendsBody(status, request)) {
    return { status, statusText, headers, body: bodyAfter(start, bodyStart, length), ...findings(rendering) };
  }
  await start.cancel();
  return { status, statusText, headers, body: streamOf(NO_BODY), ...findings(rendering) };
}

const NO_BODY = new Uint8Array(0);

function findings(rendering: Rendering): Pick<RenderedStream, 'ok' | 'issues'> {
  return { ok: !isRejected(rendering), issues: rendering.issues };
}

function toStream<T extends HttpResponse & Pick<RenderedStream, 'ok' | 'issues'>>({ body, ...rest }: T): RenderedStream {
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
    return typeof (value as Partial<ReadableStream> | null | undefined)?.getReader === 'function'; // no other value has it
  } catch {
    return false; // A proxy that can't be read is not a stream.
  }
}
