import { type Failure, failure, functionError, type IssueCode, payload, renderMessage, streamedResult } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { type Asked, render } from './responses.js';

const CORS = { allowOrigins: ['https://a.example'] };
const ORIGIN: Asked = { headers: { Origin: 'https://a.example' } };
const PREFLIGHT: Asked = { method: 'OPTIONS', headers: { ...ORIGIN.headers, 'Access-Control-Request-Method': 'PUT' } };
const TYPED = { 'content-type': 'text/plain' };

type Gateway = Parameters<typeof render>[1];

/** Results that rely on an assumption, and the issue that reports it. */
const ASSUMED: [what: string, result: unknown, gateway: Gateway, request: Asked, code: IssueCode][] = [
  ['TE on REST', { headers: { TE: 'x' } }, 'rest', {}, 'behaviour-assumed'],
  ['Via on REST', { headers: { Via: 'x' } }, 'rest', {}, 'behaviour-assumed'],
  ['Host on REST', { headers: { Host: 'x' } }, 'rest', {}, 'header-remapped'],
  [
    'zipped base64 without binary types',
    { headers: { 'Content-Encoding': 'gzip' }, body: 'eA==', isBase64Encoded: true },
    'rest',
    {},
    'base64-not-decoded',
  ],
  ['a fraction as status on REST', { statusCode: 200.5 }, 'rest', {}, 'status-code-coerced'],
  ['a status of null on REST', { statusCode: null }, 'rest', {}, 'status-code-coerced'],
  ['a status out of range', { statusCode: 600 }, 'rest', {}, 'status-code-invalid'],
  ['headers that are too large', { headers: { a: 'x'.repeat(10_241) } }, 'rest', {}, 'headers-too-large'],
  ['a header that is not ASCII', { headers: { a: 'é' } }, 'rest', {}, 'header-not-ascii'],
  ['a line break in a header', { headers: { a: 'x\ny' } }, 'rest', {}, 'unsafe-header-value'],
  ['the length of HEAD', { headers: TYPED, body: 'x' }, 'rest', { method: 'HEAD' }, 'behaviour-assumed'],
  ['the length of 304', { statusCode: 304 }, 'rest', {}, 'behaviour-assumed'],
  ['the body of 204', { statusCode: 204, body: 'x' }, 'rest', {}, 'body-dropped'],
  [
    'the choice between codings',
    { body: '"x"' },
    { target: 'rest', minimumCompressionSize: 0 },
    { headers: { 'Accept-Encoding': 'gzip, deflate' } },
    'behaviour-assumed',
  ],
  ['a body with half of a surrogate pair', { headers: TYPED, body: '\ud800' }, 'rest', {}, 'body-not-well-formed'],
  ['a key twice', payload('{"statusCode":200,"statusCode":201}'), 'rest', {}, 'duplicate-key'],
  ['a status as a string on an HTTP API', { statusCode: '200' }, 'http-1.0', {}, 'status-code-invalid'],
  ['a number in a header on an HTTP API', { statusCode: 200, headers: { a: 1 } }, 'http-2.0', {}, 'header-value-invalid'],
  ['null in a header on an HTTP API', { statusCode: 200, headers: { a: null } }, 'http-2.0', {}, 'header-value-null'],
  ['null as result', null, 'http-2.0', {}, 'null-result'],
  ['invalid base64 on an HTTP API', { statusCode: 200, body: '%', isBase64Encoded: true }, 'http-2.0', {}, 'base64-invalid'],
  ['Connection on an HTTP API', { statusCode: 200, headers: { Connection: 'close' } }, 'http-2.0', {}, 'header-dropped'],
  ['Date on an HTTP API', { statusCode: 200, headers: { Date: 'x' } }, 'http-1.0', {}, 'header-dropped'],
  ['Host on an HTTP API', { statusCode: 200, headers: { Host: 'x' } }, 'http-1.0', {}, 'behaviour-assumed'],
  ['Vary beside CORS', { statusCode: 200, headers: { Vary: 'accept' } }, { target: 'http-2.0', cors: CORS }, ORIGIN, 'behaviour-assumed'],
  [
    'CORS headers for a foreign origin',
    { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } },
    { target: 'http-2.0', cors: CORS },
    {},
    'cors-overridden',
  ],
  ["CORS on the gateway's own answers", functionError(), { target: 'http-2.0', cors: CORS }, ORIGIN, 'behaviour-assumed'],
  ['a status of 0 on a function URL', { statusCode: 0 }, 'function-url', {}, 'status-code-invalid'],
  ['no body on a function URL', { statusCode: 200 }, 'function-url', {}, 'body-missing'],
  ['an object as body on a function URL', { statusCode: 200, body: {} }, 'function-url', {}, 'body-coerced'],
  ['a number in a header on a function URL', { statusCode: 200, body: '', headers: { a: 1 } }, 'function-url', {}, 'header-value-coerced'],
  ['Via on a function URL', { statusCode: 200, body: '', headers: { Via: 'x' } }, 'function-url', {}, 'behaviour-assumed'],
  ['the headers of an error on a function URL', functionError(), 'function-url', {}, 'behaviour-assumed'],
  ['the answer to a malformed result on a function URL', { statusCode: 0 }, 'function-url', {}, 'answer-assumed'],
  ['the answer to a preflight request on a function URL', {}, { target: 'function-url', cors: CORS }, PREFLIGHT, 'behaviour-assumed'],
  [
    'an unknown key in front of a stream',
    streamedResult({ extra: 1 } as object),
    { target: 'rest', responseTransferMode: 'STREAM' },
    {},
    'key-ignored',
  ],
  [
    'a status as a string in front of a stream',
    streamedResult({ statusCode: '200' } as object),
    { target: 'rest', responseTransferMode: 'STREAM' },
    {},
    'status-code-coerced',
  ],
  ['a stream without a content type', streamedResult({}), { target: 'rest', responseTransferMode: 'STREAM' }, {}, 'behaviour-assumed'],
];

/** Results that rely on public reports, and the issue with that evidence. */
const REPORTED: [what: string, result: unknown, gateway: Gateway, code: IssueCode][] = [
  ['cookies on REST', { statusCode: 200, cookies: [] }, 'rest', 'unknown-key'],
  ['Content-Length on REST', { headers: { 'Content-Length': '1' } }, 'rest', 'header-remapped'],
  ['null in a header on REST', { headers: { a: null } }, 'rest', 'header-value-null'],
  ['a number in a header on REST', { headers: { a: 1 } }, 'rest', 'header-value-coerced'],
  ['a number as body on REST', { body: 1 }, 'rest', 'body-coerced'],
  ['a pair twice on an HTTP API', { statusCode: 200, headers: { a: '1' }, multiValueHeaders: { a: ['1'] } }, 'http-1.0', 'header-in-both'],
  ['Set-Cookie beside cookies', { statusCode: 200, headers: { 'Set-Cookie': 'a=1' }, cookies: ['b=2'] }, 'http-2.0', 'behaviour-assumed'],
  ['WWW-Authenticate on an HTTP API', { statusCode: 401, headers: { 'WWW-Authenticate': 'x' } }, 'http-2.0', 'behaviour-assumed'],
];

describe('a result that relies on unsettled behavior', () => {
  test.each(ASSUMED)('has an issue with the evidence assumed: %s', (_, result, gateway, request, code) => {
    expect(render(result, gateway, request).issues).toContainEqual(expect.objectContaining({ code, evidence: 'assumed' }));
  });

  test.each(REPORTED)('has an issue with the evidence reported: %s', (_, result, gateway, code) => {
    expect(render(result, gateway).issues).toContainEqual(expect.objectContaining({ code, evidence: 'reported' }));
  });

  test.each<[string, unknown, IssueCode]>([
    ['base64', { body: 'eA==', isBase64Encoded: true }, 'base64-not-decoded'],
    ['a number as body', { body: 1 }, 'body-coerced'],
    ['a failure', failure('timeout') satisfies Failure, 'answer-assumed'],
  ])('has an issue with the evidence assumed, as a WebSocket message: %s', (_, result, code) => {
    const { issues } = renderMessage(result, { target: 'websocket', routeResponse: true });
    expect(issues).toContainEqual(expect.objectContaining({ code, evidence: 'assumed' }));
  });
});

describe('an ordinary result', () => {
  test.each<[string, unknown, Gateway]>([
    ['JSON on REST', { statusCode: 200, body: '{}' }, 'rest'],
    ['a redirect on REST', { statusCode: 302, headers: { Location: '/x' } }, 'rest'],
    ['nothing on REST', { statusCode: 204 }, 'rest'],
    ['text with payload 1.0', { statusCode: 200, body: 'x' }, 'http-1.0'],
    ['an object with payload 2.0', { ok: true }, 'http-2.0'],
    ['cookies with payload 2.0', { statusCode: 200, cookies: ['a=1'], body: 'x' }, 'http-2.0'],
    ['text on a function URL', 'hello', 'function-url'],
    ['nothing on a function URL', { statusCode: 204 }, 'function-url'],
    ['a stream', streamedResult({ headers: TYPED }, 'x'), { target: 'function-url', invokeMode: 'RESPONSE_STREAM' }],
  ])('has no issue: %s', (_, result, gateway) => {
    expect(render(result, gateway).issues).toEqual([]);
  });
});
