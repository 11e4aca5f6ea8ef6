import { nowOf } from '../gateway/clock.js';
import { cloudFrontOf } from '../gateway/cloud-front.js';
import type { Gateway } from '../gateway/gateway.js';
import { type GatewayIds, idsOf } from '../gateway/ids.js';
import { allowsBody } from '../http/allows-body.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { statusTextOf } from '../http/status-text.js';
import { DIALECTS } from './targets/dialect.js';
import type { RenderTarget } from './types.js';

/** What is particular to a response; the gateway's own fields come around it. */
export interface Content {
  readonly status: number;
  /** Content-Type, as spelled; none: no such field. */
  readonly type: readonly HttpField[];
  /** All other fields that are particular to the response. */
  readonly fields: readonly HttpField[];
  readonly body: Uint8Array;
  /** The field that says where a streamed body ends. Absent: Content-Length with the length of `body`. */
  readonly framing?: HttpField;
  /** Whether the function's result is in it; the gateway's own answers have no trace id (recorded). */
  readonly isResult: boolean;
}

// recorded: a REST API traces its answers like this.
const TRACE_SUFFIX = ';Parent=0a1b2c3d4e5f6071;Sampled=0;Lineage=1:1a2b3c4d:0';

/**
 * Puts a response together. The order of the fields is the one that AWS's guide shows for REST, `Date` before it; for HTTP APIs it follows
 * public transcripts.
 */
export function compose(content: Content, gateway: Gateway<RenderTarget>, request: HttpRequest): HttpResponse {
  const { status, body } = content;
  const { before, after } = DIALECTS[gateway.target];
  const ids = idsOf(gateway);
  const headers: readonly HttpField[] = [
    ['Date', new Date(nowOf(gateway)).toUTCString()],
    ...content.type,
    ...framingOf(content, request),
    ['Connection', 'keep-alive'],
    ...before.map(([name, id]) => [name, ids[id]] as const),
    ...content.fields,
    // recorded: the gateway's own answers have no trace id.
    ...after.filter(([, id]) => id !== 'traceId' || content.isResult).map(([name, id]) => [name, idValueOf(id, ids, gateway)] as const),
    ...cloudFrontFields(gateway, content.isResult),
  ];
  return { status, statusText: statusTextOf(status), headers, body: sendsBody(status, request) ? body : new Uint8Array(0) };
}

/** Whether a response with this status to this request has a body. */
export function sendsBody(status: number, request: HttpRequest): boolean {
  return allowsBody(status) && request.method !== 'HEAD';
}

// assumed: a response that cannot have a body has no length; the answer to HEAD has the length that GET would see.
function framingOf({ status, body, framing }: Content, request: HttpRequest): readonly HttpField[] {
  if (!allowsBody(status)) return [];
  if (framing === undefined) return [['Content-Length', `${body.length}`]];
  return framing[0] === 'Transfer-Encoding' && request.method === 'HEAD' ? [] : [framing];
}

function idValueOf(id: keyof GatewayIds, ids: Required<GatewayIds>, { target }: Gateway<RenderTarget>): string {
  return id === 'traceId' && target === 'rest' && !ids.traceId.includes(';') ? ids.traceId + TRACE_SUFFIX : ids[id];
}

// recorded: an edge-optimised API answers through CloudFront, which adds these.
function cloudFrontFields(gateway: Gateway<RenderTarget>, isResult: boolean): readonly HttpField[] {
  if (gateway.target !== 'rest' || gateway.endpointType !== 'EDGE') return [];
  const { edgeId, requestId } = cloudFrontOf(gateway);
  return [
    ['X-Cache', isResult ? 'Miss from cloudfront' : 'Error from cloudfront'],
    ['Via', `1.1 ${edgeId}.cloudfront.net (CloudFront)`],
    ['X-Amz-Cf-Pop', 'IAD89-P1'],
    ['X-Amz-Cf-Id', requestId],
  ];
}
