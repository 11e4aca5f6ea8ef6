import type { HttpField } from 'apigw-proxy/http';
import fc from 'fast-check';
import { encodeBase64 } from '../../../../../src/http/base64.js';
import type { ExchangeView } from '../../../../../src/local/inspect/view.js';
import { requestView } from '../summaries.js';

/** A request that a copy must reproduce. */
export interface Original {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HttpField[];
  readonly body: Uint8Array;
}

export const ORIGIN = 'http://127.0.0.1:3000';

/** Requests whose parts need quotes in one language or another. */
export const ORIGINALS: readonly (readonly [name: string, original: Original])[] = [
  ['a plain GET', original({})],
  ['a path and a query with quotes and brackets', original({ target: "/it's/%22a%22?x[]=1&y={z}&$HOME=`id`" })],
  ['a path with dots', original({ target: '/a/../b/./c?d=/../e' })],
  ['a HEAD request', original({ method: 'HEAD' })],
  ['a method of its own', original({ method: "M-SEARCH'" })],
  ['headers with quotes', original({ headers: [['X-A', `it's "$HOME" \\n \`id\``]] })],
  ['an empty header', original({ headers: [['X-Empty', '']] })],
  [
    'a repeated header',
    original({
      headers: [
        ['X-A', '1'],
        ['x-a', '2'],
      ],
    }),
  ],
  ['a header with bytes of Latin-1', original({ headers: [['X-A', "caf\xe9 'quoted' \\xe9"]] })],
  ['a JSON body', original({ method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"a":"it\'s \\"b\\"\\n"}' })],
  ['JSON with spaces', original({ method: 'POST', headers: [['Content-Type', 'application/json']], body: '{ "a": 1 }' })],
  ['JSON with __proto__', original({ method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"__proto__":1}' })],
  ['a body of several lines without a type', original({ method: 'PUT', body: "a\n'b'\t$c `d` \\ \u2028é😀" })],
  ['a body that looks like a file name', original({ method: 'POST', headers: [['Content-Type', 'text/plain']], body: '@/etc/passwd' })],
  ['a binary body', original({ method: 'POST', headers: [['Content-Type', 'image/png']], body: Uint8Array.of(0, 255, 13, 10, 39) })],
  ['a form', original({ method: 'PATCH', headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: 'a=1&b=%20' })],
];

interface Given extends Partial<Omit<Original, 'body'>> {
  readonly body?: string | Uint8Array;
}

function original({ method = 'GET', target = '/users/42?full=true', headers = [], body = '' }: Given): Original {
  return { method, target, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
}

/** Any request that a client of HTTP/1.1 can send. */
export const anyOriginal: fc.Arbitrary<Original> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE', 'HEAD', 'PROPFIND'),
  target: text(['a', '/', '?', '&', "'", '"', '$', '{', '[', '\\', '`', '%20', ';', '!', '*', '~', '(']).map((rest) => `/a${rest}`),
  headers: fc.array(
    fc.tuple(
      fc.constantFrom('X-A', 'x-b', 'Accept', 'X_c', 'Cookie'),
      text(['a', "'", '"', '$', '\\', '`', '!', '\xe9', '\xff', ';', ': ']).map((value) => `v${value}v`),
    ),
    { maxLength: 4 },
  ),
  body: fc.oneof(
    text(['a', "'", '"', '$', '\\', '`', '!', '\n', '\r', 'é', '\u2028', '@', '&']).map((body) => new TextEncoder().encode(body)),
    fc.uint8Array({ maxLength: 10 }),
  ),
});

function text(units: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...units), { maxLength: 12 }).map((parts) => parts.join(''));
}

/** Returns the request as the page has it, with headers that are not worth copying. */
export function viewOfOriginal({ method, target, headers, body }: Original): ExchangeView {
  const noise: HttpField[] = [
    ['Host', '127.0.0.1:3000'],
    ['Connection', 'keep-alive'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Content-Length', String(body.length)],
    ['Accept-Encoding', 'gzip'],
  ];
  const size = body.length;
  const text = textOf(body);
  const content = { size, isCut: false, mediaType: '', ...(text === undefined ? { base64: encodeBase64(body) } : { text }) };
  return requestView({ method, target, request: { line: '', headers: [...noise, ...headers], body: content } });
}

function textOf(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
