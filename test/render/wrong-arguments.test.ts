import { renderCustomResult } from 'apigw-proxy/custom';
import * as render from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';

// Calls from plain JavaScript: without types, an argument can be anything.

type Call = (...args: unknown[]) => unknown;

const renderResult = render.renderResult as Call;
const customizeResponses = render.customizeResponses as Call;
const preflight = render.preflight as Call;
const renderMessage = render.renderMessage as Call;
const custom = renderCustomResult as Call;

const REST = { target: 'rest' };
const OK = { statusCode: 200, body: '"x"' };
const GET = { method: 'GET', target: '/', headers: [] };
const ORIGIN = { ...GET, headers: [['origin', 'https://a.example']] };
const GZIP = { ...GET, headers: [['accept-encoding', 'gzip']] };
const PNG = { ...OK, isBase64Encoded: true };
const COMPRESSED = { ...REST, minimumCompressionSize: 0 };
const INTEGRATION = { integration: 'custom', responses: [{ statusCode: 200 }] };

/** Arguments that every renderer rejects in the same way. */
const ARGUMENTS: [args: unknown[], code: string, path: (string | number)[], message: string][] = [
  [[], 'invalid-option', ['gateway'], "`gateway` must be an object; got undefined. Pass settings such as { target: 'rest' }."],
  [[null], 'invalid-option', ['gateway'], 'got null'],
  [['rest'], 'invalid-option', ['gateway'], 'got "rest"'],
  [[{}], 'unknown-target', ['target'], '`target` is missing.'],
  [[{ target: 'constructor' }], 'unknown-target', ['target'], 'Unknown target "constructor".'],
  [[{ target: 'v2' }], 'unknown-target', ['target'], 'Unknown target "v2". Did you mean `http-2.0`?'],
  [[REST, 'GET'], 'invalid-option', ['request'], '`request` must be an object; got "GET".'],
  [[REST, null], 'invalid-option', ['request'], 'got null'],
  [[REST, {}], 'invalid-option', ['method'], '`method` must be a string; got undefined.'],
  [[REST, { method: 'GET' }], 'invalid-option', ['target'], '`target` must be a string; got undefined.'],
  [[REST, { method: 'GET', target: '/', headers: { accept: '*/*' } }], 'invalid-option', ['headers'], 'got an object'],
  [[REST, { method: 'GET', target: '/', headers: ['accept'] }], 'invalid-option', ['headers', 0], 'a pair of strings; got "accept"'],
  [[REST, { method: 'GET', target: '/', headers: [['a', 1]] }], 'invalid-option', ['headers', 0, 1], 'got 1'],
  [
    [{ target: 'http-2.0', cors: { allowOrigins: '*' } }, ORIGIN],
    'invalid-option',
    ['cors', 'allowOrigins'],
    'an array of strings; got "*"',
  ],
  [[{ target: 'http-2.0', cors: { allowOrigins: [/a/] } }, ORIGIN], 'invalid-option', ['cors', 'allowOrigins', 0], 'got a RegExp'],
];

function expectError(call: () => unknown, name: string, code: string, path: (string | number)[], message: string): void {
  expect(call).toThrow(
    expect.objectContaining({ name, code, path, message: expect.stringContaining(message), fix: expect.stringMatching(/[.?]$/) }),
  );
}

describe.each<[name: string, call: Call]>([
  ['renderResult', renderResult],
  ['checkResult', render.checkResult as Call],
  ['assertNoIssues', render.assertNoIssues as Call],
])('%s', (_, call) => {
  test.each(ARGUMENTS)('rejects the arguments %j', (args, code, path, message) => {
    expectError(() => call(OK, ...args), 'GatewayError', code, path, message);
  });
});

describe('renderStream', () => {
  test.each(ARGUMENTS)('rejects the arguments %j', async (args, code, path, message) => {
    const call = render.renderStream as (...all: unknown[]) => Promise<unknown>;
    for (const result of [OK, new Blob(['x']).stream()]) {
      const streaming = args.length > 0 && args[0] === REST ? [{ ...REST, responseTransferMode: 'STREAM' }, ...args.slice(1)] : args;
      await expect(call(result, ...streaming)).rejects.toMatchObject({ name: 'GatewayError', code, path });
      await expect(call(result, ...streaming)).rejects.toThrow(message);
    }
  });

  test('rejects a target without responses', async () => {
    await expect((render.renderStream as Call)(OK, { target: 'websocket' })).rejects.toMatchObject({ code: 'wrong-target' });
  });
});

describe('preflight', () => {
  test.each<[args: unknown[], code: string, path: (string | number)[]]>([
    [[], 'invalid-option', ['gateway']],
    [[GET], 'invalid-option', ['gateway']],
    [[GET, { target: 'alb' }], 'unknown-target', ['target']],
    [[GET, { target: 'websocket' }], 'wrong-target', ['target']],
    [[{ method: 'OPTIONS' }, { target: 'http-2.0', cors: { allowOrigins: ['*'] } }], 'invalid-option', ['target']],
  ])('rejects the arguments %j', (args, code, path) => {
    expect(() => preflight(...args)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path }));
  });
});

describe('renderResult', () => {
  test.each<[args: unknown[], code: string, path: (string | number)[], message: string]>([
    [[OK, REST, GET, null], 'invalid-option', ['options'], 'got null'],
    [[OK, { ...REST, now: () => 'noon' }], 'invalid-option', ['now'], 'got "noon"'],
    [[OK, { ...REST, ids: { requestId: 5 } }], 'invalid-option', ['ids', 'requestId'], 'got 5'],
    [[PNG, { ...REST, binaryMediaTypes: 'image/png' }], 'invalid-option', ['binaryMediaTypes'], 'got "image/png"'],
    [[PNG, { ...REST, binaryMediaTypes: [1] }], 'invalid-option', ['binaryMediaTypes', 0], 'got 1'],
    [[OK, { ...REST, gatewayResponses: null }], 'invalid-option', ['gatewayResponses'], 'got null'],
    [[OK, COMPRESSED, GZIP, { compress: 'gzip' }], 'invalid-option', ['compress'], '`compress` must be a function; got "gzip".'],
    [[OK, COMPRESSED, GZIP, { compress: () => 'x' }], 'invalid-option', ['compress'], 'got "x"'],
  ])('rejects the arguments %j', (args, code, path, message) => {
    expectError(() => renderResult(...args), 'GatewayError', code, path, message);
  });

  test.each<[response: unknown, code: string, path: string[], message: string]>([
    ['x', 'invalid-value', [], 'must be an object; got "x".'],
    [{ statusCode: {} }, 'invalid-status', ['statusCode'], 'must be a status from 200 to 599; got an object.'],
    [{ responseParameters: [] }, 'invalid-value', ['responseParameters'], 'must be an object of strings; got an array.'],
    [{ responseTemplates: { 'a/b': 1 } }, 'invalid-value', ['responseTemplates', 'a/b'], 'must be a string; got 1.'],
    [{ responseTemplates: { 'a/b': '#set($a = 1)' } }, 'unsupported-template', ['responseTemplates', 'a/b'], 'contains Velocity: `#set`.'],
    [{ responseTemplates: { 'a/b': '$foo' } }, 'unknown-variable', ['responseTemplates', 'a/b'], "uses `foo`, which AWS doesn't know."],
    [
      { responseParameters: { 'gatewayresponse.path.a': "'b'" } },
      'unsupported-parameter',
      ['responseParameters', 'gatewayresponse.path.a'],
      "doesn't name a header that a gateway response can set.",
    ],
  ])('rejects the gateway response %j', (response, code, path, message) => {
    const place = ['gatewayResponses', 'DEFAULT_5XX', ...path];
    expectError(() => customizeResponses({ DEFAULT_5XX: response }), 'GatewayResponseError', code, place, message);
  });
});

describe('renderMessage', () => {
  test.each<[args: unknown[], code: string, path: string[]]>([
    [[OK], 'invalid-option', ['gateway']],
    [[OK, { target: 'ws' }], 'unknown-target', ['target']],
    [[OK, REST], 'wrong-target', ['target']],
    [[OK, { target: 'websocket', route: '$connect' }], 'invalid-route', ['route']],
  ])('rejects the arguments %j', (args, code, path) => {
    expect(() => renderMessage(...args)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path }));
  });
});

describe('renderCustomResult', () => {
  test.each<[args: unknown[], path: (string | number)[], message: string]>([
    [[undefined, INTEGRATION], ['outcome'], '`outcome` must be an object with `returned`, `threw` or `payload`; got undefined.'],
    [[{}, INTEGRATION], ['outcome'], 'got an object'],
    [[{ returned: 1 }], ['integration'], 'got undefined'],
    [[{ returned: 1 }, { integration: 'custom' }], ['responses'], 'got undefined'],
    [[{ returned: 1 }, { integration: 'custom', responses: [null] }], ['responses', 0], 'got null'],
    [[{ returned: 1 }, INTEGRATION, null], ['gateway'], 'got null'],
    [[{ returned: 1 }, INTEGRATION, REST, 'POST'], ['request'], 'got "POST"'],
  ])('rejects the arguments %j', (args, path, message) => {
    expectError(() => custom(...args), 'GatewayError', 'invalid-option', path, message);
  });
});

test.each<[name: string, call: () => unknown, message: string]>([
  ['payload', () => (render.payload as Call)(5), '`text` must be a string; got 5.'],
  ['payload', () => (render.payload as Call)(undefined), '`text` must be a string; got undefined.'],
  ['streamedBytes', () => (render.streamedBytes as Call)(5), '`bytes` must be a string or a Uint8Array; got 5.'],
  ['streamedBytes', () => (render.streamedBytes as Call)('x', 5), '`contentType` must be a string; got 5.'],
  ['streamedResult', () => (render.streamedResult as Call)(undefined), '`metadata` must be an object; got undefined.'],
  ['streamedResult', () => (render.streamedResult as Call)({}, [1]), '`body` must be a string or a Uint8Array; got an array.'],
  ['encodePrelude', () => (render.encodePrelude as Call)(undefined), '`metadata` must be an object; got undefined.'],
  ['decodePrelude', () => (render.decodePrelude as Call)('x'), '`bytes` must be a Uint8Array; got "x".'],
  ['unauthorized', () => (render.unauthorized as Call)(5), '`challenge` must be a string; got 5.'],
])('%s names the value that has the wrong type: %#', (_, call, message) => {
  const facts = { name: 'TypeError', code: 'invalid-argument', path: [expect.any(String)], fix: expect.stringMatching(/\.$/) };
  expect(call).toThrow(expect.objectContaining({ ...facts, message: expect.stringContaining(message) }));
});

test('an unknown type of failure counts as an error of the function', () => {
  for (const type of [undefined, 5, 'constructor', Symbol('x'), ['timeout']]) {
    expect((render.failure as Call)(type)).toEqual(render.functionError());
  }
});
