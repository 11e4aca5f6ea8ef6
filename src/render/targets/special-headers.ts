import type { Evidence } from '../../aws/evidence.js';
import type { RenderTarget } from '../types.js';

/** What becomes of a header that the function may not simply set. */
export interface SpecialHeader {
  /**
   * `dropped`: it is not sent. `remapped`: it is sent as `x-amzn-Remapped-{name}`. `replaced`: the gateway sends its own instead.
   * `passed`: it is sent as any other, but that is not settled.
   */
  readonly fate: 'dropped' | 'remapped' | 'replaced' | 'passed';
  readonly evidence: Evidence;
}

export type SpecialHeaders = ReadonlyMap<string, SpecialHeader>;

// recorded (for non-proxy integrations, by analogy here): the remapped name keeps the spelling of the function.
export const REMAPPED_PREFIX = 'x-amzn-Remapped-';

const REST: SpecialHeaders = table({
  // documented and recorded alike.
  'remapped documented': ['authorization', 'connection', 'content-md5', 'max-forwards', 'user-agent', 'www-authenticate', 'date', 'server'],
  // reported: the real length is sent beside it; the documentation's table lets it pass.
  'remapped reported': ['content-length'],
  // The documentation drops the first five; recordings of non-proxy integrations remap them.
  'remapped assumed': ['expect', 'host', 'proxy-authenticate', 'trailer', 'upgrade', 'x-amzn-requestid'],
  // The documentation drops these; recordings of non-proxy integrations let them pass.
  'passed assumed': ['te', 'via'],
  'dropped documented': ['transfer-encoding'],
  'replaced assumed': ['x-amz-apigw-id', 'x-amzn-trace-id'],
});

// Nobody has recorded what an HTTP API makes of these; none of them can reach the wire beside the gateway's own framing.
const HTTP_API: SpecialHeaders = table({
  'dropped assumed': ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  'replaced assumed': ['content-length', 'date', 'apigw-requestid'],
  'passed assumed': ['via', 'host'],
  // Two transcripts show it pass, one note says that it is remapped.
  'passed reported': ['www-authenticate'],
});

const FUNCTION_URL: SpecialHeaders = table({
  'remapped reported': ['content-length', 'date', 'server', 'www-authenticate'],
  'remapped assumed': ['authorization', 'connection', 'content-md5', 'max-forwards', 'user-agent', 'x-amzn-requestid'],
  'dropped assumed': ['transfer-encoding', 'trailer', 'upgrade'],
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

type Row = `${SpecialHeader['fate']} ${Evidence}`;

function table(rows: Partial<Record<Row, readonly string[]>>): SpecialHeaders {
  const entries = Object.entries(rows).flatMap(([row, names]) => {
    const [fate, evidence] = row.split(' ') as [SpecialHeader['fate'], Evidence]; // a Row is these two words
    return names.map((name) => [name, { fate, evidence }] as const);
  });
  return new Map(entries);
}
