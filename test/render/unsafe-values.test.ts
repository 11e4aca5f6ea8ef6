import type { Gateway, HttpField, HttpRequest } from 'apigw-proxy';
import { renderCustomResult } from 'apigw-proxy/custom';
import { toHttp1Bytes } from 'apigw-proxy/http';
import {
  customizeResponses,
  functionError,
  type GatewayResponse,
  type RenderTarget,
  renderMessage,
  renderResult,
  renderStream,
  streamedBytes,
  streamedResult,
  unauthorized,
} from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { sourceOf } from './streams.js';

const BAD = 'a\r\nX-Injected: 1';
const CONTROL = [BAD, 'a\nb', 'a\rb', 'a\0b', 'a\x1bb', 'a\x7fb'];
const URL_STREAM: Gateway<RenderTarget> = { target: 'function-url', invokeMode: 'RESPONSE_STREAM' };
const REST_STREAM: Gateway<RenderTarget> = { target: 'rest', responseTransferMode: 'STREAM' };
const OK = { statusCode: 200, body: '' };
const get = (headers: readonly HttpField[] = [], target = '/'): HttpRequest => ({ method: 'GET', target, headers });
const ORIGIN = get([['Origin', 'https://a.example']]);
const PREFLIGHT: HttpRequest = { ...ORIGIN, method: 'OPTIONS', headers: [...ORIGIN.headers, ['Access-Control-Request-Method', 'PUT']] };

interface Answered {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HttpField[];
  readonly ok: boolean;
  readonly issues: readonly { readonly code: string }[];
}

/** Every value of a function that can become a part of a header, and its issue. */
const OF_FUNCTION: [what: string, code: string, answer: (value: string) => Answered | Promise<Answered>][] = [
  ['a header', 'unsafe-header-value', (a) => renderResult({ ...OK, headers: { a } }, { target: 'rest' })],
  ['a header name', 'unsafe-header-name', (a) => renderResult({ ...OK, headers: { [a]: 'x' } }, { target: 'http-2.0' })],
  ['Content-Type', 'unsafe-header-value', (type) => renderResult({ ...OK, headers: { 'content-type': type } }, { target: 'http-2.0' })],
  ['a list', 'unsafe-header-value', (a) => renderResult({ ...OK, multiValueHeaders: { a: ['x', a] } }, { target: 'http-1.0' })],
  ['a cookie', 'unsafe-header-value', (a) => renderResult({ ...OK, cookies: [a] }, { target: 'function-url' })],
  ['a redirect', 'unsafe-header-value', (location) => renderResult({ statusCode: 302, headers: { location } }, { target: 'rest' })],
  ['the type of a stream', 'unsafe-header-value', (type) => renderResult(streamedBytes('x', type), URL_STREAM)],
  [
    'the type of a stream, as it comes',
    'unsafe-header-value',
    (type) => renderStream(sourceOf(['x']).stream, URL_STREAM, undefined, { contentType: () => type }),
  ],
  ['metadata', 'unsafe-header-value', (a) => renderResult(streamedResult({ headers: { a } }, 'x'), REST_STREAM)],
  [
    'metadata, as it comes',
    'unsafe-header-value',
    (a) => renderStream(sourceOf([streamedResult({ cookies: [a] }).bytes]).stream, REST_STREAM),
  ],
  [
    'a subprotocol',
    'unsafe-header-value',
    (a) => renderResult({ statusCode: 200, headers: { 'sec-websocket-protocol': a } }, { target: 'websocket', route: '$connect' }),
  ],
  ['a challenge', 'unauthorized', (a) => renderResult(unauthorized(a), { target: 'http-2.0' })],
  [
    'a mapped part of the output',
    'unsafe-header-value',
    (a) => {
      const parameters = { 'method.response.header.A': 'integration.response.body.a' } as const;
      return renderCustomResult(
        { returned: { a } },
        { integration: 'custom', responses: [{ statusCode: 200, responseParameters: parameters }] },
      );
    },
  ],
  [
    'a mapped message of an error',
    'unsafe-header-value',
    (message) => {
      const parameters = { 'method.response.header.A': 'integration.response.body.errorMessage' } as const;
      return renderCustomResult(
        { threw: { message } },
        { integration: 'custom', responses: [{ statusCode: 200, responseParameters: parameters }] },
      );
    },
  ],
];

const custom = (response: GatewayResponse, gateway: Partial<Gateway> = {}, request?: HttpRequest): Answered =>
  renderResult(functionError(), { ...gateway, target: 'rest', gatewayResponses: customizeResponses({ DEFAULT_5XX: response }) }, request);
const parameter = (source: string): GatewayResponse => ({ responseParameters: { 'gatewayresponse.header.a': source } });

/** Every setting that can become a part of a header. */
const OF_SETTINGS: [what: string, answer: (value: string) => Answered | undefined][] = [
  ['cors.allowOrigins', (a) => renderResult(OK, { target: 'http-2.0', cors: { allowOrigins: [a] } }, ORIGIN)],
  ['cors.exposeHeaders', (a) => renderResult(OK, { target: 'http-2.0', cors: { allowOrigins: ['*'], exposeHeaders: [a] } }, ORIGIN)],
  ['cors.allowMethods', (a) => renderResult(OK, { target: 'http-1.0', cors: { allowOrigins: ['*'], allowMethods: [a] } }, PREFLIGHT)],
  ['cors.allowHeaders', (a) => renderResult(OK, { target: 'function-url', cors: { allowOrigins: ['*'], allowHeaders: [a] } }, PREFLIGHT)],
  [
    'cors.maxAge',
    (a) => renderResult(OK, { target: 'http-2.0', cors: { allowOrigins: ['*'], maxAge: a as unknown as number } }, PREFLIGHT),
  ],
  ['ids.requestId', (requestId) => renderResult(OK, { target: 'rest', ids: { requestId } })],
  ['ids.extendedRequestId', (extendedRequestId) => renderResult(OK, { target: 'http-2.0', ids: { extendedRequestId } })],
  ['ids.traceId', (traceId) => renderResult(OK, { target: 'function-url', ids: { traceId } })],
  ['cloudFront.edgeId', (edgeId) => renderResult(OK, { target: 'rest', endpointType: 'EDGE', cloudFront: { edgeId } })],
  ['cloudFront.requestId', (requestId) => renderResult(OK, { target: 'rest', endpointType: 'EDGE', cloudFront: { requestId } })],
  ['a parameter of a gateway response', (a) => custom(parameter(`'${a}'`))],
  ['a stage variable in a parameter', (a) => custom(parameter('stageVariables.a'), { stageVariables: { a } })],
  ['the type of a template', (a) => custom({ responseTemplates: { [a]: '' } })],
  ['the name of a parameter', (a) => custom({ responseParameters: { [`gatewayresponse.header.${a}`]: "'x'" } })],
];

/** Every value of a request that can become a part of a header. A client must not be able to make rendering fail. */
const OF_REQUEST: [what: string, answer: (value: string) => Answered][] = [
  ['Origin', (a) => renderResult(OK, { target: 'http-2.0', cors: { allowOrigins: ['https://*'] } }, get([['Origin', `https://${a}`]]))],
  ['a header in a parameter', (a) => custom(parameter('method.request.header.a'), {}, get([['A', a]]))],
  [
    'a query parameter in a parameter',
    (a) => custom(parameter('method.request.querystring.a'), {}, get([], `/?a=${encodeURIComponent(a)}`)),
  ],
  ['the path in a parameter', (a) => custom(parameter('context.path'), {}, get([], `/${a}`))],
  ['User-Agent in a parameter', (a) => custom(parameter('context.identity.userAgent'), {}, get([['User-Agent', a]]))],
];

const DOCUMENTED = /^(?:GatewayError|GatewayResponseError)$/;

function expectSafe({ status, statusText, headers }: Answered): void {
  // It throws for every control character in a name or a value.
  toHttp1Bytes({ status: Math.max(200, status), statusText, headers, body: new Uint8Array(0) });
}

describe.each(CONTROL)('the control character in %j never reaches the response', (value) => {
  test.each(OF_FUNCTION)('from %s: the gateway rejects it with an issue', async (_, code, answer) => {
    const answered = await answer(value);
    expectSafe({ ...answered, headers: answered.headers.filter(([name]) => name !== 'Content-Length' && name !== 'Transfer-Encoding') });
    expect([answered.ok, answered.issues.map((issue) => issue.code)]).toEqual([false, expect.arrayContaining([code])]);
  });

  test.each(OF_SETTINGS)('from the setting %s: an error names it', (_, answer) => {
    expect(() => answer(value)).toThrow(
      expect.objectContaining({ name: expect.stringMatching(DOCUMENTED), path: expect.any(Array), fix: expect.stringMatching(/\.$/) }),
    );
  });

  test.each(OF_REQUEST)('from the request, %s: the header is left out', (_, answer) => {
    const answered = answer(value);
    expectSafe({ ...answered, headers: answered.headers.filter(([name]) => name !== 'Content-Length') });
    expect(answered.headers.filter(([name]) => name === 'a' || name === 'Access-Control-Allow-Origin')).toEqual([]);
  });
});

describe('a field that could move the end of a response', () => {
  test.each(['Content-Length', 'transfer-encoding', 'Connection'])('is not set by a gateway response: %s', (name) => {
    const response = { responseParameters: { [`gatewayresponse.header.${name}`]: "'5'" } };
    expect(() => custom(response)).toThrow(expect.objectContaining({ code: 'unsupported-parameter' }));
  });

  test.each([
    ['Content-Length', 'header-remapped'],
    ['Connection', 'header-remapped'],
    ['Transfer-Encoding', 'header-dropped'],
  ])('is not set by a custom integration: %s', (name, code) => {
    const responses = [{ statusCode: 200, responseParameters: { [`method.response.header.${name}`]: "'5'" as const } }];
    const response = renderCustomResult({ returned: 'hello' }, { integration: 'custom', responses });
    expect(response.issues).toMatchObject([{ code, severity: 'info' }]);
    expect(response.headers.filter(([given]) => given.toLowerCase() === name.toLowerCase() && given !== 'Connection').length).toBeLessThan(
      2,
    );
    toHttp1Bytes(response);
  });

  test('is not the status of a custom integration', () => {
    const response = renderCustomResult({ returned: 1 }, { integration: 'custom', responses: [{ statusCode: 1000 }] });
    expect([response.status, response.issues[0]?.code]).toEqual([500, 'invalid-status']);
    toHttp1Bytes(response);
  });
});

test('ids in a WebSocket message are written as JSON', () => {
  const { frame = '' } = renderMessage(null, { target: 'websocket', ids: { connectionId: BAD } });
  expect(JSON.parse(frame)).toMatchObject({ connectionId: BAD });
});
