import type { Evidence } from '../../aws/evidence.js';
import { BYTES_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import { allowsBody } from '../../http/allows-body.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { compose, sendsBody } from '../compose.js';
import { type Head, headOf } from '../headers/head.js';
import type { FailureType } from '../outcome/outcome.js';
import { decodePrelude } from '../outcome/prelude.js';
import { PRELUDE_TYPE } from '../outcome/streamed-result.js';
import { bind } from '../read/bind.js';
import { isRefused, type Rendering } from '../rendering.js';
import { STREAM_DIALECTS } from '../targets/stream-dialect.js';
import type { RenderTarget } from '../types.js';
import { CHUNKED, framingOf } from './stream-framing.js';

/** The start of a streamed response: everything but the body. */
export interface StreamHead extends Pick<Head, 'type' | 'fields'> {
  readonly status: number;
  /** The field that says where the body ends; absent where the body is not sent. */
  readonly framing?: HttpField;
  /** Length of the body in bytes, if the function stated it. */
  readonly length?: number;
  /** Where the body begins, in bytes from the start of the stream. */
  readonly bodyStart: number;
}

/** What the gateway answers to a stream that it cannot read. */
export interface StreamFailure {
  readonly failure: FailureType;
  readonly evidence?: Evidence;
}

/** Whether the gateway passes on what the function streams. */
export function isStreaming({ target, responseTransferMode, invokeMode }: Gateway<RenderTarget>): boolean {
  return (target === 'rest' && responseTransferMode === 'STREAM') || (target === 'function-url' && invokeMode === 'RESPONSE_STREAM');
}

/** Whether a stream surely has no metadata in front: the function has set a type of its own, and the gateway looks at that. REST does not. */
export function isRaw(contentType: string | undefined, { target }: Gateway<RenderTarget>): boolean {
  return contentType !== undefined && contentType !== PRELUDE_TYPE && target !== 'rest';
}

/**
 * Reads the start of a stream.
 *
 * @param start its first 16 KB, or all of it.
 * @param contentType what the function set as the stream's type; `undefined`: not known.
 * @returns `payload` when there is nothing to stream and all of it is an ordinary payload.
 */
export function headOfStream(
  start: Uint8Array,
  contentType: string | undefined,
  rendering: Rendering,
): StreamHead | StreamFailure | 'payload' {
  const { gateway, report } = rendering;
  const { target } = gateway;
  const prelude = isRaw(contentType, gateway) ? undefined : decodePrelude(start);
  if (prelude === undefined) {
    if (!isStreaming(gateway)) return 'payload';
    if (target === 'function-url' && contentType !== PRELUDE_TYPE) return rawHead(contentType, rendering);
    report('stream-without-prelude', [], 'there are no eight NUL bytes within the first 16 KB');
    return failureOf(rendering);
  }
  if (target !== 'rest' && target !== 'function-url') {
    report('stream-unsupported', []);
    return { failure: 'malformed-result' };
  }
  const metadata = parsed(prelude.text);
  if (metadata === undefined) report('prelude-not-json', [], 'it is no JSON object');
  const head = metadata && boundHead(metadata, { ...rendering, dialect: STREAM_DIALECTS[target] });
  return head === undefined || isRefused(rendering) ? failureOf(rendering) : { ...head, bodyStart: prelude.end };
}

/** Puts a streamed response together whose body is at hand. */
export function composeStreamed(head: StreamHead, body: Uint8Array, { gateway, request, report }: Rendering): HttpResponse {
  const { status, type, fields, framing, length } = head;
  if (body.length > 0 && framing !== undefined && !allowsBody(status)) report('body-dropped', ['body'], `${status}`);
  if (framing === undefined) return compose({ status, type, fields, body: NO_BODY, isResult: true }, gateway, request);
  if (length === undefined || !sendsBody(status, request))
    return compose({ status, type, fields, framing, body, isResult: true }, gateway, request);
  if (length !== body.length) report('content-length-wrong', ['headers'], `${length} instead of ${body.length}`);
  // assumed: what is beyond the stated length is not sent. A body that is shorter would never end; here it has its real length.
  return compose({ status, type, fields, body: body.subarray(0, length), isResult: true }, gateway, request);
}

const NO_BODY = new Uint8Array(0);

function boundHead(metadata: unknown, rendering: Rendering): Omit<StreamHead, 'bodyStart'> {
  const { gateway, request, report } = rendering;
  const bound = bind(metadata, rendering.dialect, report);
  const { type, fields } = headOf(bound, true, rendering);
  if (!hasType(bound.headers, bound.lists)) report('behaviour-assumed', ['headers'], `the content type is ${type[0]?.[1]}`);
  const { status } = bound;
  if (!isStreaming(gateway)) {
    // documented: a BUFFERED integration sends status and headers, and no body.
    report('stream-buffered', []);
    return { status, type, fields };
  }
  const { field, rest, length } = framingOf(fields, rendering);
  if (request.method === 'HEAD' && length === undefined) report('behaviour-assumed', [], 'the answer to HEAD has no Transfer-Encoding');
  return { status, type, fields: rest, framing: field, ...(length !== undefined && { length }) };
}

// assumed: without metadata, a function URL sends all as the body of a 200 of the type that the function set.
function rawHead(contentType: string | undefined, { report }: Rendering): StreamHead {
  const type = contentType ?? BYTES_TYPE;
  report('behaviour-assumed', ['headers'], `all that is written is the body of a 200 of type ${type}`);
  return { status: 200, type: [['Content-Type', type]], fields: [], framing: CHUNKED, bodyStart: 0 };
}

/** documented: a stream that a REST API cannot read is a 500; its text is a guess. Without streaming, it is a malformed result. */
export function failureOf({ gateway }: Rendering): StreamFailure {
  return isStreaming(gateway)
    ? { failure: 'api-configuration', evidence: 'assumed' }
    : { failure: 'malformed-result', evidence: 'assumed' };
}

function hasType(headers: readonly { readonly key: string }[], lists: readonly { readonly name: string }[]): boolean {
  return headers.some(({ key }) => key === 'content-type') || lists.some(({ name }) => name.toLowerCase() === 'content-type');
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
