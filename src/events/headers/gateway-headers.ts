import { type CloudFront, cloudFrontOf } from '../../gateway/cloud-front.js';
import { allValuesOf, lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { sourceIpOf } from '../request/request-fields.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import type { HeaderRules } from './header-rules.js';

/** Adds one header of the gateway. It replaces the client's header of that name. */
export type AddHeader = (name: string, value: string) => void;

/** Adds the headers of the gateway, and for an edge-optimized API those of CloudFront. */
export function addGatewayHeaders({ request, gateway, endpoint, ids }: ResolvedRequest, rules: HeaderRules, add: AddHeader): void {
  const edge = gateway.target === 'rest' && gateway.endpointType === 'EDGE' ? cloudFrontOf(gateway) : undefined;
  if (lastValueOf(request.headers, 'host') === undefined) add('Host', endpoint.domainName);
  if (rules.contentLength !== 'as-sent' && lastValueOf(request.headers, 'content-length') === undefined) {
    add(rules.contentLength, String(request.body?.length ?? 0));
  }
  // assumed: a trace id of the client stays.
  if (lastValueOf(request.headers, 'x-amzn-trace-id') === undefined) add('X-Amzn-Trace-Id', ids.traceId);
  // recorded [rest-edge-post-no-body]: an edge-optimized API adds CloudFront's address. assumed: the client's own header comes first.
  const addresses = edge === undefined ? sourceIpOf(request) : `${sourceIpOf(request)}, ${edge.edgeIp}`;
  const before = allValuesOf(request.headers, 'x-forwarded-for');
  add('X-Forwarded-For', before.length === 0 ? addresses : `${before.join(', ')}, ${addresses}`);
  add('X-Forwarded-Port', '443');
  add('X-Forwarded-Proto', 'https');
  if (edge !== undefined) addCloudFrontHeaders(edge, request, add);
  if (rules.handshake) {
    add('Connection', 'upgrade');
    add('Upgrade', 'websocket');
  }
  if (gateway.target === 'function-url') {
    add('x-amzn-tls-version', 'TLSv1.2');
    add('x-amzn-tls-cipher-suite', 'ECDHE-RSA-AES128-GCM-SHA256');
  }
}

function addCloudFrontHeaders(edge: Required<CloudFront>, request: HttpRequest, add: AddHeader): void {
  add('CloudFront-Forwarded-Proto', 'https');
  add('CloudFront-Is-Desktop-Viewer', String(edge.device === 'desktop'));
  add('CloudFront-Is-Mobile-Viewer', String(edge.device === 'mobile'));
  add('CloudFront-Is-SmartTV-Viewer', String(edge.device === 'smarttv'));
  add('CloudFront-Is-Tablet-Viewer', String(edge.device === 'tablet'));
  add('CloudFront-Viewer-ASN', edge.viewerAsn);
  add('CloudFront-Viewer-Country', edge.viewerCountry);
  // assumed: the proxies of the client's own header come first.
  add('Via', [...allValuesOf(request.headers, 'via'), `1.1 ${edge.edgeId}.cloudfront.net (CloudFront)`].join(', '));
  add('X-Amz-Cf-Id', edge.requestId);
}
