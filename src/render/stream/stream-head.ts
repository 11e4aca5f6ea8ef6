import { BYTES_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import { type Head, headOf } from '../headers/head.js';
import { reportOther } from '../issues/report-other.js';
import { decodePrelude, PRELUDE_TYPE } from '../outcome/prelude.js';
import { bindResult } from '../read/bind.js';
import { checkValue } from '../read/bind-headers.js';
import { assume, isRejected, type Rendering } from '../rendering.js';
import { DIALECTS } from '../targets/dialect.js';
import { OWN_FAILURES } from '../targets/own-failures.js';
import { STREAM_DIALECTS } from '../targets/stream-dialect.js';
import { framingOf } from './stream-framing.js';
import { CHUNKED, isStreaming, type StreamFailure, streamFailure } from './streaming-mode.js';

/** The start of a streamed response: everything but the body. */
export interface StreamHead extends Pick<Head, 'type' | 'fields'> {
  readonly status: number;
  /** The field that marks the end of the body. Absent if the body isn't sent. */
  readonly framing?: HttpField;
  /** Length of the body in bytes, if the function stated it. */
  readonly length?: number;
  /** Where the body begins, in bytes from the start of the stream. */
  readonly bodyStart: number;
}

/**
 * Returns whether a stream certainly has no metadata: the function has set a different content type, and the gateway checks that. REST
 * doesn't.
 */
export function isRaw(contentType: string | undefined, { target }: Gateway): boolean {
  return contentType !== undefined && contentType !== PRELUDE_TYPE && target !== 'rest';
}

/**
 * Reads the start of a stream.
 *
 * @param start its first 16 KB, or all of it.
 * @param contentType what the function set as the stream's type; `undefined` if that is not known.
 * @returns `payload` if there is nothing to stream and all of it is an ordinary payload.
 */
export function readStreamHead(
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
    // reported [stream-end-empty]: a function URL sends nothing as an empty 200, without what `HttpResponseStream.from` set.
    if (target === 'function-url' && start.length === 0) {
      reportOther(report, 'stream-without-prelude', [], undefined, { severity: 'warning', evidence: 'reported' });
      return rawHead(undefined, rendering);
    }
    reportOther(report, 'stream-without-prelude', []);
    // reported [url-stream-metadata-type-only]: a function URL answers 502.
    return target === 'function-url' ? { ...streamFailure(gateway), evidence: 'reported' } : streamFailure(gateway);
  }
  if (target !== 'rest' && target !== 'function-url') {
    reportOther(report, 'stream-unsupported', []);
    return { failure: OWN_FAILURES['malformed-result'] };
  }
  const metadata = parseObject(prelude.text);
  if (metadata === undefined) reportOther(report, 'prelude-not-json', []);
  // assumed: the headers that mark the end of a body are special as in any other result, if nothing is streamed.
  const { special } = (isStreaming(gateway) ? STREAM_DIALECTS : DIALECTS)[target];
  const head = metadata && headWith(metadata, { ...rendering, dialect: { ...STREAM_DIALECTS[target], special } });
  return head === undefined || isRejected(rendering) ? streamFailure(gateway) : { ...head, bodyStart: prelude.end };
}

function headWith(metadata: object, rendering: Rendering): Omit<StreamHead, 'bodyStart'> {
  const { gateway, request, report } = rendering;
  const bound = bindResult(metadata, rendering);
  const { type, fields } = headOf(bound, true, rendering);
  if (!hasType(bound.headers, bound.lists)) assume(rendering, 'stream-type', ['headers']);
  const { status } = bound;
  if (!isStreaming(gateway)) {
    // documented: a BUFFERED integration sends status and headers, and no body. A report shows 502 (case stream-into-buffered-rest).
    reportOther(report, 'stream-buffered', []);
    return { status, type, fields };
  }
  const { field, rest, length } = framingOf(fields, rendering);
  // A client can't tell the difference, because the answer to HEAD has no body either way.
  if (request.method === 'HEAD' && length === undefined) assume(rendering, 'stream-head', [], { severity: 'info' });
  return { status, type, fields: rest, framing: field, ...(length !== undefined && { length }) };
}

// reported [stream-raw-empty]: without metadata, a function URL sends everything as the body of a 200, in the content type of the stream.
function rawHead(contentType: string | undefined, rendering: Rendering): StreamHead | StreamFailure {
  const type = checkValue(contentType ?? BYTES_TYPE, ['contentType'], rendering.report);
  if (isRejected(rendering)) return streamFailure(rendering.gateway);
  return { status: 200, type: [['Content-Type', type]], fields: [], framing: CHUNKED, bodyStart: 0 };
}

function hasType(headers: readonly { readonly key: string }[], lists: readonly { readonly name: string }[]): boolean {
  return headers.some(({ key }) => key === 'content-type') || lists.some(({ name }) => name.toLowerCase() === 'content-type');
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
