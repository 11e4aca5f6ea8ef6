import type { CloudFront } from '../../gateway/cloud-front.js';
import { byteLength } from '../../http/text.js';
import { joinedField } from '../request/fields.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import type { SentRequest } from '../request/sent-request.js';
import type { HeaderRules } from './header-rules.js';

/** A header that the gateway adds. It replaces the client's header of that name. */
export interface GatewayHeader {
  readonly name: string;
  /** Whether it is added to a request whose client sent headers with these names, in lower case. */
  isAdded(keys: readonly string[], rules: HeaderRules, isEdge: boolean): boolean;
  /** Returns the value. Only CloudFront's headers use the second argument. */
  valueOf(resolved: ResolvedRequest, edge: Required<CloudFront>): string;
}

const always = (): boolean => true;
const onHandshakes = (_keys: readonly string[], rules: HeaderRules): boolean => rules.handshake;
const onFunctionUrls = (_keys: readonly string[], rules: HeaderRules): boolean => rules.tls;
const onEdges = (_keys: readonly string[], _rules: HeaderRules, isEdge: boolean): boolean => isEdge;

function deviceHeader(name: string, device: CloudFront['device']): GatewayHeader {
  return { name, isAdded: onEdges, valueOf: (_, edge) => String(edge.device === device) };
}

function contentLengthHeader(name: HeaderRules['contentLength']): GatewayHeader {
  return {
    name,
    isAdded: (keys, rules) => rules.contentLength === name && !keys.includes('content-length'),
    valueOf: ({ request }) => String(lengthOf(request)),
  };
}

function lengthOf({ body = '' }: SentRequest): number {
  return typeof body === 'string' ? byteLength(body) : body.length;
}

/** The headers of the gateway, and for an edge-optimized API those of CloudFront. */
export const GATEWAY_HEADERS: readonly GatewayHeader[] = [
  { name: 'Host', isAdded: (keys) => !keys.includes('host'), valueOf: ({ endpoint }) => endpoint.domainName },
  contentLengthHeader('Content-Length'),
  contentLengthHeader('content-length'),
  // assumed: a trace id of the client stays.
  { name: 'X-Amzn-Trace-Id', isAdded: (keys) => !keys.includes('x-amzn-trace-id'), valueOf: ({ ids }) => ids.traceId },
  {
    name: 'X-Forwarded-For',
    isAdded: always,
    // recorded [rest-edge-post-no-body]: an edge-optimized API adds CloudFront's address. assumed: the client's own header comes first.
    valueOf({ request, gateway }, edge) {
      const before = joinedField(request.fields, 'x-forwarded-for', ', ');
      const addresses = isEdgeOptimized(gateway) ? `${request.sourceIp}, ${edge.edgeIp}` : request.sourceIp;
      return before === undefined ? addresses : `${before}, ${addresses}`;
    },
  },
  { name: 'X-Forwarded-Port', isAdded: always, valueOf: () => '443' },
  { name: 'X-Forwarded-Proto', isAdded: always, valueOf: () => 'https' },
  { name: 'CloudFront-Forwarded-Proto', isAdded: onEdges, valueOf: () => 'https' },
  deviceHeader('CloudFront-Is-Desktop-Viewer', 'desktop'),
  deviceHeader('CloudFront-Is-Mobile-Viewer', 'mobile'),
  deviceHeader('CloudFront-Is-SmartTV-Viewer', 'smarttv'),
  deviceHeader('CloudFront-Is-Tablet-Viewer', 'tablet'),
  { name: 'CloudFront-Viewer-ASN', isAdded: onEdges, valueOf: (_, edge) => edge.viewerAsn },
  { name: 'CloudFront-Viewer-Country', isAdded: onEdges, valueOf: (_, edge) => edge.viewerCountry },
  {
    name: 'Via',
    isAdded: onEdges,
    // assumed: the proxies of the client's own header come first.
    valueOf({ request }, edge) {
      const before = joinedField(request.fields, 'via', ', ');
      const own = `1.1 ${edge.edgeId}.cloudfront.net (CloudFront)`;
      return before === undefined ? own : `${before}, ${own}`;
    },
  },
  { name: 'X-Amz-Cf-Id', isAdded: onEdges, valueOf: (_, edge) => edge.requestId },
  { name: 'Connection', isAdded: onHandshakes, valueOf: () => 'upgrade' },
  { name: 'Upgrade', isAdded: onHandshakes, valueOf: () => 'websocket' },
  { name: 'x-amzn-tls-version', isAdded: onFunctionUrls, valueOf: () => 'TLSv1.2' },
  { name: 'x-amzn-tls-cipher-suite', isAdded: onFunctionUrls, valueOf: () => 'ECDHE-RSA-AES128-GCM-SHA256' },
];

/** Whether CloudFront is in front of the API. */
export function isEdgeOptimized({ target, endpointType }: ResolvedRequest['gateway']): boolean {
  return target === 'rest' && endpointType === 'EDGE';
}
