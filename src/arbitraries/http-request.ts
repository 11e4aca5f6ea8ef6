import * as fc from 'fast-check';
import type { HttpField, HttpRequest } from '../http/request.js';

/** Constraints on generated requests. */
export interface HttpRequestConstraints {
  /** A prefix for every path, such as the stage `/prod`. Default: none. */
  pathPrefix?: string;
  /** The path after the prefix, percent-encoded. Default: up to four segments. */
  path?: fc.Arbitrary<string>;
  /** The methods to choose from. Default: the usual ones, and an unusual one. */
  methods?: readonly string[];
  /** Longest body, in bytes. Default: 64. */
  maxBodyLength?: number;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PURGE'];

const FIELD_NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const FIELD_VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/);

/** Headers that gateways treat specially. */
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

// fast-check's own graphemes and web addresses build tables of Unicode, so that the first draw takes a second.
const SPECIAL = [...' %+&=#?/\\"<>{}|^`\t\u007fäßéÅ日本語ΩЖ🙂👩🏽‍🚀', 'e\u0301'];
const CHARACTER = fc.oneof(
  fc.nat(SPECIAL.length - 1).map((index) => SPECIAL[index] ?? ''),
  fc.integer({ min: 0, max: 0x10ffff - 0x800 }).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800)), // no surrogates
);
const ENCODED = fc.string({ unit: CHARACTER, minLength: 1, maxLength: 6 }).map(encodeURIComponent);

/** A percent-encoded segment of a path, with characters that clients have to encode and others. */
export const pathSegment: fc.Arbitrary<string> = fc.oneof(fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{1,8}$/), ENCODED);

/** A query, with parameters that repeat or have no value. */
const QUERY = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@/?-]{0,12}$/),
      fc.tuple(ENCODED, ENCODED).map((pair) => pair.join('=')),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('&'));

/**
 * Generates a request that a client could send: any path, query, headers and body, including repeated names in any case.
 *
 * @param constraints what the request may have. Default: anything.
 * @throws nothing.
 * @example
 * ```ts
 * import { toEvent } from 'apigw-proxy';
 * import { httpRequest } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(httpRequest(), (request) => toEvent(request, { target: 'http-2.0' }).requestContext.http.method === request.method));
 * ```
 */
export function httpRequest(constraints: HttpRequestConstraints = {}): fc.Arbitrary<HttpRequest> {
  const { pathPrefix = '', path = anyPath(), methods = METHODS, maxBodyLength = 64 } = constraints;
  const query = fc.option(QUERY, { nil: undefined });
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

// RFC 9112, section 3.2: a server rejects a request with two Host headers.
function withOneHost(fields: readonly HttpField[]): HttpField[] {
  const first = fields.findIndex(([name]) => name === 'Host');
  return fields.filter(([name], index) => name !== 'Host' || index === first);
}
