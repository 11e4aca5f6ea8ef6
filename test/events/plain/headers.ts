import { HEADER_RULES, type HeaderReader, type HeaderRules } from '../../../src/events/headers/header-rules.js';
import { cloudFrontOf } from '../../../src/gateway/cloud-front.js';
import type { Gateway } from '../../../src/gateway/gateway.js';
import { idsOf } from '../../../src/gateway/ids.js';
import { endpointOf } from '../../../src/gateway/settings.js';
import type { HttpRequest } from '../../../src/http/request.js';
import { titleCase } from '../../../src/http/title-case.js';

/** One header of an event: its name, spelled as in the event, and its values in order. */
export type HeaderEntry = readonly [name: string, values: string[]];

/** The headers of an event, collected in a map and sorted at the end. The library must find the same ones. */
export function eventHeadersPlainly(request: HttpRequest, gateway: Gateway, reader: HeaderReader): HeaderEntry[] {
  const rules = HEADER_RULES[reader];
  const headers = new Map<string, HeaderEntry>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (rules.dropped.has(key) || (rules.dropsSignature && key === 'authorization' && value.startsWith('AWS4-'))) continue;
    const entry = headers.get(key);
    if (entry === undefined) headers.set(key, [spell(name, key, request, gateway, rules), [value]]);
    else entry[1].push(value);
  }
  for (const [name, value] of gatewayHeaders(request, gateway, rules)) {
    headers.set(name.toLowerCase(), [rules.spelling === 'lower-case' ? name.toLowerCase() : name, [value]]);
  }
  const byKey = [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return rules.order === 'ignoring-case' ? byKey : byKey.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Pairs grouped by name, in the order of their first appearance. */
export function gatherPlainly(pairs: Iterable<readonly [name: string, value: string]>): HeaderEntry[] {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) lists.set(name, [...(lists.get(name) ?? []), value]);
  return [...lists];
}

type Pair = readonly [name: string, value: string];

function gatewayHeaders(request: HttpRequest, gateway: Gateway, rules: HeaderRules): Pair[] {
  const sent = (name: string): string[] => request.headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
  const { edgeIp, edgeId, device, viewerAsn, viewerCountry, requestId } = cloudFrontOf(gateway);
  const edge = isEdge(gateway);
  const sourceIp = request.sourceIp ?? '203.0.113.1';
  return [
    ...when(sent('host').length === 0, [['Host', endpointOf(gateway).domainName]]),
    ...when(rules.contentLength !== 'as-sent' && sent('content-length').length === 0, [
      [rules.contentLength, String(request.body?.length ?? 0)],
    ]),
    ...when(sent('x-amzn-trace-id').length === 0, [['X-Amzn-Trace-Id', idsOf(gateway).traceId]]),
    ['X-Forwarded-For', [...sent('x-forwarded-for'), sourceIp, ...(edge ? [edgeIp] : [])].join(', ')],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
    ...when(edge, [
      ['CloudFront-Forwarded-Proto', 'https'],
      ['CloudFront-Is-Desktop-Viewer', String(device === 'desktop')],
      ['CloudFront-Is-Mobile-Viewer', String(device === 'mobile')],
      ['CloudFront-Is-SmartTV-Viewer', String(device === 'smarttv')],
      ['CloudFront-Is-Tablet-Viewer', String(device === 'tablet')],
      ['CloudFront-Viewer-ASN', viewerAsn],
      ['CloudFront-Viewer-Country', viewerCountry],
      ['Via', [...sent('via'), `1.1 ${edgeId}.cloudfront.net (CloudFront)`].join(', ')],
      ['X-Amz-Cf-Id', requestId],
    ]),
    ...when(rules.handshake, [
      ['Connection', 'upgrade'],
      ['Upgrade', 'websocket'],
    ]),
    ...when(gateway.target === 'function-url', [
      ['x-amzn-tls-version', 'TLSv1.2'],
      ['x-amzn-tls-cipher-suite', 'ECDHE-RSA-AES128-GCM-SHA256'],
    ]),
  ];
}

function when(condition: boolean, items: readonly Pair[]): readonly Pair[] {
  return condition ? items : [];
}

function isEdge({ target, endpointType }: Gateway): boolean {
  return target === 'rest' && endpointType === 'EDGE';
}

function spell(name: string, key: string, request: HttpRequest, gateway: Gateway, rules: HeaderRules): string {
  if (rules.spelling === 'lower-case') return key;
  if (isEdge(gateway) && (key === 'authorization' || key === 'user-agent')) return titleCase(key);
  if (request.httpVersion === '2') return rules.capitalised.has(key) ? titleCase(key) : key;
  return name;
}
