import { nowOf } from '../gateway/clock.js';
import { cloudFrontOf } from '../gateway/cloud-front.js';
import type { Gateway } from '../gateway/gateway.js';
import { idsOf } from '../gateway/ids.js';
import { allowsBody } from '../http/allows-body.js';
import { encodeBody } from '../http/encode-body.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { statusTextOf } from '../http/status-text.js';
import { headerSetting } from './settings.js';
import { GATEWAY_FIELDS, type GatewayField } from './targets/gateway-fields.js';

/** A response before the gateway adds its own fields. */
export interface Parts {
  readonly status: number;
  /** Content-Type, as spelled. Empty: the response has none. */
  readonly type: readonly HttpField[];
  /** All other fields, in order. */
  readonly fields: readonly HttpField[];
  /** Bytes, or text that is sent as UTF-8. */
  readonly body: Uint8Array | string;
  /** The field that marks the end of a streamed body. Absent: Content-Length with the length of `body`. */
  readonly framing?: HttpField;
  /** Whether the parts come from the function's result, not from an answer of the gateway. */
  readonly isResult: boolean;
}

/** The parts of a rendering that are needed to compose a response. */
export interface Composing {
  readonly gateway: Gateway;
  readonly request: HttpRequest;
}

// recorded [rest-rec-HandlesHeadersCorrectly]: the trace id of a REST API has these parts, too.
const TRACE_SUFFIX = ';Parent=0a1b2c3d4e5f6071;Sampled=0;Lineage=1:1a2b3c4d:0';

/**
 * Composes a response. The order of the fields is the one that AWS's guide shows for REST, with `Date` in front; for HTTP APIs it follows
 * public transcripts.
 *
 * @throws GatewayError `invalid-option` for a setting that a header can't contain.
 */
export function compose(parts: Parts, { gateway, request }: Composing): HttpResponse {
  const { status, isResult } = parts;
  const { before, after } = GATEWAY_FIELDS[gateway.target];
  const body = allowsBody(status) ? bytesOf(parts.body) : new Uint8Array(0);
  const headers: HttpField[] = [dateOf(gateway)];
  for (const field of parts.type) headers.push(field);
  const framing = framingOf(parts, body, request);
  if (framing !== undefined) headers.push(framing);
  headers.push(['Connection', 'keep-alive']);
  addFields(headers, before, gateway, isResult);
  for (const field of parts.fields) headers.push(field);
  addFields(headers, after, gateway, isResult);
  if (gateway.endpointType === 'EDGE') for (const field of cloudFrontFields(gateway, isResult)) headers.push(field);
  return { status, statusText: statusTextOf(status), headers, body: request.method === 'HEAD' ? new Uint8Array(0) : body };
}

function bytesOf(body: Parts['body']): Uint8Array {
  return typeof body === 'string' ? encodeBody(body) : body;
}

/** Returns the Date field. */
export function dateOf(gateway: Gateway): HttpField {
  const second = Math.floor(nowOf(gateway) / 1000);
  if (second !== lastDate.second) lastDate = { second, text: new Date(second * 1000).toUTCString() };
  return ['Date', lastDate.text];
}

/** The date that was written last. Formatting one takes longer than everything else in a small response, and it stays for a second. */
let lastDate = { second: Number.NaN, text: '' };

/** Returns whether a response with this status to this request has a body. */
export function sendsBody(status: number, request: HttpRequest): boolean {
  return allowsBody(status) && request.method !== 'HEAD';
}

// assumed: a response that can't have a body has no length; the answer to HEAD has the length that GET would get.
function framingOf({ status, framing }: Parts, body: Uint8Array, request: HttpRequest): HttpField | undefined {
  if (!allowsBody(status)) return undefined;
  if (framing === undefined) return ['Content-Length', `${body.length}`];
  return framing[0] === 'Transfer-Encoding' && request.method === 'HEAD' ? undefined : framing;
}

function addFields(headers: HttpField[], fields: readonly GatewayField[], gateway: Gateway, isResult: boolean): void {
  const ids = idsOf(gateway);
  for (const [name, id] of fields) {
    // recorded [rest-rec-HandlesZeroStatusCode]: the gateway's own answers have no trace id.
    if (id === 'traceId' && !isResult) continue;
    const value = gateway.ids === undefined ? ids[id] : headerSetting(ids[id], ['ids', id]);
    headers.push([name, id === 'traceId' && gateway.target === 'rest' && !value.includes(';') ? value + TRACE_SUFFIX : value]);
  }
}

// recorded [rest-rec-invoke-api-with-headers]: an edge-optimized API answers through CloudFront, which adds these.
function cloudFrontFields(gateway: Gateway, isResult: boolean): readonly HttpField[] {
  if (gateway.target !== 'rest') return [];
  const { edgeId, requestId } = cloudFrontOf(gateway);
  return [
    ['X-Cache', isResult ? 'Miss from cloudfront' : 'Error from cloudfront'],
    ['Via', `1.1 ${headerSetting(edgeId, ['cloudFront', 'edgeId'])}.cloudfront.net (CloudFront)`],
    ['X-Amz-Cf-Pop', 'IAD89-P1'],
    ['X-Amz-Cf-Id', headerSetting(requestId, ['cloudFront', 'requestId'])],
  ];
}
