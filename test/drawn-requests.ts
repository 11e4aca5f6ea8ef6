import type { HttpField, HttpRequest } from 'apigw-proxy';
import * as fc from 'fast-check';

const TOKEN = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const FIELD_VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/);
const SEGMENT = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{1,8}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((text) => encodeURIComponent(text)),
);
const KNOWN_FIELD = fc.constantFrom<HttpField>(
  ['Host', 'api.example.com'],
  ['User-Agent', 'test/1'],
  ['Cookie', 'a=1; b=2'],
  ['Connection', 'keep-alive'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'application/octet-stream'],
  ['X-Forwarded-For', '192.0.2.1'],
  ['Authorization', 'Bearer abc'],
);

/** What may follow the stage: an absolute path, percent-encoded, and perhaps a query. */
export const drawnPath: fc.Arbitrary<string> = fc
  .tuple(fc.array(SEGMENT, { maxLength: 4 }), fc.option(fc.webQueryParameters(), { nil: undefined }))
  .map(([segments, query]) => `/${segments.join('/')}${query === undefined ? '' : `?${query}`}`);

/** A request whose path has `prefix` in front, frozen all through. */
export function drawnRequest(prefix: string): fc.Arbitrary<HttpRequest> {
  return fc
    .record(
      {
        method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PURGE'),
        target: drawnPath.map((path) => prefix + path),
        headers: fc.array(fc.oneof(KNOWN_FIELD, fc.tuple(TOKEN, FIELD_VALUE)), { maxLength: 8 }),
        body: fc.uint8Array({ maxLength: 40 }),
        sourceIp: fc.oneof(fc.ipV4(), fc.ipV6()),
        httpVersion: fc.constantFrom('1.1' as const, '2' as const),
      },
      { requiredKeys: ['method', 'target', 'headers'] },
    )
    .map((request) => {
      for (const field of request.headers) Object.freeze(field);
      Object.freeze(request.headers);
      return Object.freeze(request);
    });
}
