import type { Gateway, RenderTarget } from 'apigw-proxy';
import * as render from 'apigw-proxy/render';
import { unsigned } from '../../src/render/failure.js';
import { FAILURES } from '../../src/render/targets/failures.js';
import { SPECIAL_HEADERS } from '../../src/render/targets/special-headers.js';
import { type Asked, TARGETS } from './responses.js';

type Settings = Partial<Gateway<RenderTarget>>;
/** A result; settings of every target, and the request, if they matter. */
export type Row = readonly [result: unknown, settings?: Settings, asked?: Asked];

export const OK = { statusCode: 200, body: '{}' };
const CORS = {
  allowOrigins: ['https://a.example'],
  allowMethods: ['PUT'],
  allowHeaders: ['x-a'],
  exposeHeaders: ['x-b'],
  maxAge: 5,
  allowCredentials: true,
};
const CUSTOMIZED: Settings = {
  gatewayResponses: render.customizeResponses({
    DEFAULT_4XX: { responseTemplates: { 'text/a': '4 $context.error.responseType $context.error.messageString $context.identity.user' } },
    DEFAULT_5XX: {
      statusCode: 599,
      responseParameters: { 'gatewayresponse.header.Content-Type': "'text/b'", 'gatewayresponse.header.x-a': "'b'" },
      responseTemplates: { 'text/c': '5 $context.error.responseType $context.error.message' },
    },
    INVALID_API_KEY: { responseParameters: { 'gatewayresponse.header.x-a': 'method.request.header.x-a' } },
    AUTHORIZER_FAILURE: { statusCode: 418 },
  }),
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

/** Results of every kind, by what they are about. */
export const ROWS: Readonly<Record<string, readonly Row[]>> = {
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
      '7',
      '<p>',
      '<p/>',
      '<p',
      'x <p>',
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
    ...['application/octet-stream', 'text/plain'].map(
      (type) => [{ statusCode: 200, body: '\uFFFD', headers: { 'content-type': type } }] as const,
    ),
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
    [{ ...OK, isBase64Encoded: true, multiValueHeaders: { a: ['b'] }, headers: { b: 'c' } }],
    ...['image/png', ' image/png , */*', ' x/y , z', 'text/html, image/png', 'image/*', ''].map(
      (Accept): Row => [flag(true)[0], { binaryMediaTypes: ['image/png'] }, { headers: { Accept } }],
    ),
    [flag(true)[0], { binaryMediaTypes: ['image/png'] }],
    [flag(true)[0], { binaryMediaTypes: ['*/*'] }],
  ],
  headers: [
    ...[null, undefined, [], 'x', 5, new Map([['a', '1']]), {}].map(headers),
    headers({ A: '1', a: '2', 'x-Two-words': 'é', n: 1, t: true, z: null, u: undefined, l: ['1'], o: {}, e: '', s: '  x\t' }),
    headers({ a: '1', A: '2', 'X-n': ' é ' }),
    headers({ z: null }),
    headers({ 'content-type': null }),
    headers({ 'Content-Type': 'text/html', 'content-TYPE': 'text/plain' }),
    headers({ 'a b': '1' }),
    headers({ é: '1', '': '2' }),
    headers({ a: '1\r\nb: 2' }),
    headers({ a: '\0' }),
    ...[5223, 5224].map((length) => headers({ 'content-type': 'a/b', a: 'x'.repeat(5000), b: 'x'.repeat(length) })),
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
    [OK, { ids: { traceId: 'Root=1' } }],
    [OK, { now: () => 1234567890123, ids: { requestId: 'r', extendedRequestId: 'e', traceId: 't;x' } }],
    [{ ...OK, headers: { vary: 'a', 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '1' } }, { cors: CORS }, ORIGIN],
    [{ ...OK, headers: { Vary: 'a', 'Access-Control-Allow-Origin': '*' } }, { cors: CORS }],
    [
      {
        ...OK,
        headers: Object.fromEntries(
          ['credentials', 'headers', 'methods', 'origin']
            .map((name) => [`access-control-allow-${name}`, 'x'])
            .concat([
              ['access-control-expose-headers', 'x'],
              ['access-control-max-age', 'x'],
              ['access-control-other', 'x'],
            ]),
        ),
      },
      { cors: CORS },
      ORIGIN,
    ],
    [OK, { cors: { allowOrigins: ['*'], exposeHeaders: [], allowMethods: [] } }, ORIGIN],
    [OK, { cors: {} }, ORIGIN],
    [OK, { cors: {} }, PREFLIGHT],
    [OK, { cors: CORS }, { headers: { Origin: 'https://b.example' } }],
    [OK, { cors: { ...CORS, allowOrigins: ['*'], allowCredentials: false } }, ORIGIN],
    [OK, { cors: CORS }, PREFLIGHT],
    [OK, { cors: CORS, route: 'OPTIONS /' }, PREFLIGHT],
    ...[103, 200, 299, 300, 404].map((statusCode): Row => [{ statusCode }, { cors: CORS, route: 'ANY /' }, PREFLIGHT]),
    [render.functionError(), { cors: CORS }, ORIGIN],
    ...[render.noRoute(), render.forbidden(), render.unauthorized('Bearer'), unsigned()].flatMap((failure): Row[] => [
      [failure, {}, PREFLIGHT],
      [failure, { route: '$default' }],
    ]),
    ...[
      'gzip',
      'deflate',
      'gzip, deflate',
      'br;q=1, deflate;q=0.5',
      'gzip;q=0',
      'gzip; q=0.00',
      'gzip;xq=0',
      'gzip;q=0.5',
      '*',
      'GZIP',
    ].map((coding): Row => [{ statusCode: 200, body: 'xyz' }, { minimumCompressionSize: 3 }, { headers: { 'Accept-Encoding': coding } }]),
    ...['ab', 'é', '', 'éa'].map(
      (text): Row => [{ statusCode: 200, body: text }, { minimumCompressionSize: 3 }, { headers: { 'accept-encoding': 'gzip' } }],
    ),
    [headers({ a: 'x' })[0], { minimumCompressionSize: 0 }, { headers: { 'accept-encoding': 'gzip' } }],
    [headers({ 'Content-Encoding': 'x' })[0], { minimumCompressionSize: 0 }, { headers: { 'accept-encoding': 'gzip' } }],
  ],
  payloads: [
    '{"statusCode": 200, "body": "a", "body": "b"}',
    ' {"a": [1, "x y"]} ',
    '"x"',
    'null',
    'x',
    '',
    '{"statusCode":200}',
    '{"statusCode":200,"body":{"type":"Buffer","data":[1]}}',
    '{"statusCode":200,"body":{"0":1}}',
    '{"a":"b  c"  ,  "d" : [ ] }',
    '"a  b"',
  ].map((text): Row => [render.payload(text)]),
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
    [render.streamedResult({ headers: { 'content-length': '3' } }, 'xyz'), STREAMS, { method: 'HEAD' }],
    [render.streamedResult({ headers: { 'content-length': '3', 'Content-Length': '3' } }, 'xyz'), STREAMS],
    [render.streamedResult({ statusCode: 204 }), STREAMS],
    [render.streamedResult({ statusCode: 204 }, 'xyz')],
    [render.streamedResult({ statusCode: 204 }, 'xyz'), STREAMS],
    [render.streamedResult({ multiValueHeaders: { 'Content-Type': ['a/b'], 'x-a': ['1'] } }, 'xyz'), STREAMS],
    [render.streamedResult({ multiValueHeaders: { 'x-a': ['1'] } }, 'xyz'), STREAMS],
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
  'gateway responses': [
    ...Object.values(FAILURES).map(({ type }): Row => [render.failure(type), CUSTOMIZED]),
    ...['é', '1', '\n'].map((value): Row => [render.failure('invalid-api-key'), CUSTOMIZED, { headers: { 'X-A': value } }]),
    [unsigned(), CUSTOMIZED],
    [1n, CUSTOMIZED],
    [{ ...OK, body: 'x'.repeat(6_300_000) }, CUSTOMIZED],
    [{ statusCode: '200', body: 'a', isBase64Encoded: true }, { ...CUSTOMIZED, binaryMediaTypes: ['*/*'] }, { headers: { accept: 'a/b' } }],
  ],
};

/** Results that only a WebSocket API treats in a special way. */
export const WEBSOCKET_RESULTS: readonly unknown[] = [
  ...['a', 'a, b', null, 'a\nb'].map((value) => ({ ...OK, headers: { 'Sec-WebSocket-Protocol': value, 'x-a': '1' } })),
  { ...OK, headers: { 'sec-websocket-protocol': 'a' }, multiValueHeaders: { 'SEC-websocket-protocol': ['b', 'c'] } },
  { statusCode: 299, body: 'x' },
  { statusCode: 403, headers: { 'sec-websocket-protocol': 'a', 'x-a': '1' }, body: 'x' },
  ...[32_768, 32_769, 131_072, 131_073].map((length) => ({ statusCode: 200, body: 'x'.repeat(length) })),
  { statusCode: 200, body: 'é'.repeat(65_537) },
  { statusCode: 200, body: 'aGk=', isBase64Encoded: true },
  { statusCode: 200, body: '', multiValueHeaders: { a: ['1'] } },
  render.streamedBytes('x'),
];
