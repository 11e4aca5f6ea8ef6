import type { Evidence } from '../../aws/evidence.js';
import type { RenderTarget } from '../types.js';

/** What happens to a header that the function can't simply set. */
export interface SpecialHeader {
  /**
   * `dropped`: it isn't sent. `remapped`: it is sent as `x-amzn-Remapped-{name}`. `replaced`: the gateway sends its own instead.
   * `passed`: it is sent like any other header, but that isn't known for certain.
   */
  readonly fate: 'dropped' | 'remapped' | 'replaced' | 'passed';
  readonly evidence: Evidence;
  /** Whether the client loses nothing, because the field only describes the gateway's own connection or message. */
  readonly isHarmless: boolean;
}

export type SpecialHeaders = ReadonlyMap<string, SpecialHeader>;

// recorded [rest-hdr-disputed-host]: custom integrations keep the spelling of the name. reported [url-iss-remap-date]: so do function URLs.
export const REMAPPED_PREFIX = 'x-amzn-Remapped-';

const REST: SpecialHeaders = table({
  // documented. recorded [rest-hdr-remap-www-authenticate, rest-hdr-remap-date] for custom integrations, too.
  'remapped documented': ['authorization', 'content-md5', 'max-forwards', 'user-agent', 'www-authenticate', 'server'],
  'remapped documented harmless': ['connection', 'date'],
  // reported [rest-hdr-remap-content-length]: the real length is sent, too. The documentation lets the header pass.
  'remapped reported harmless': ['content-length'],
  // The documentation drops the first five; recordings of non-proxy integrations remap them.
  'remapped assumed': ['expect', 'host', 'proxy-authenticate', 'trailer', 'upgrade', 'x-amzn-requestid'],
  // The documentation drops these; recordings of non-proxy integrations let them pass.
  'passed assumed': ['te', 'via'],
  'dropped documented harmless': ['transfer-encoding'],
  'replaced assumed': ['x-amz-apigw-id', 'x-amzn-trace-id'],
});

// Nobody has recorded what an HTTP API does with these. None of them can be sent in addition to the gateway's own framing.
const HTTP_API: SpecialHeaders = table({
  'dropped assumed harmless': ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding'],
  'dropped assumed': ['te', 'trailer', 'upgrade'],
  'replaced assumed harmless': ['content-length', 'date'],
  'replaced assumed': ['apigw-requestid'],
  'passed assumed': ['via', 'host'],
  // reported [http20-iss-www-authenticate]: it passes. One note says that it is remapped.
  'passed reported': ['www-authenticate'],
});

const FUNCTION_URL: SpecialHeaders = table({
  // reported [url-iss-stream-content-length, url-iss-remap-date]
  'remapped reported harmless': ['content-length', 'date'],
  // reported [url-iss-remap-server, url-iss-remap-www-authenticate]
  'remapped reported': ['server', 'www-authenticate'],
  'remapped assumed harmless': ['connection'],
  'remapped assumed': ['authorization', 'content-md5', 'max-forwards', 'user-agent', 'x-amzn-requestid'],
  'dropped assumed harmless': ['transfer-encoding'],
  'dropped assumed': ['trailer', 'upgrade'],
  'replaced assumed': ['x-amzn-trace-id'],
  'passed assumed': ['expect', 'host', 'proxy-authenticate', 'te', 'via'],
});

/** Special headers of each target, by name in lower case. */
export const SPECIAL_HEADERS: Readonly<Record<RenderTarget, SpecialHeaders>> = {
  rest: REST,
  'http-1.0': HTTP_API,
  'http-2.0': HTTP_API,
  'function-url': FUNCTION_URL,
};

type Row = `${SpecialHeader['fate']} ${Evidence}${'' | ' harmless'}`;

function table(rows: { readonly [K in Row]?: readonly string[] }): SpecialHeaders {
  const entries = Object.entries(rows).flatMap(([row, names]) => {
    const [fate, evidence, harmless] = row.split(' ') as [SpecialHeader['fate'], Evidence, 'harmless'?]; // a Row is these words
    return names.map((name) => [name, { fate, evidence, isHarmless: harmless !== undefined }] as const);
  });
  return new Map(entries);
}
