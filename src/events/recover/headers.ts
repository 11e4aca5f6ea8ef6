import type { CloudFront } from '../../gateway/cloud-front.js';
import { cloudFrontOf } from '../../gateway/cloud-front.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { HttpField } from '../../http/request.js';
import { type Fields, fieldsOf, stringOf } from './fields.js';

/** What the headers of an event show. */
export interface RecoveredHeaders {
  /** The headers that the client sent. The others of these fields are not among them. */
  readonly headers: readonly HttpField[];
  /** The cookies. Absent without any. */
  readonly cookies?: readonly string[];
  /** The trace id. Absent without one. */
  readonly traceId?: string;
  /** What CloudFront added. Absent if it was not in front. */
  readonly cloudFront?: CloudFront;
}

/** What else the event shows about its request. */
export interface HeaderFacts {
  readonly sourceIp: string | undefined;
  readonly domainName: string | undefined;
  /** The number of bytes in the body, in digits. */
  readonly contentLength: string;
  /** Whether the names are in lower case, as in payload 2.0. */
  readonly isLowerCase: boolean;
}

/** Headers that a gateway or CloudFront always sets. */
const OF_GATEWAY = /^(?:x-forwarded-(?:for|port|proto)|x-amzn-tls-(?:version|cipher-suite)|cloudfront-.*|x-amz-cf-id)$/;

/** Finds out which headers of an event the client sent. The gateway adds the others. */
export function recoverHeaders(event: Fields, facts: HeaderFacts): RecoveredHeaders {
  const all = pairsOf(event);
  const values = new Map(all.map(([name, value]) => [name.toLowerCase(), value]));
  const cloudFront = recoverCloudFront(values);
  const address = cloudFront?.edgeIp === undefined ? facts.sourceIp : `${facts.sourceIp}, ${cloudFront.edgeIp}`;
  const forwarded = withoutLast(values.get('x-forwarded-for'), address);
  const via = cloudFront && withoutLast(values.get('via'), `1.1 ${cloudFront.edgeId}.cloudfront.net (CloudFront)`);
  const cookie = soleValue(all, facts.isLowerCase ? 'cookie' : 'Cookie');
  const traceId = soleValue(all, facts.isLowerCase ? 'x-amzn-trace-id' : 'X-Amzn-Trace-Id');
  const sent = all.filter(([name, value]) => {
    const key = name.toLowerCase();
    const isOption = (key === 'cookie' && cookie !== undefined) || (key === 'x-amzn-trace-id' && traceId !== undefined);
    return !isOption && !isAdded(name, value, facts) && !(cloudFront && key === 'via');
  });
  return {
    headers: [...sent, ...fieldOf('X-Forwarded-For', forwarded), ...fieldOf('Via', via)],
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(traceId !== undefined && { traceId }),
    ...(cloudFront && { cloudFront }),
  };
}

/** Returns the value of a header if the event has it once, and spelled as a gateway or a builder spells it. */
function soleValue(all: readonly HttpField[], spelling: string): string | undefined {
  const [field, another] = all.filter(([name]) => name.toLowerCase() === spelling.toLowerCase());
  return field?.[0] === spelling && another === undefined && field[1] !== '' ? field[1] : undefined;
}

function isAdded(name: string, value: string, { domainName, contentLength, isLowerCase }: HeaderFacts): boolean {
  if (OF_GATEWAY.test(name.toLowerCase())) return true;
  // The gateway spells these two like this, so a header in another spelling is kept.
  if (name === (isLowerCase ? 'host' : 'Host')) return value === domainName;
  return name === (isLowerCase ? 'content-length' : 'Content-Length') && value === contentLength;
}

function recoverCloudFront(values: ReadonlyMap<string, string>): CloudFront | undefined {
  const requestId = values.get('x-amz-cf-id');
  if (requestId === undefined) return undefined;
  const device = (['desktop', 'mobile', 'smarttv', 'tablet'] as const).find(
    (kind) => values.get(`cloudfront-is-${kind}-viewer`) === 'true',
  );
  const edgeId = /(?:^|, )1\.1 ([^ ,]+)\.cloudfront\.net \(CloudFront\)$/.exec(values.get('via') ?? '')?.[1];
  const edgeIp = values.get('x-forwarded-for')?.split(', ').at(-1);
  const viewerCountry = values.get('cloudfront-viewer-country');
  const viewerAsn = values.get('cloudfront-viewer-asn');
  const found = { requestId, device, edgeId, edgeIp, viewerCountry, viewerAsn };
  return cloudFrontOf({ cloudFront: dropUndefined(found) });
}

/** Returns a list header without its last elements, which a gateway has added; `undefined` if nothing else is in it. */
function withoutLast(value: string | undefined, added: string | undefined): string | undefined {
  return value !== undefined && added !== undefined && value.endsWith(`, ${added}`) ? value.slice(0, -added.length - 2) : undefined;
}

function fieldOf(name: string, value: string | undefined): HttpField[] {
  return value === undefined ? [] : [[name, value]];
}

/** Returns the headers of an event in pairs, each value of payload 1.0 in its own pair. */
export function pairsOf({ headers, multiValueHeaders }: Fields): HttpField[] {
  return Object.entries(fieldsOf(multiValueHeaders ?? headers)).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => fieldOf(name, stringOf(value))),
  );
}
