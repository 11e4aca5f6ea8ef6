import type { CloudFront } from '../gateway/cloud-front.js';
import type { Gateway } from '../gateway/gateway.js';
import { idsOf } from '../gateway/ids.js';
import { withoutParameters } from '../gateway/media-types.js';
import type { Endpoint } from '../gateway/settings.js';
import type { Target } from '../gateway/target.js';
import type { HttpRequest } from '../http/request.js';

/** One header of an event: its name as the event spells it and its values in order. */
export type HeaderEntry = readonly [name: string, values: string[]];

/** What a target does to the headers of a request. */
interface HeaderRules {
  /** Headers that do not reach the function, in lower case. */
  readonly dropped: ReadonlySet<string>;
  /** Whether SigV4 signatures are taken out of Authorization's way. */
  readonly dropsSignature: boolean;
  /** `always` writes a Content-Length of 0 where there is no body. */
  readonly contentLength: 'as-sent' | 'always';
  /** How names of an HTTP/2 client, or of any client, are spelled. */
  readonly spelling: 'lower-case' | 'as-sent';
  /** With `as-sent`: names that are capitalised although an HTTP/2 client sent them in lower case. */
  readonly capitalised: ReadonlySet<string>;
  /** Names stand in the order of their bytes, with or without regard to case. */
  readonly order: 'ignoring-case' | 'bytes';
}

const CAPITALISED = ['host', 'user-agent', 'x-amzn-trace-id', 'x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto'];
const NOTHING: ReadonlySet<string> = new Set();

const HEADER_RULES: Readonly<Record<Target, HeaderRules>> = {
  rest: {
    // recorded: these twelve never reach the function of a REST proxy integration.
    dropped: new Set(
      'connection content-length content-md5 expect max-forwards proxy-authenticate server te trailer transfer-encoding upgrade www-authenticate'.split(
        ' ',
      ),
    ),
    // recorded: a SigV4 signature is taken away on REST and kept on HTTP APIs.
    dropsSignature: true,
    contentLength: 'as-sent',
    spelling: 'as-sent',
    capitalised: new Set(CAPITALISED),
    order: 'ignoring-case',
  },
  'http-1.0': {
    dropped: new Set(['connection']),
    dropsSignature: false,
    // recorded: HTTP APIs always have a content-length, '0' without a body.
    contentLength: 'always',
    spelling: 'as-sent',
    capitalised: new Set([...CAPITALISED, 'content-length', 'content-type']),
    order: 'bytes',
  },
  'http-2.0': {
    dropped: new Set(['connection', 'cookie']),
    dropsSignature: false,
    contentLength: 'always',
    spelling: 'lower-case',
    capitalised: NOTHING,
    order: 'bytes',
  },
  // recorded: of a handshake's headers, these three stay behind.
  websocket: {
    dropped: new Set(['connection', 'upgrade', 'content-length']),
    dropsSignature: false,
    contentLength: 'as-sent',
    spelling: 'as-sent',
    capitalised: new Set(CAPITALISED),
    order: 'ignoring-case',
  },
  // recorded: a function URL keeps the cookie header beside `cookies`, and adds no content-length.
  'function-url': {
    dropped: new Set(['connection']),
    dropsSignature: false,
    contentLength: 'as-sent',
    spelling: 'lower-case',
    capitalised: NOTHING,
    order: 'bytes',
  },
};

/** The headers of an event: the client's, without those that are dropped, and the gateway's, spelled and ordered. */
export function eventHeaders(request: HttpRequest, gateway: Gateway, endpoint: Endpoint): HeaderEntry[] {
  const rules = HEADER_RULES[gateway.target];
  const headers = new Map<string, HeaderEntry>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (rules.dropped.has(key) || (rules.dropsSignature && key === 'authorization' && value.startsWith('AWS4-'))) continue;
    const entry = headers.get(key);
    if (entry === undefined) headers.set(key, [spell(name, key, request, gateway, rules), [value]]);
    else entry[1].push(value);
  }
  addGatewayHeaders(request, gateway, endpoint, (name, value) => {
    const key = name.toLowerCase();
    headers.set(key, [rules.spelling === 'lower-case' ? key : name, [value]]);
  });
  const byKey = rules.order === 'ignoring-case';
  return [...headers]
    .sort(([keyA, [nameA]], [keyB, [nameB]]) => (byKey ? compare(keyA, keyB) : compare(nameA, nameB)))
    .map(([, entry]) => entry);
}

/** The last value of a header, names compared without regard to case; `undefined` when it was not sent. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  return request.headers.findLast(([sent]) => sent.toLowerCase() === name)?.[1];
}

/** The media type of a request's body in lower case, without parameters; `undefined` without a Content-Type. */
export function mediaTypeOf(request: HttpRequest): string | undefined {
  const contentType = headerOf(request, 'content-type');
  return contentType === undefined ? undefined : withoutParameters(contentType);
}

function addGatewayHeaders(request: HttpRequest, gateway: Gateway, endpoint: Endpoint, add: (name: string, value: string) => void): void {
  const edge = gateway.target === 'rest' && gateway.endpointType === 'EDGE' ? cloudFrontOf(gateway) : undefined;
  if (headerOf(request, 'host') === undefined) add('Host', endpoint.domainName);
  if (HEADER_RULES[gateway.target].contentLength === 'always') add('Content-Length', String(request.body?.length ?? 0));
  // assumed: a trace that the client started goes on.
  if (headerOf(request, 'x-amzn-trace-id') === undefined) add('X-Amzn-Trace-Id', idsOf(gateway).traceId);
  // recorded: the address the connection came from is added to what the client claims; an edge-optimised API adds CloudFront's, too.
  const forwardedFor = [headerOf(request, 'x-forwarded-for'), sourceIpOf(request), edge?.edgeIp];
  add('X-Forwarded-For', forwardedFor.filter((address) => address !== undefined).join(', '));
  add('X-Forwarded-Port', '443');
  add('X-Forwarded-Proto', 'https');
  if (edge !== undefined) addCloudFrontHeaders(edge, add);
  if (gateway.target === 'function-url') {
    add('x-amzn-tls-version', 'TLSv1.2');
    add('x-amzn-tls-cipher-suite', 'ECDHE-RSA-AES128-GCM-SHA256');
  }
}

/** The address that a request came from. */
export function sourceIpOf(request: HttpRequest): string {
  return request.sourceIp ?? '203.0.113.1';
}

function addCloudFrontHeaders(edge: Required<CloudFront>, add: (name: string, value: string) => void): void {
  add('CloudFront-Forwarded-Proto', 'https');
  add('CloudFront-Is-Desktop-Viewer', String(edge.device === 'desktop'));
  add('CloudFront-Is-Mobile-Viewer', String(edge.device === 'mobile'));
  add('CloudFront-Is-SmartTV-Viewer', String(edge.device === 'smarttv'));
  add('CloudFront-Is-Tablet-Viewer', String(edge.device === 'tablet'));
  add('CloudFront-Viewer-ASN', edge.viewerAsn);
  add('CloudFront-Viewer-Country', edge.viewerCountry);
  add('Via', `1.1 ${edge.edgeId}.cloudfront.net (CloudFront)`);
  add('X-Amz-Cf-Id', edge.requestId);
}

function cloudFrontOf(gateway: Gateway): Required<CloudFront> {
  return {
    viewerCountry: 'US',
    viewerAsn: '16509',
    device: 'desktop',
    edgeIp: '198.51.100.7',
    edgeId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    requestId: 'Xf1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2v3W4x5Y6z==',
    ...gateway.cloudFront,
  };
}

/** How a header of the client is spelled. */
function spell(name: string, key: string, request: HttpRequest, gateway: Gateway, rules: HeaderRules): string {
  if (rules.spelling === 'lower-case') return key;
  if (request.httpVersion === '2') return rules.capitalised.has(key) ? capitalise(key) : key;
  // recorded: CloudFront respells these two, whatever the client wrote.
  const respelled = gateway.endpointType === 'EDGE' && (key === 'authorization' || key === 'user-agent');
  return respelled ? capitalise(key) : name;
}

/** `x-forwarded-for` → `X-Forwarded-For`. */
function capitalise(key: string): string {
  return key.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
