import {
  fromCurl,
  fromFetchRequest,
  fromHttp1Bytes,
  fromIncomingMessage,
  type HttpRequest,
  type HttpResponse,
  toFetchResponse,
  toHttp1Bytes,
} from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';
import { isAsciiFieldValue, isFieldName, isSafeFieldValue, trimFieldValue } from '../../src/http/field-syntax.js';
import { lastParameterOf } from '../../src/http/field-values.js';
import { isKnownMethod } from '../../src/http/http-methods.js';
import {
  decodePath,
  decodePathUntilQuery,
  encodeParameter,
  encodePath,
  encodeSegment,
  formatQuery,
  isUnreserved,
  parseQuery,
} from '../../src/http/percent.js';
import { statusTextOf } from '../../src/http/status-text.js';
import { byteLength, wellFormed } from '../../src/http/text.js';
import { titleCase } from '../../src/http/title-case.js';
import { MALFORMED_REQUESTS, UNUSUAL_REQUESTS } from './malformed-requests.js';
import { UNSAFE_RESPONSES } from './unsafe-responses.js';

const URL = 'https://a.example/';
const LONG_OPTIONS = [
  ...['request', 'header', 'data', 'user-agent', 'cookie', 'referer', 'user', 'output', 'max-time', 'range', 'write-out', 'cookie-jar'],
  ...['dump-header', 'proxy', 'data-raw', 'data-binary', 'data-ascii', 'data-urlencode', 'json', 'oauth2-bearer', 'request-target'],
  ...['connect-timeout', 'retry', 'retry-delay', 'retry-max-time', 'max-redirs', 'limit-rate', 'resolve', 'connect-to', 'interface'],
  ...['cacert', 'capath', 'ciphers', 'tls-max', 'noproxy', 'keepalive-time', 'dns-servers', 'stderr', 'trace', 'trace-ascii'],
  ...['output-dir', 'max-filesize', 'url', 'unknown', 'constructor'],
].map((name) => `--${name}`);
const PLAIN_OPTIONS = [
  ...['get', 'head', 'silent', 'show-error', 'include', 'verbose', 'insecure', 'location', 'globoff', 'fail', 'no-buffer', 'remote-name'],
  ...['remote-header-name', 'remote-time', 'ipv4', 'ipv6', 'progress-bar', 'disable', 'compressed', 'path-as-is', 'http1.1', 'http2'],
  ...['http2-prior-knowledge', 'fail-with-body', 'raw', 'tlsv1.3', 'constructor'],
].map((name) => `--${name}`);
const COMMANDS: readonly (readonly string[])[] = [
  ...LONG_OPTIONS.map((name) => [name, 'v', URL]),
  ...PLAIN_OPTIONS.map((name) => [name, URL]),
  ...[...'XHdAbeurowcDxm'].map((letter) => [`-${letter}`, 'v', URL]),
  ...[...'GIgsSivkLfNOJR46#qz'].map((letter) => [`-${letter}`, URL]),
  ...['-sSXPUT', '-sXé', '-X', '-sSz', '-', '--', '-Xa b', '-XPUT\n'].map((word) => [word, URL]),
  [],
  ['curl'],
  ['curl', URL],
  [URL, 'curl'],
  [URL, '--url', 'b.example'],
  ['-X'],
  ['a.example'],
  ['ftp://a.example'],
  ['http://[', '-s'],
  ['HTTP://u:p@a.example:81/a b?c d#e'],
  ['http://a.example'],
  ['http://a.example?x=1'],
  ...['-g', '--path-as-is', '-s'].map((word) => [word, 'https://a.example/a/./b/../{c}/é/..?q=[1] é&%#f']),
  ['-g', '--path-as-is', 'https://a.example/a/../{c}?q=[1]'],
  ['-g', 'https://a.example/../a/.'],
  ['-g', 'https://a.example'],
  ...['a: b', 'a:', 'a;', 'a', ':b', 'a: b\n', ' a: b', 'Host: h', 'accept:', 'Content-Type: x/y'].map((line) => [
    '-H',
    line,
    '-d',
    'x',
    URL,
  ]),
  ...['@f', 'n@f', 'n=a b', '=a b', 'a b', 'a&b=c', "!'()*é"].map((data) => ['--data-urlencode', data, URL]),
  ...['-d', '--data-binary', '--json', '--data-raw', '-F'].map((name) => [name, '@f', URL]),
  ['-d', 'a=1', '-d', 'b=2', '--json', '{}', URL],
  ['-G', '-d', 'a=1', '-d', 'b', `${URL}?c`],
  ['-G', '-d', 'a=1', URL],
  ['-G', '-d', '', URL],
  ['-I', '-d', 'é', URL],
  ['-u', 'é:p', URL],
  ['-A', 'a\n', URL],
  ['--request-target', 'a b', URL],
  ['--request-target', '*', '-X', 'OPTIONS', URL],
];

const TARGETS = [
  ...['/', '*', '/a?b#c', '/é', '/a b', '/~!"$|', 'a', '', '//', 'http://h', 'http://h/', 'http://h?a', 'http://h#a', 'http://[::1]:80/a'],
  ...[
    'http://u@h/',
    'h1://h/',
    '://h/',
    'http://h:a/',
    'http://h:/',
    'http://',
    'http:///a',
    'xhttp://h/ ',
    'http://[g::1]',
    'http://[::1',
    '1http://h/',
    'http://h/é',
    '/\x7f',
  ],
];
const HOSTS = [
  'h',
  '',
  'h:1',
  'h:',
  'h:x',
  '[::1]',
  '[::1]:1',
  '[::1',
  '::1',
  'a b',
  'u@h',
  'é',
  'h/',
  'h,h',
  ' h ',
  'h:1:2',
  'x[::1]',
  '[::1]x',
];
const FRAMINGS = [
  ...[
    'Content-Length: 1',
    'Content-Length: 01',
    'Content-Length: +1',
    'Content-Length: 1x',
    'Content-Length: x1',
    'content-length: 9007199254740992',
  ],
  ...['Content-Length: 1\r\nContent-Length: 1', 'Transfer-Encoding: CHUNKED', 'Transfer-Encoding: xchunked', 'Transfer-Encoding: gzip'],
  ...['Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked', 'Content-Length: 1\r\nTransfer-Encoding: chunked', 'a: b'],
];
const CHUNKS = [
  ...[
    '1\r\na\r\n0\r\n\r\n',
    '01;a\r\na\r\n0\r\n\r\n',
    'A\r\n0123456789\r\n0;b=c\r\n\r\n',
    'a;b="c\\"d"\r\n0123456789\r\n0\r\nt: u\r\n\r\n',
    '1;\r\na\r\n0\r\n\r\n',
  ],
  ...[
    '1 ;a\r\na\r\n0\r\n\r\n',
    '1;a b\r\na\r\n0\r\n\r\n',
    'x1\r\na\r\n0\r\n\r\n',
    '1x\r\na\r\n0\r\n\r\n',
    '\r\n',
    '-1\r\n',
    '1\r\nab\r\n0\r\n\r\n',
    '1\r\na',
    '2\r\na',
  ],
  ...[
    '1\r\na\r',
    '1\r\na\rx0\r\n\r\n',
    '1\na\r\n0\r\n\r\n',
    '0\r\n',
    '0\r\n\r\nx',
    '0\r\nContent-Length: 1\r\n\r\n',
    '0\r\ntransfer-ENCODING: x\r\n\r\n',
  ],
  ...[
    '0\r\n\r\n\r\n\r\n',
    `1;${'a'.repeat(16_383)}\r\na\r\n0\r\n\r\n`,
    `1;${'a'.repeat(16_384)}\r\na\r\n0\r\n\r\n`,
    'FFFFFFFFFFFFFF\r\n',
    'ffffffffffffffffff\r\n',
  ],
  ...[
    '1;a="\x7f"\r\na\r\n0\r\n\r\n',
    '1;a="\\\x01"\r\na\r\n0\r\n\r\n',
    '1;a="\t\xff"\r\na\r\n0\r\n\r\n',
    '1;a="\\\t\\~"\r\na\r\n0\r\n\r\n',
    '1;a=;b\r\na\r\n0\r\n\r\n',
  ],
];
const HEADS = [
  ...[
    'GET / HTTP/1.1',
    'GET  / HTTP/1.1',
    ' GET / HTTP/1.1',
    'GET / HTTP/1.1 ',
    'GET /',
    'GET / HTTP/2',
    'GET / http/1.1',
    'GET / HTTP/1.0',
    'GET / HTTP/1.11',
  ],
  ...[
    'GET / xHTTP/1.1',
    'get / HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET * HTTP/1.1',
    '\r\n\r\nGET / HTTP/1.1',
    'GET / HTTP/0.9',
    'GET / HTTP/3.1',
  ],
];
const FIELDS = [
  'a: b',
  'a:b',
  'a:\tb \t',
  ' a: b',
  '\ta: b',
  'a : b',
  ': b',
  'a',
  'a: \x01',
  'a: é',
  'Content-Length: 0\t',
  'a: b\rc',
  'a: b\nc: d',
  'é: b',
];

/** What functions make of their arguments: the errors word for word. */
const CASES: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  curl: () => COMMANDS.map((args) => `${args.join(' ')}\n  ${shown(() => showRequest(fromCurl(args)))}`),
  'curl arguments': () => [5, [5], ['a', null]].map((args) => shown(() => showRequest(fromCurl(args as never)))),
  requests: () =>
    [
      ...TARGETS.flatMap((target) => ['GET', 'OPTIONS'].map((method) => `${method} ${target} HTTP/1.1\r\nHost: h\r\n\r\n`)),
      ...HOSTS.flatMap((host) => [`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`]),
      'GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.0\r\n\r\n',
      ...FRAMINGS.flatMap((lines) => ['1.0', '1.1'].map((version) => `POST / HTTP/${version}\r\nHost: h\r\n${lines}\r\n\r\na`)),
      ...CHUNKS.map((chunks) => `POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`),
      ...HEADS.map((line) => `${line}\r\nHost: h\r\n\r\n`),
      ...FIELDS.map((line) => `GET / HTTP/1.1\r\nHost: h\r\n${line}\r\n\r\n`),
      ...['', '\r', '\r\n', 'GET', 'GET / HTTP/1.1\r', 'GET / HTTP/1.1\r\nHost: h', 'GET / HTTP/1.1\r\nHost: h\r\n', 'GET\r/', '\n'],
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab',
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabcd',
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n',
      ...MALFORMED_REQUESTS.map(({ text }) => text),
      ...UNUSUAL_REQUESTS.map(({ text }) => text),
    ].map((text) => `${JSON.stringify(cut(text))}\n  ${shown(() => showRequest(fromHttp1Bytes(Buffer.from(text, 'latin1'))))}`),
  responses: async () => [
    ...UNSAFE_RESPONSES.flatMap(({ name, changes }) => [`${name}: ${shown(() => written({ ...OK, ...changes }))}`]),
    ...[5, null, {}, { ...OK, headers: 5 }, { ...OK, body: 'x' }, { ...OK, status: 99 }, { ...OK, status: 1000 }].map((response) =>
      shown(() => written(response as never)),
    ),
    ...[
      { ...OK, status: 100 },
      { ...OK, status: 999 },
      { ...OK, statusText: '' },
      { ...OK, statusText: '\n' },
      { ...OK, statusText: 5 },
    ].map((response) => shown(() => written(response as never))),
    ...['x3', '3x', '+3', '3', ''].map((length) => shown(() => written({ ...OK, headers: [['a', 'b'], ['Content-Length', length]] }))), // biome-ignore format: one line
    shown(() => written({ ...OK, headers: [['x-content-length', '1'], ['content-length-x', '1'], ['content-length', '1'], ['content-length', '1']] })), // biome-ignore format: one line
    JSON.stringify([...toFetchResponse({ ...OK, headers: [['a', 'x'], ['b', 'é']] }).headers]), // biome-ignore format: one line
    JSON.stringify([...toFetchResponse({ ...OK, statusText: 'é', headers: [['a', 'x']] }).headers]),
    ...[new Request(URL), new Request(URL, { method: 'POST', body: '' })].map((request) => `${request.method} ${request.body === null}`),
    ...(await Promise.all(
      [new Request(URL), new Request(URL, { method: 'POST', body: 'x' })].map(async (request) =>
        Object.keys(await fromFetchRequest(request)).join(),
      ),
    )),
    ...(await Promise.all([1, 2, 3].map((httpVersionMajor) => settled(fromIncomingMessage({ ...MESSAGE, httpVersionMajor }))))),
    Object.keys(await fromIncomingMessage({ ...MESSAGE, socket: {} })).join(),
    ...[199, 200, 599, 600].map((status) => shown(() => `${toFetchResponse({ ...OK, status }).status}`)),
    ...(await Promise.all([fromFetchRequest(5 as never), fromFetchRequest(undefined as never)].map(settled))),
    await settled(fromIncomingMessage(MESSAGE, { maxBody: -1 })),
    await settled(fromIncomingMessage(MESSAGE, { maxBody: 0 })),
    await settled(fromIncomingMessage(MESSAGE, { maxBody: 1 })),
  ],
  characters: () =>
    Array.from({ length: 0x110 }, (_, code) => String.fromCharCode(code)).map((letter) => {
      const texts = [letter, `a${letter}b`, `${letter}a`, `a${letter}`];
      const flags = texts
        .flatMap((text) => [isFieldName(text), isAsciiFieldValue(text), isSafeFieldValue(text), isUnreserved(text)])
        .map(Number);
      const encoded = [encodePath, encodeSegment, encodeParameter, titleCase, trimFieldValue].map((encode) => encode(`a${letter}a b`));
      return `${JSON.stringify(letter)} ${flags.join('')} ${JSON.stringify(encoded)}`;
    }),
  texts: () => [
    ...['', 'a', 'x-a--B', 'ABC', 'é-é', '-a'].map(titleCase),
    ...['%', '%4', '%41', '%4g%C3%A9', '%ff', 'a+b', '%3F', '%2F%3f?', '%EF%BB%BF'].flatMap((text) => [
      decodePath(text),
      decodePathUntilQuery(text),
    ]),
    ...['', '&', 'a', 'a=', '=b', 'a=b=c', 'a=1&a=2&', 'a+b=%2B', '&&a'].map((query) => JSON.stringify(parseQuery(query))),
    ...['/?a=1&b=2&a=3&c', '/', '/?'].map((target) => ['a', 'b', 'c', 'd'].map((name) => lastParameterOf(target, name)).join()),
    formatQuery([['a b', 'é'], ['', '=&']]), // biome-ignore format: one line
    ...['', 'é', '€', '😀', 'a\u07ff\u0800'].map((text) => `${byteLength(text)} ${Buffer.byteLength(text)}`),
    ...['\ud800', 'a\udc00b', '😀'].map((text) => JSON.stringify(wellFormed(text))),
    ...Array.from({ length: 600 }, (_, status) => statusTextOf(status))
      .map((text, status) => (text === '' ? '' : `${status} ${text}`))
      .filter(Boolean),
    ...[
      ...'ACL BIND CHECKOUT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST'.split(
        ' ',
      ),
      ...'PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(' '),
      ...['get', 'X', '', 'constructor'],
    ].map((method) => `${method} ${isKnownMethod(method)}`),
  ],
};

const OK: HttpResponse = { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(0) };
const MESSAGE = {
  rawHeaders: [':authority', 'h', ':path', '/', 'HOST', 'x', 'a', 'b', 'odd'],
  httpVersionMajor: 2,
  socket: { remoteAddress: '1.2.3.4' },
  async *[Symbol.asyncIterator]() {
    yield new Uint8Array([65]);
  },
};

// A change of what a function returns, or of an error's words, shows up as a changed line.
describe('what conversions return', () => {
  test.each(Object.entries(CASES))('%s', async (name, lines) => {
    await expect(`${(await lines()).join('\n')}\n`).toMatchFileSnapshot(`conversions/${name.replaceAll(' ', '-')}.txt`); // `vitest -u` updates it
  });
});

function shown(call: () => string): string {
  try {
    return call();
  } catch (error) {
    return describeError(
      error as Error & { readonly code?: string; readonly path?: unknown; readonly option?: string; readonly fix?: string },
    );
  }
}

async function settled(promise: Promise<HttpRequest>): Promise<string> {
  const result = await promise.catch((error: unknown) => error as Error);
  return result instanceof Error ? describeError(result) : showRequest(result);
}

function describeError({ name, code, path, option, message, fix }: ErrorFacts): string {
  return `${name} ${code} ${JSON.stringify(path ?? option)}: ${cut(message)}${fix !== undefined && !message.endsWith(fix) ? ` (${fix})` : ''}`;
}

type ErrorFacts = Error & { readonly code?: string; readonly path?: unknown; readonly option?: string; readonly fix?: string };

function showRequest({ body, ...request }: HttpRequest): string {
  return JSON.stringify({ ...request, ...(body && { body: Buffer.from(body).toString('latin1') }) });
}

function written(response: HttpResponse): string {
  return JSON.stringify(Buffer.from(toHttp1Bytes(response)).toString('latin1'));
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 100)}… ${text.length}` : text;
}
