import {
  type checkResult,
  explainIssue,
  failure,
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  renderMessage,
  renderResult,
  streamedBytes,
  streamedResult,
} from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';

type Gateway = Parameters<typeof checkResult>[1];
type Request = Parameters<typeof checkResult>[2];

const WEBSOCKET: Gateway = { target: 'websocket', routeResponse: true };
const STREAM: Gateway = { target: 'rest', responseTransferMode: 'STREAM' };
const URL_STREAM: Gateway = { target: 'function-url', invokeMode: 'RESPONSE_STREAM' };
const CORS = { allowOrigins: ['https://a.example'] };
const PNG = { statusCode: 200, body: 'AAEC', isBase64Encoded: true };
const get = (headers: Record<string, string> = {}, method = 'GET'): Request => ({ method, target: '/', headers: Object.entries(headers) });

/** Results with an issue, and what the issue says. */
const SAID: [code: IssueCode, result: unknown, gateway: Gateway, message: string, fix: string, request?: Request][] = [
  [
    'body-not-text',
    { statusCode: 200, body: {} },
    { target: 'rest' },
    '`body` is an object, but a REST API only accepts a string. The client gets a 502.',
    'Return `JSON.stringify(...)` as `body`.',
  ],
  [
    'body-not-text',
    { statusCode: 200, body: Buffer.from('x') },
    { target: 'http-1.0' },
    '`body` is a Buffer, but an HTTP API only accepts a string. The client gets a 500.',
    "Return the bytes as base64, such as `buffer.toString('base64')`, and set `isBase64Encoded: true`.",
  ],
  [
    'body-coerced',
    { statusCode: 200, body: new Uint8Array(2) },
    { target: 'function-url' },
    '`body` is a Uint8Array. A function URL sends it as JSON text.',
    "Return the bytes as base64, such as `buffer.toString('base64')`, and set `isBase64Encoded: true`.",
  ],
  [
    'unknown-key',
    { statusCode: 200, cookies: ['a=1'] },
    { target: 'rest' },
    'A REST API rejects the key "cookies". The client gets a 502.',
    "Use `multiValueHeaders: { 'Set-Cookie': [...] }`.",
  ],
  [
    'unknown-key',
    { statusCode: 200, cookies: ['a=1'] },
    { target: 'websocket' },
    'A WebSocket API rejects the key "cookies". The client gets an error instead.',
    'Remove it. A WebSocket API sends no cookies.',
  ],
  [
    'status-code-invalid',
    { statusCode: '200', body: '' },
    { target: 'http-2.0' },
    '`statusCode` is "200", but an HTTP API only accepts an integer from 100 to 599. The client gets a 500.',
    'Return an integer from 200 to 599 as `statusCode`.',
  ],
  [
    'unknown-key',
    { statusCode: 200, header: {} },
    { target: 'rest' },
    'A REST API rejects the key "header". The client gets a 502.',
    'Did you mean `headers`?',
  ],
  [
    'unknown-key',
    { Hello: 'World' },
    { target: 'rest' },
    'A REST API rejects the key "Hello". The client gets a 502.',
    'Put the data into `body`, such as `{ statusCode: 200, body: JSON.stringify(data) }`, or remove the key.',
  ],
  [
    'result-not-an-object',
    'x',
    { target: 'http-1.0' },
    'The result is "x", but an HTTP API with payload format 1.0 only accepts an object. The client gets a 500.',
    'Return an object with a `statusCode` and a string `body`.',
  ],
  [
    'cookies-invalid',
    { statusCode: 200, cookies: [1] },
    { target: 'http-2.0' },
    '`cookies[0]` must be a string; got 1. The client gets a 500.',
    'Return an array with one string for each Set-Cookie line.',
  ],
  [
    'header-value-invalid',
    { statusCode: 200, headers: { 'Set-Cookie': ['a=1'] } },
    { target: 'http-2.0' },
    '`headers["Set-Cookie"]` is an array, but an HTTP API only accepts a string. The client gets a 500.',
    'Return a string. Join several values with commas, and put Set-Cookie lines into `cookies`.',
  ],
  [
    'multi-value-headers-ignored',
    { statusCode: 200, multiValueHeaders: { a: ['1'] } },
    { target: 'http-2.0' },
    'An HTTP API with payload format 2.0 ignores `multiValueHeaders`.',
    'Use `headers` with several values joined by commas, and `cookies` for Set-Cookie.',
  ],
  [
    'header-remapped',
    { statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } },
    { target: 'rest' },
    'A REST API sends WWW-Authenticate under the name x-amzn-Remapped-WWW-Authenticate.',
    'Use another header name, or an HTTP API, which sends most headers unchanged.',
  ],
  [
    'header-remapped',
    { statusCode: 200, headers: { 'Content-Length': '0' } },
    { target: 'rest' },
    'A REST API sends Content-Length under the name x-amzn-Remapped-Content-Length.',
    'Nothing to fix: the gateway sends its own Content-Length.',
  ],
  [
    'behaviour-assumed',
    { statusCode: 200, headers: { Via: '1.1 x' } },
    { target: 'rest' },
    'Nobody has recorded how a REST API handles the header Via. This response assumes that it is sent unchanged.',
    "Don't rely on it. If you know what AWS does, please contribute a recording.",
  ],
  [
    'behaviour-assumed',
    { statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } },
    { target: 'http-2.0' },
    'Reports disagree on how an HTTP API handles the header WWW-Authenticate. This response assumes that it is sent unchanged.',
    "Don't rely on it. If you know what AWS does, please contribute a recording.",
  ],
  [
    'base64-not-decoded',
    PNG,
    { target: 'rest', binaryMediaTypes: ['image/png'] },
    'The client gets the base64 text, because no entry of `binaryMediaTypes` matches "*/*".',
    "Add the type that clients accept to the API's `binaryMediaTypes`. Only the first type in Accept counts.",
    get({ Accept: '*/*' }),
  ],
  [
    'message-not-sent',
    { statusCode: 200, body: 'x' },
    { target: 'websocket', route: 'say' },
    "The client doesn't get this body: the route has no route response.",
    'Give the route a route response, or post to the connection through the management API.',
  ],
  [
    'result-not-streamed',
    { statusCode: 200 },
    STREAM,
    'The function returned its result instead of streaming it, but a REST API with streaming only accepts a stream. The client gets a 500.',
    'Wrap the handler in `awslambda.streamifyResponse`, or set the response transfer mode to BUFFERED.',
  ],
];

/** Results that lead to issues of every code, whatever the gateway. */
const FOUND: [result: unknown, gateway: Gateway, request?: Request][] = [
  ...SAID.map(([, result, gateway, , , request]) => [result, gateway, request] as [unknown, Gateway, Request]),
  [{ statusCode: 200, body: 1n }, { target: 'rest' }],
  [null, { target: 'http-2.0' }],
  [new Map(), { target: 'http-2.0' }],
  [{ body: 'x' }, { target: 'http-1.0' }],
  [{ statusCode: 'x', headers: [], isBase64Encoded: [] }, { target: 'rest' }],
  [{ statusCode: '100', isBase64Encoded: 'true', base64Encoded: 1, headers: { 'a b': '1', a: 1, b: null } }, { target: 'rest' }],
  [{ statusCode: 204, body: 'x\ud800', multiValueHeaders: { a: 'x', b: [] } }, { target: 'rest' }],
  [{ statusCode: 200, multiValueHeaders: { b: [] }, headers: { a: 'a\nb', é: 'x', c: 'é'.repeat(6000) } }, { target: 'rest' }],
  [{ statusCode: 200, headers: { a: '1', A: '2', 'transfer-encoding': 'x' }, multiValueHeaders: { a: ['1'] } }, { target: 'http-1.0' }],
  [
    { statusCode: 200, headers: { Vary: 'a', 'Access-Control-Max-Age': '1', 'Set-Cookie': 'a' }, cookies: ['a'] },
    { target: 'http-2.0', cors: CORS },
  ],
  [{ headers: {} }, { target: 'http-2.0' }],
  [{ statusCode: 200, cookies: ['a'], other: 1 }, { target: 'http-1.0' }],
  [{ statusCode: 200 }, { target: 'function-url', cors: CORS }],
  [{}, { target: 'function-url', cors: CORS }, get({ Origin: 'https://a.example', 'Access-Control-Request-Method': 'PUT' }, 'OPTIONS')],
  [{ statusCode: 200, body: 'é', isBase64Encoded: true }, { target: 'http-2.0' }],
  [{ statusCode: 304 }, { target: 'rest' }],
  ['x', { target: 'http-2.0' }, get({}, 'HEAD')],
  [{ statusCode: 200, body: '<p>' }, { target: 'rest', minimumCompressionSize: 0 }, get({ 'Accept-Encoding': 'gzip, deflate' })],
  [failure('timeout'), { target: 'function-url' }],
  [failure('function-error'), { target: 'function-url', cors: CORS }, get({ Origin: 'https://a.example' })],
  [streamedResult({ statusCode: 200 }, 'x'), { target: 'http-2.0' }],
  [streamedResult({ statusCode: 200 }, 'x'), { target: 'rest' }],
  [streamedResult({ statusCode: 200, headers: { 'content-length': '9' } }, 'x'), STREAM],
  [streamedResult({ statusCode: 200 }, 'x'), STREAM, get({}, 'HEAD')],
  [streamedBytes('x'), STREAM],
  [streamedBytes(`x${'\0'.repeat(8)}`), STREAM],
  [streamedBytes('x'), URL_STREAM],
  [{ statusCode: 500, headers: { a: '1' }, body: 'x', isBase64Encoded: true }, WEBSOCKET],
  [{ statusCode: 200, body: 'x'.repeat(40_000) }, WEBSOCKET],
  [{ statusCode: 200, body: 'x'.repeat(140_000) }, WEBSOCKET],
  [{ statusCode: 200 }, WEBSOCKET],
  [
    { statusCode: 200, headers: { a: '1' }, body: 'x' },
    { target: 'websocket', route: '$connect' },
  ],
  [
    { statusCode: 200, body: 'x' },
    { target: 'websocket', route: '$disconnect' },
  ],
];

describe('explainIssue', () => {
  test.each(SAID)('explains the mistake and the fix: %s of %j on %j', (code, result, gateway, message, fix, request) => {
    const issue = renderResult(result, gateway, request).issues.find((found) => found.code === code);
    expect(issue && explainIssue(issue)).toEqual({ ...issue, message, fix });
  });

  test.each(FOUND)('writes whole sentences: row %#', (result, gateway, request) => {
    for (const issue of renderResult(result, gateway, request).issues) {
      const { message, fix } = explainIssue(issue);
      expect(message).toMatch(/^[A-Z`"].*\.$/);
      expect(fix).toMatch(/^[A-Z`"].*[.?]$/);
      expect(`${message} ${fix}`).not.toMatch(/undefined|\[object| {2}|\.\.$/);
    }
  });

  test.each(ISSUE_CODES)('explains the code %s', (code) => {
    const issue: Issue = {
      code,
      severity: 'error',
      path: [],
      evidence: 'assumed',
      target: 'rest',
      ...(code === 'behaviour-assumed' && { found: 'header-sent' }),
    };
    expect(explainIssue(issue)).toMatchObject({ message: expect.stringMatching(/\.$/), fix: expect.stringMatching(/[.?]$/) });
  });

  test.each(['constructor', 'unheard-of', undefined])('rejects the code %s', (code) => {
    const issue = { code, severity: 'error', path: [], evidence: 'assumed', target: 'rest' } as unknown as Issue; // an issue of another version can have it
    expect(() => explainIssue(issue)).toThrow(expect.objectContaining({ name: 'GatewayError', code: 'invalid-option', path: ['code'] }));
  });

  test.each<[issue: unknown, path: string]>([
    [undefined, 'issue'],
    ['body-not-text', 'issue'],
    [{ code: 'body-not-text' }, 'target'],
    [{ code: 'body-not-text', target: 'rest' }, 'path'],
  ])('rejects %j', (issue, path) => {
    expect(() => explainIssue(issue as Issue)).toThrow(expect.objectContaining({ code: 'invalid-option', path: [path] }));
  });

  test('explains the issues of a message', () => {
    const [issue] = renderMessage({ statusCode: 200, body: 'x' }, { target: 'websocket' }).issues;
    expect(issue && explainIssue(issue).message).toBe("The client doesn't get this body: the route has no route response.");
  });
});
