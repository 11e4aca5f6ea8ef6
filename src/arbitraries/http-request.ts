import * as fc from 'fast-check';
import type { HttpField, HttpRequest } from '../http/request.js';

/** What drawn requests may be like. */
export interface HttpRequestConstraints {
  /** What stands in front of every path, for example a stage: `/prod`. Default: nothing. */
  pathPrefix?: string;
  /** The path behind the prefix, percent-encoded. Default: up to four segments. */
  path?: fc.Arbitrary<string>;
  /** The methods. Default: the usual ones and an unusual one. */
  methods?: readonly string[];
  /** Longest body, in bytes. Default: 64. */
  maxBodyLength?: number;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PURGE'];

const FIELD_NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const FIELD_VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/);

/** Fields that gateways treat in a way of their own. */
const KNOWN_FIELD = fc.constantFrom<HttpField>(
  ['Host', 'api.example.com'],
  ['User-Agent', 'client/1.0'],
  ['Accept', 'text/html, application/json;q=0.9'],
  ['Cookie', 'session=abc; theme=dark'],
  ['Connection', 'keep-alive'],
  ['Content-Type', 'application/json'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'image/png'],
  ['X-Forwarded-For', '192.0.2.1'],
  ['Authorization', 'Bearer abc'],
  ['X-Amzn-Trace-Id', 'Root=1-5759e988-bd862e3fe1be46a994272793'],
);

/** A segment of a path, percent-encoded: what clients send as it is, and what they have to encode. */
export const pathSegment: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{1,8}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map(encodeURIComponent),
);

/** A request as a client may send it: any path, query, headers and body, repeated and oddly spelled names included. */
export function httpRequest(constraints: HttpRequestConstraints = {}): fc.Arbitrary<HttpRequest> {
  const { pathPrefix = '', path = anyPath(), methods = METHODS, maxBodyLength = 64 } = constraints;
  const query = fc.option(fc.webQueryParameters(), { nil: undefined });
  return fc.record(
    {
      method: fc.constantFrom(...methods),
      target: fc.tuple(path, query).map(([inner, text]) => `${pathPrefix}${inner}${text === undefined ? '' : `?${text}`}`),
      headers: fc.array(fc.oneof(KNOWN_FIELD, fc.tuple(FIELD_NAME, FIELD_VALUE)), { maxLength: 8 }).map(withOneHost),
      body: fc.uint8Array({ maxLength: maxBodyLength }),
      sourceIp: fc.oneof(fc.ipV4(), fc.ipV6()),
      httpVersion: fc.constantFrom('1.1' as const, '2' as const),
    },
    { requiredKeys: ['method', 'target', 'headers'] },
  );
}

function anyPath(): fc.Arbitrary<string> {
  return fc.array(pathSegment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
}

// RFC 9112, section 3.2: a request with two Host fields is refused before any gateway sees it.
function withOneHost(fields: readonly HttpField[]): HttpField[] {
  const first = fields.findIndex(([name]) => name === 'Host');
  return fields.filter(([name], index) => name !== 'Host' || index === first);
}
