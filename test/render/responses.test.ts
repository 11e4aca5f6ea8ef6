import { inspect } from 'node:util';
import type { Gateway, RenderTarget } from 'apigw-proxy';
import * as render from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { unsigned } from '../../src/render/failure.js';
import { FAILURES } from '../../src/render/targets/failures.js';
import { SPECIAL_HEADERS } from '../../src/render/targets/special-headers.js';
import { type Asked, render as renderFor, TARGETS, textOf } from './responses.js';

type Settings = Partial<Gateway<RenderTarget>>;
type Row = readonly [result: unknown, settings?: Settings, asked?: Asked];

const OK = { statusCode: 200, body: '{}' };
const CORS = {
  allowOrigins: ['https://a.example'],
  allowMethods: ['PUT'],
  allowHeaders: ['x-a'],
  exposeHeaders: ['x-b'],
  maxAge: 5,
  allowCredentials: true,
};
const ORIGIN = { headers: { Origin: 'https://a.example' } };
const PREFLIGHT = { method: 'OPTIONS', headers: { ...ORIGIN.headers, 'Access-Control-Request-Method': 'PUT' } };
const STREAMS: Settings = { responseTransferMode: 'STREAM', invokeMode: 'RESPONSE_STREAM' };
const ZEROS = '\0'.repeat(8);
const SPECIAL = [...new Set(TARGETS.flatMap((target) => [...SPECIAL_HEADERS[target].keys()]))].sort();
const status = (statusCode: unknown): Row => [{ statusCode, body: '{}' }];
const body = (given: unknown): Row => [{ statusCode: 200, body: given }];
const headers = (given: unknown): Row => [{ ...OK, headers: given }];
const lists = (multiValueHeaders: unknown, given?: object): Row => [{ ...OK, multiValueHeaders, ...(given && { headers: given }) }];
const flag = (isBase64Encoded: unknown, given = 'aGk='): Row => [{ statusCode: 200, body: given, isBase64Encoded }];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'values that are no response': [
    ...[undefined, null, true, 5, '', 'x', '<p>', [1, 'a'], {}, { a: 1 }, new Map(), Promise.resolve(), 1n, () => 1].map(
      (value): Row => [value],
    ),
    [JSON.stringify(OK)],
    ['{"statusCode":'],
    [{ toJSON: () => OK }],
  ],
  keys: [
    [{ body: 'x' }],
    [{ headers: {}, cookies: [] }],
    [{ cookies: [] }],
    [{ isBase64Encoded: true }],
    [{ StatusCode: 200, BODY: '{}', other: 1 }],
    [{ ...OK, cookies: ['a=1'], multiValueHeaders: { a: ['1'] }, other: undefined }],
    [{ ...OK, cookies: [], multiValueHeaders: {}, 'not there': null }],
  ],
  statuses: [
    ...[null, undefined, 0, 99, 100, 103, 199, 200, 599, 600, 201.5, NaN, '200', ' +200 ', '-1', '2e2', 'x', '', true, []].map(status),
    ...[204, 205, 304, 404, 999, 418].flatMap((code): Row[] => [status(code), [{ statusCode: code }]]),
  ],
  bodies: [
    ...[
      undefined,
      null,
      '',
      'x',
      ' [1',
      '-1',
      'true',
      'truely',
      '<!doctype',
      '<P class',
      '<1',
      'é',
      '\ud800',
      5,
      true,
      [],
      { a: 1 },
      Buffer.from('x'),
    ].map(body),
    ...[new Uint8Array(2), { type: 'Buffer' }, { data: [] }, new Date(0), Promise.resolve()].map(body),
    [{ ...OK, headers: { 'Content-Type': 'image/png' } }],
    [{ ...OK, headers: { 'content-type': 'application/octet-stream; a=b' } }],
    [{ statusCode: 200, body: '\uFFFD', headers: { 'content-type': 'application/octet-stream' } }],
    [{ ...OK, headers: { 'content-encoding': ' gzip ' } }],
    [{ ...OK, headers: { 'content-encoding': 'Identity' } }],
    [{ ...OK, multiValueHeaders: { 'CONTENT-encoding': ['br'], 'content-TYPE': ['video/mp4'] } }],
    ...['HEAD', 'OPTIONS', 'POST'].map((method): Row => [{ statusCode: 200, body: 'xyz' }, {}, { method }]),
  ],
  base64: [
    ...[true, false, null, undefined, 0, 1, 'true', ' TRUE ', 'false', '', 'yes', {}, []].map((value) => flag(value)),
    flag(true, 'a'),
    flag(true, ''),
    [{ ...OK, base64Encoded: true }],
    [{ statusCode: 200, body: 'aGk=', isBase64Encoded: true, multiValueHeaders: { 'Content-Encoding': ['gzip'] } }],
    [{ statusCode: 200, body: 'aGk=', isBase64Encoded: true, headers: { 'content-encoding': 'gzip', 'content-type': 'image/png' } }],
    ...['image/png', ' image/png , */*', 'text/html, image/png', 'image/*', ''].map(
      (Accept): Row => [flag(true)[0], { binaryMediaTypes: ['image/png'] }, { headers: { Accept } }],
    ),
    [flag(true)[0], { binaryMediaTypes: ['image/png'] }],
    [flag(true)[0], { binaryMediaTypes: ['*/*'] }],
  ],
  headers: [
    ...[null, undefined, [], 'x', 5, new Map([['a', '1']]), {}].map(headers),
    headers({ A: '1', a: '2', 'x-Two-words': 'é', n: 1, t: true, z: null, u: undefined, l: ['1'], o: {}, e: '', s: '  x\t' }),
    headers({ a: '1', A: '2', 'X-n': ' é ' }),
    headers({ 'content-type': null }),
    headers({ 'Content-Type': 'text/html', 'content-TYPE': 'text/plain' }),
    headers({ 'a b': '1' }),
    headers({ é: '1', '': '2' }),
    headers({ a: '1\r\nb: 2' }),
    headers({ a: '\0' }),
    headers({ a: 'x'.repeat(5000), b: 'x'.repeat(5211) }),
    headers({ a: 'x'.repeat(5000), b: 'x'.repeat(5212) }),
    lists([]),
    lists(null),
    lists({ A: ['1', '2'], b: [], c: ['3'] }),
    lists({ A: ['1', 2, true, null], b: '1', c: null, d: undefined, e: [{}], f: [null] }),
    lists({ A: ['1'], a: ['2'], 'Content-Type': ['text/a', 'text/b'] }),
    lists({ A: ['1', '2'] }, { a: '2', b: '3' }),
    lists({ a: ['1', '2'] }, { A: '4', 'content-type': 'text/a' }),
    lists({ 'content-type': ['text/b'] }, { 'Content-Type': 'text/a' }),
    lists({ 'content-type': ['text/b'] }, { 'Content-Type': null }),
    ...[['a=1', 'b=2; Path=/'], [], null, 'a=1', [1], [true, null], ['a\n'], [undefined]].map((cookies): Row => [{ ...OK, cookies }]),
    [{ ...OK, cookies: ['a=1'], headers: { 'set-cookie': 'b=2', B: '1', b: '2' } }],
    ...SPECIAL.map((name) => headers({ [name]: 'x' })),
  ],
  'what the gateway adds': [
    [OK, { endpointType: 'EDGE' }],
    [render.functionError(), { endpointType: 'EDGE' }],
    [OK, { now: () => 1234567890123, ids: { requestId: 'r', extendedRequestId: 'e', traceId: 't;x' } }],
    [{ ...OK, headers: { vary: 'a', 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '1' } }, { cors: CORS }, ORIGIN],
    [{ ...OK, headers: { Vary: 'a', 'Access-Control-Allow-Origin': '*' } }, { cors: CORS }],
    [OK, { cors: CORS }, { headers: { Origin: 'https://b.example' } }],
    [OK, { cors: { ...CORS, allowOrigins: ['*'], allowCredentials: false } }, ORIGIN],
    [OK, { cors: CORS }, PREFLIGHT],
    [OK, { cors: CORS, route: 'OPTIONS /' }, PREFLIGHT],
    [{ statusCode: 404 }, { cors: CORS, route: 'ANY /' }, PREFLIGHT],
    [render.functionError(), { cors: CORS }, ORIGIN],
    ...[render.noRoute(), render.forbidden(), render.unauthorized('Bearer'), unsigned()].flatMap((failure): Row[] => [
      [failure, {}, PREFLIGHT],
      [failure, { route: '$default' }],
    ]),
    ...['gzip', 'deflate', 'gzip, deflate', 'br;q=1, deflate;q=0.5', 'gzip;q=0', 'gzip; q=0.00', '*', 'GZIP'].map(
      (coding): Row => [{ statusCode: 200, body: 'xyz' }, { minimumCompressionSize: 3 }, { headers: { 'Accept-Encoding': coding } }],
    ),
    ...['ab', 'é', '', 'éa'].map(
      (text): Row => [{ statusCode: 200, body: text }, { minimumCompressionSize: 3 }, { headers: { 'accept-encoding': 'gzip' } }],
    ),
    [headers({ 'Content-Encoding': 'x' })[0], { minimumCompressionSize: 0 }, { headers: { 'accept-encoding': 'gzip' } }],
  ],
  payloads: ['{"statusCode": 200, "body": "a", "body": "b"}', ' {"a": [1, "x y"]} ', '"x"', 'null', 'x', '', '{"statusCode":200}'].map(
    (text): Row => [render.payload(text)],
  ),
  streams: [
    ...[{ statusCode: 201, cookies: ['a=1'], headers: { a: '1', 'Content-Type': 'text/html' } }, {}].flatMap((metadata): Row[] => [
      [render.streamedResult(metadata, 'xyz')],
      [render.streamedResult(metadata, 'xyz'), STREAMS],
      [render.streamedResult(metadata, 'xyz'), STREAMS, { method: 'HEAD' }],
      [render.streamedResult(metadata), STREAMS],
    ]),
    ...['3', '4', '2', 'x', '-1', '03', '3.0', ''].map(
      (length): Row => [render.streamedResult({ headers: { 'Content-Length': length } }, 'xyz'), STREAMS],
    ),
    ...['chunked', 'Chunked', 'gzip'].map(
      (coding): Row => [render.streamedResult({ headers: { 'transfer-encoding': coding } }, 'xyz'), STREAMS],
    ),
    [render.streamedResult({ headers: { 'content-length': '3', 'transfer-encoding': 'chunked' } }, 'xyz'), STREAMS],
    [render.streamedResult({ statusCode: 204 }, 'xyz'), STREAMS],
    [render.streamedResult({ statusCode: 0 }, 'xyz'), STREAMS],
    [render.streamedResult({ headers: { connection: 'x', date: 'x' } } as never, 'xyz'), STREAMS],
    [render.streamedBytes('xyz')],
    [render.streamedBytes('xyz'), STREAMS],
    [render.streamedBytes('xyz', 'text/\n'), STREAMS],
    [render.streamedBytes('', 'application/vnd.awslambda.http-integration-response'), STREAMS],
    [render.streamedBytes('x', 'application/vnd.awslambda.http-integration-response'), STREAMS],
    [render.streamedBytes(`[]${ZEROS}xyz`, 'application/vnd.awslambda.http-integration-response'), STREAMS],
    [render.streamedBytes(`{${ZEROS}xyz`), STREAMS],
    [render.streamedBytes(JSON.stringify(OK))],
    [OK, STREAMS],
    [1n, STREAMS],
    [undefined, STREAMS],
    [render.payload('{"a":1}'), STREAMS],
  ],
  failures: Object.values(FAILURES).map(({ type }): Row => [render.failure(type)]),
};

// A change of what a client gets, or of what is reported, shows up as a changed line.
describe('what a client gets', () => {
  test.each(Object.entries(ROWS))('%s', async (name, rows) => {
    await expect(rows.map(linesOf).join('\n')).toMatchFileSnapshot(`responses/${name.replaceAll(' ', '-')}.txt`); // `vitest -u` updates it
  });
});

/** What each target sends for a result. Targets that send the same share a line. */
function linesOf(row: Row): string {
  const targets = new Map<string, string[]>();
  for (const target of TARGETS) {
    const line = lineOf(row, target);
    targets.set(line, [...(targets.get(line) ?? []), target]);
  }
  const shown = row.map((value) => inspect(withoutMarks(value), { depth: 4, breakLength: Infinity, maxStringLength: 60 })).join(', ');
  return [shown, ...[...targets].map(([line, names]) => `  ${names.join(' ')}: ${line}`), ''].join('\n');
}

/** Outcomes are marked with symbols, and streams have bytes. */
function withoutMarks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getOwnPropertySymbols(value).length === 0) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part instanceof Uint8Array ? `${Buffer.from(part)}` : part]));
}

function lineOf([result, settings, asked]: Row, target: RenderTarget): string {
  const response = renderFor(result, { ...settings, target }, asked, { compress });
  const own = USUAL.get(target);
  const fields = response.headers.map((field) => field.join(': ')).map((field) => (own?.has(field) ? '…' : shorten(field)));
  const found = response.issues.map((issue) => JSON.stringify(Object.values(issue).slice(0, -1)));
  return [response.status, response.statusText, JSON.stringify(fields), JSON.stringify(textOf(response)), response.ok, ...found].join(' ');
}

/** The fields that nearly every response has. */
const USUAL: ReadonlyMap<RenderTarget, ReadonlySet<string>> = new Map(
  TARGETS.map((target) => [
    target,
    new Set(
      renderFor(OK, target)
        .headers.filter(([name]) => !name.startsWith('Content'))
        .map((field) => field.join(': ')),
    ),
  ]),
);

/** The bytes that zlib writes differ between versions of Node.js. */
function compress(coding: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(coding), bytes]);
}

function shorten(field: string): string {
  return field.length > 200 ? `${field.slice(0, 60)}… ${field.length}` : field;
}
