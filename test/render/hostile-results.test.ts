import type { Gateway } from 'apigw-proxy';
import { type CustomOutcome, renderCustomResult } from 'apigw-proxy/custom';
import {
  checkResult,
  explainIssue,
  failure,
  payload,
  type RenderTarget,
  renderMessage,
  renderResult,
  renderStream,
  streamedBytes,
} from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { TARGETS } from './responses.js';
import { collect } from './streams.js';

const no = (): never => {
  throw new Error('no');
};
/** An error of which nothing can be read. */
const hostileError = new Proxy({}, { get: no, has: no, getPrototypeOf: no, ownKeys: no, getOwnPropertyDescriptor: no });
const throwHostile = (): never => {
  throw hostileError;
};
const refusing = new Proxy({}, { get: throwHostile, has: throwHostile, getPrototypeOf: throwHostile, ownKeys: throwHostile });
const revoked = ((): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const revokedArray = ((): unknown => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
})();
const mark = Symbol.for('apigw-proxy.outcome');
const deep = ((): unknown => {
  let value: unknown = 1;
  for (let depth = 0; depth < 10_000; depth += 1) value = { a: value };
  return value;
})();
let reads = 0;
/** An object whose body is another one each time that it is read. */
const fickle = {
  statusCode: 200,
  get body(): unknown {
    reads += 1;
    return reads % 2 === 0 ? 'x' : { toJSON: throwHostile };
  },
};

const HOSTILE: [what: string, value: unknown][] = [
  ['a proxy of which nothing can be read', refusing],
  ['a revoked proxy', revoked],
  ['a revoked proxy of an array', revokedArray],
  ['headers that are a revoked proxy', { statusCode: 200, headers: revoked }],
  ['a list that is a revoked proxy', { statusCode: 200, multiValueHeaders: { a: revokedArray } }],
  ['cookies that are a revoked proxy', { statusCode: 200, cookies: revokedArray }],
  ['a body that is a revoked proxy', { statusCode: 200, body: revoked }],
  ['a toJSON that throws', { toJSON: throwHostile }],
  ['a toJSON that is a getter', Object.defineProperty({}, 'toJSON', { get: throwHostile, enumerable: true })],
  ['a getter that throws', Object.defineProperty({ statusCode: 200 }, 'body', { get: throwHostile, enumerable: true })],
  ['a body that changes', fickle],
  ['deep nesting', deep],
  ['a deep body', { statusCode: 200, body: deep }],
  ['a BigInt', 1n],
  ['a symbol', Symbol('x')],
  ['a forged payload', { [mark]: 'payload', text: 5 }],
  ['a forged failure', { [mark]: 'failure', type: 'timeout' }],
  ['a failure whose type was changed', { ...failure('timeout'), type: 'constructor' }],
  ['a failure with a forged challenge', { ...failure('unauthorized'), challenge: { replace: no } }],
  ['a forged stream', { [mark]: 'stream', contentType: 'a/b', bytes: 'x' }],
  ['a stream whose bytes were changed', { ...streamedBytes('x'), bytes: 5 }],
  ['an outcome that can not be read', new Proxy({ [mark]: 'failure' }, { get: (_, key) => (key === mark ? 'failure' : no()) })],
  ['a payload of 7 MB in one string', payload(`{"statusCode":200,"body":"${'x'.repeat(7_000_000)}"}`)],
  ['a payload that is a string of 7 MB', payload(`"${'\\n'.repeat(3_500_000)}"`)],
  ['a payload of many brackets', payload('['.repeat(200_000))],
];

const STREAMING: Gateway<RenderTarget>[] = [
  { target: 'rest', responseTransferMode: 'STREAM' },
  { target: 'function-url', invokeMode: 'RESPONSE_STREAM' },
];
const GATEWAYS: Gateway[] = [
  ...TARGETS.map((target) => ({ target })),
  ...STREAMING,
  { target: 'websocket', route: '$connect' },
  { target: 'websocket', routeResponse: true },
];

describe('a hostile result never makes a renderer throw', () => {
  test.each(HOSTILE)('%s', async (_, value) => {
    for (const gateway of GATEWAYS) {
      const { ok, issues } = renderResult(value, gateway);
      expect(ok).toBe(!issues.some(({ severity }) => severity === 'error'));
      for (const issue of issues) expect(explainIssue(issue).message.length).toBeLessThan(1000);
    }
    expect(checkResult(value, { target: 'rest' }).every(({ fix }) => fix.length > 0)).toBe(true);
    expect(renderMessage(value, { target: 'websocket' }).issues).toBeDefined();
    for (const gateway of [...STREAMING, { target: 'http-2.0' as const }]) {
      await collect((await renderStream(value, gateway)).body);
    }
  });
});

const BOOM = new RangeError('boom');
const THROWN: [what: string, threw: unknown, output: unknown][] = [
  ['null', null, { errorType: 'object', errorMessage: 'null', trace: [] }],
  ['undefined', undefined, { errorType: 'undefined', errorMessage: 'undefined', trace: [] }],
  ['a string', 'boom', { errorType: 'string', errorMessage: 'boom', trace: [] }],
  ['an object', {}, { errorType: 'Error', errorMessage: '[object Object]', trace: [] }],
  ['a symbol', Symbol('x'), { errorType: 'handled', errorMessage: 'reading the error throws an error', trace: [] }],
  ['an error without a name', { message: 'boom' }, { errorType: 'Error', errorMessage: 'boom', trace: [] }],
  ['an error of a class', BOOM, { errorType: 'RangeError', errorMessage: 'boom', trace: BOOM.stack?.split('\n') }],
  ['an error with a stack of another type', { message: 'boom', stack: 1 }, { errorType: 'Error', errorMessage: 'boom', trace: [] }],
  ['an error with other types', { name: 1, message: 2 }, { errorType: '1', errorMessage: '2', trace: [] }],
  ['an error that can not be read', refusing, { errorType: 'handled', errorMessage: 'reading the error throws an error', trace: [] }],
  ['a revoked proxy', revoked, { errorType: 'handled', errorMessage: 'reading the error throws an error', trace: [] }],
  [
    'a message that throws',
    { message: { toString: throwHostile } },
    { errorType: 'handled', errorMessage: 'reading the error throws an error', trace: [] },
  ],
];

describe('renderCustomResult', () => {
  const integration = { integration: 'custom', responses: [{ statusCode: 200 }] } as const;

  test.each(THROWN)('renders whatever a function throws: %s', (_, threw, output) => {
    const response = renderCustomResult({ threw } as CustomOutcome, integration); // JavaScript can throw anything
    expect(JSON.parse(new TextDecoder().decode(response.body))).toEqual(output);
  });

  test.each(HOSTILE)('renders whatever a function returns: %s', (_, returned) => {
    const response = renderCustomResult({ returned }, integration);
    expect([response.status, response.ok]).toEqual([200, true]);
  });
});
