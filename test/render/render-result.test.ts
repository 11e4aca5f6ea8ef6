import type { Gateway } from 'apigw-proxy';
import { toHttp1Bytes } from 'apigw-proxy/http';
import { failure, payload, type RenderTarget, renderMessage, renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { type Loopback, openLoopback } from '../http/read-back.js';
import { readWithSecondParser } from '../http/second-parser.js';
import { codesOf, namesOf, render, TARGETS, textOf, valuesOf } from './responses.js';

const REST_ERROR = '{"message": "Internal server error"}';
const HTTP_ERROR = '{"message":"Internal Server Error"}';

/** Results as functions return them, valid and invalid. */
const HEADER_VALUE = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant('a\r\nb: c'),
);
const NAME = fc.oneof(
  fc.stringMatching(/^[A-Za-z-]{1,8}$/),
  fc.constantFrom('Content-Type', 'content-type', 'Date', 'Content-Length', 'Set-Cookie', 'Transfer-Encoding'),
);
const RESULT = fc.record(
  {
    statusCode: fc.oneof(fc.constantFrom(200, 201, 204, 304, 404, 500), fc.integer({ min: -1, max: 700 }), fc.string()),
    headers: fc.oneof(fc.dictionary(NAME, HEADER_VALUE, { maxKeys: 5 }), fc.constant(null)),
    multiValueHeaders: fc.oneof(fc.dictionary(NAME, fc.array(HEADER_VALUE, { maxLength: 3 }), { maxKeys: 3 }), fc.constant(null)),
    cookies: fc.array(fc.string(), { maxLength: 3 }),
    body: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String(), fc.jsonValue()),
    isBase64Encoded: fc.oneof(fc.boolean(), fc.constant('true'), fc.constant(null)),
    other: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

const cycle: Record<string, unknown> = { statusCode: 200 };
cycle['body'] = cycle;
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no');
    },
    ownKeys: () => {
      throw new Error('no');
    },
    getPrototypeOf: () => {
      throw new Error('no');
    },
  },
);

describe('renderResult', () => {
  test('sends the headers of the example in the AWS Lambda guide, in its order', () => {
    const body = '{\n  "TotalCodeSize": 104330022,\n  "FunctionCount": 26\n}';
    const response = render(
      {
        statusCode: 200,
        headers: { 'Content-Type': 'application/json' },
        isBase64Encoded: false,
        multiValueHeaders: { 'X-Custom-Header': ['My value', 'My other value'] },
        body,
      },
      {
        target: 'rest',
        now: () => Date.UTC(2024, 0, 2, 3, 4, 5),
        ids: { requestId: 'r', extendedRequestId: 'e', traceId: 'Root=1;Sampled=0' },
      },
    );
    expect(Buffer.from(toHttp1Bytes(response)).toString('utf8')).toBe(
      [
        'HTTP/1.1 200 OK',
        'Date: Tue, 02 Jan 2024 03:04:05 GMT',
        'Content-Type: application/json',
        'Content-Length: 55',
        'Connection: keep-alive',
        'x-amzn-RequestId: r',
        'x-amz-apigw-id: e',
        'X-Custom-Header: My value',
        'X-Custom-Header: My other value',
        'X-Amzn-Trace-Id: Root=1;Sampled=0',
        '',
        body,
      ].join('\r\n'),
    );
    expect(response.issues).toEqual([]);
  });

  describe('as HTTP/1.1 bytes', () => {
    let loopback: Loopback;
    beforeAll(async () => {
      loopback = await openLoopback();
    });
    afterAll(() => loopback.close());

    test.each(TARGETS)('is read back unchanged by Node.js and by a second parser: %s', async (target) => {
      await fc.assert(
        fc.asyncProperty(RESULT, fc.constantFrom('GET', 'HEAD'), async (result, method) => {
          const { status, statusText, headers, body } = render(result, target, { method });
          fc.pre(status >= 200);
          const bytes = toHttp1Bytes({ status, statusText, headers, body });
          const expected = { status, statusText, headers: headers.map((field) => [...field]), body: Buffer.from(body) };
          expect(await loopback.read(bytes, method)).toEqual(expected);
          expect(readWithSecondParser(bytes, method === 'HEAD')).toEqual(expected);
        }),
        { numRuns: draws(1 / 5) },
      );
    });
  });

  test.each(TARGETS)('never throws, never changes the result, and sets ok exactly if there is no error: %s', (target) => {
    fc.assert(
      fc.property(fc.oneof(RESULT, fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true })), (result) => {
        deepFreeze(result);
        const response = render(result, target);
        expect(response.ok).toBe(!response.issues.some(({ severity }) => severity === 'error'));
        expect(render(result, target)).toEqual(response);
        toHttp1Bytes(response);
      }),
    );
  });

  test.each(TARGETS)('returns the same response for a value and for its serialized payload: %s', (target) => {
    fc.assert(
      fc.property(fc.oneof(RESULT, fc.jsonValue()), (result) => {
        expect(render(payload(JSON.stringify(result)), target)).toEqual(render(result, target));
      }),
    );
  });

  test.each<[string, unknown]>([
    ['a BigInt', { statusCode: 200, body: 'x', headers: { a: 1n } }],
    ['a BigInt under a key that is ignored', { statusCode: 200, other: { deep: 1n } }],
    ['a cycle', cycle],
    [
      'a getter that throws',
      {
        statusCode: 200,
        get body() {
          throw new Error('no');
        },
      },
    ],
    [
      'a getter that throws a hostile value',
      {
        get statusCode() {
          throw hostile;
        },
      },
    ],
    [
      'a toJSON that throws',
      {
        toJSON() {
          throw new Error('no');
        },
      },
    ],
    ['a proxy whose traps throw', hostile],
    ['a nested proxy whose traps throw', { statusCode: 200, headers: hostile }],
  ])('treats %s as an error of the function', (_, result) => {
    expect(TARGETS.map((target) => codesOf(render(result, target)).includes('unserialisable-result'))).toEqual([true, true, true, true]);
    expect(TARGETS.map((target) => render(result, target).status)).toEqual([502, 500, 500, 502]);
  });

  test.each<[string, unknown, unknown]>([
    ['undefined', undefined, null],
    ['a function', () => 1, null],
    ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a toJSON', { toJSON: () => ({ statusCode: 201 }) }, { statusCode: 201 }],
    ['properties that JSON leaves out', { statusCode: 200, cookies: undefined, other: () => 1, another: Symbol('a') }, { statusCode: 200 }],
    ['a number that JSON turns into null', { statusCode: Number.NaN }, { statusCode: null }],
    [
      'an instance of a class',
      new (class {
        statusCode = 202;
        body = new String('x');
      })(),
      { statusCode: 202, body: 'x' },
    ],
    [
      'a key called __proto__',
      JSON.parse('{"statusCode":200,"headers":{"__proto__":"x"}}'),
      { statusCode: 200, headers: JSON.parse('{"__proto__":"x"}') },
    ],
  ])('reads %s as JSON.stringify writes it', (_, result, serialised) => {
    for (const target of TARGETS) expect(render(result, target)).toEqual(render(serialised, target));
  });

  test.each<[string, unknown, number[]]>([
    ['an object without a status', { body: 'x' }, [200, 500, 200, 200]],
    ['an empty object', {}, [200, 500, 200, 200]],
    ['a string', 'x', [502, 500, 200, 200]],
    ['an array', [1], [502, 500, 200, 200]],
    ['null', null, [502, 500, 200, 200]],
    ['a status of 0', { statusCode: 0 }, [502, 500, 500, 502]],
    ['a negative status', { statusCode: -1 }, [502, 500, 500, 502]],
    ['a status of 600', { statusCode: 600 }, [502, 500, 500, 502]],
    ['a status as a string', { statusCode: '201' }, [201, 500, 500, 201]],
    ['a status that is not a number', { statusCode: 'test' }, [502, 500, 500, 502]],
    ['a fraction as status', { statusCode: 200.5 }, [200, 500, 500, 200]],
    ['an unknown key', { statusCode: 200, other: 1 }, [502, 200, 200, 200]],
    ['cookies', { statusCode: 200, cookies: ['a=1'] }, [502, 200, 200, 200]],
    ['headers of null', { statusCode: 200, headers: null }, [200, 200, 200, 200]],
    ['headers as an array', { statusCode: 200, headers: [] }, [502, 500, 500, 502]],
    ['an array as header value', { statusCode: 200, headers: { a: ['1'] } }, [502, 500, 500, 502]],
    ['a boolean as header value', { statusCode: 200, headers: { a: true } }, [200, 500, 500, 200]],
    ['a number as header value', { statusCode: 200, headers: { a: 1 } }, [200, 500, 500, 200]],
    ['a string in multiValueHeaders', { statusCode: 200, multiValueHeaders: { a: '1' } }, [502, 500, 200, 200]],
    ['a string as cookies', { statusCode: 200, cookies: 'a=1' }, [502, 200, 500, 502]],
    ['an object as body', { statusCode: 200, body: {} }, [502, 500, 500, 200]],
    ['a number as body', { statusCode: 200, body: 42 }, [200, 500, 500, 200]],
    ['a string as base64 flag', { statusCode: 200, isBase64Encoded: 'True' }, [200, 500, 500, 200]],
    ['an array as base64 flag', { statusCode: 200, isBase64Encoded: [] }, [502, 500, 500, 502]],
    ['invalid base64', { statusCode: 200, body: '%', isBase64Encoded: true }, [200, 500, 500, 502]],
    ['a line break in a header', { statusCode: 200, headers: { a: '1\r\nb: 2' } }, [502, 500, 500, 502]],
    ['a NUL in a cookie', { statusCode: 200, cookies: ['a=\0'] }, [502, 200, 500, 502]],
    ['a space in a header name', { statusCode: 200, headers: { 'a b': '1' } }, [502, 500, 500, 502]],
  ])('returns the status for %s on each target', (_, result, statuses) => {
    expect(TARGETS.map((target) => render(result, target).status)).toEqual(statuses);
  });

  test.each([
    ['rest', 502, REST_ERROR],
    ['http-1.0', 500, HTTP_ERROR],
    ['http-2.0', 500, HTTP_ERROR],
    ['function-url', 502, 'Internal Server Error'],
  ] as const)('returns the exact bytes for a malformed result: %s', (target, status, body) => {
    const response = render({ statusCode: 0 }, target);
    expect([response.status, textOf(response), response.ok]).toEqual([status, body, false]);
    expect(valuesOf(response, 'content-type')).toEqual(['application/json']);
    expect(valuesOf(response, 'content-length')).toEqual([`${body.length}`]);
    expect(valuesOf(response, 'x-amzn-trace-id')).toEqual([]);
  });

  test.each([
    [{ hello: 'world' }, '{"hello":"world"}'],
    ['hello', 'hello'],
    [3.1, '3.1'],
    [true, 'true'],
    [null, 'null'],
    [['hello', 3, true], '["hello",3,true]'],
  ])('sends %j as the body if the target requires no status', (result, body) => {
    for (const target of ['http-2.0', 'function-url'] as const) {
      const response = render(result, target);
      expect([response.status, textOf(response), valuesOf(response, 'content-type')]).toEqual([200, body, ['application/json']]);
    }
  });

  test('rejects a payload that is not JSON', () => {
    expect(TARGETS.map((target) => codesOf(render(payload('{'), target))[0])).toEqual(Array(4).fill('payload-not-json'));
  });

  test.each<[string, number, string[]]>([
    ['at the limit', 6_291_556, []],
    ['over the limit', 6_291_557, ['response-too-large']],
  ])('checks the size of the serialized result: %s', (_, size, codes) => {
    const frame = JSON.stringify({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: '' }).length;
    const result = { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(size - frame) };
    expect(codesOf(render(result, 'rest'))).toEqual(codes);
    expect(codesOf(render(payload(JSON.stringify(result)), 'rest'))).toEqual(codes);
  });

  test.each([
    ['rest', ['Date', 'Content-Type', 'Content-Length', 'Connection', 'x-amzn-RequestId', 'x-amz-apigw-id', 'x-a', 'X-Amzn-Trace-Id']],
    ['http-1.0', ['Date', 'Content-Type', 'Content-Length', 'Connection', 'X-A', 'Apigw-Requestid']],
    ['http-2.0', ['Date', 'Content-Type', 'Content-Length', 'Connection', 'X-A', 'Apigw-Requestid']],
    ['function-url', ['Date', 'Content-Type', 'Content-Length', 'Connection', 'x-amzn-RequestId', 'x-a', 'X-Amzn-Trace-Id']],
  ] as const)('adds the headers of the gateway: %s', (target, names) => {
    expect(namesOf(render({ statusCode: 200, headers: { 'x-a': '1' }, body: 'x' }, target))).toEqual(names);
  });

  test('adds the headers of CloudFront for an edge-optimized API', () => {
    const response = render({ statusCode: 200 }, { target: 'rest', endpointType: 'EDGE' });
    expect(namesOf(response).slice(-4)).toEqual(['X-Cache', 'Via', 'X-Amz-Cf-Pop', 'X-Amz-Cf-Id']);
  });

  test.each([204, 304])('sends no body and no Content-Length with status %d', (statusCode) => {
    for (const target of TARGETS) {
      const response = render({ statusCode, body: 'x' }, target);
      expect([response.body.length, valuesOf(response, 'content-length'), codesOf(response)]).toEqual([
        0,
        [],
        expect.arrayContaining(['body-dropped']),
      ]);
    }
  });

  test('answers HEAD with the Content-Length of GET, and without a body', () => {
    for (const target of TARGETS) {
      const response = render({ statusCode: 200, body: 'hello' }, target, { method: 'HEAD' });
      expect([response.body.length, valuesOf(response, 'content-length')]).toEqual([0, ['5']]);
    }
  });

  test.each([
    ['an unknown target', { target: 'alb' }, 'unknown-target', ['target']],
    ['a target that is a property of every object', { target: 'constructor' }, 'unknown-target', ['target']],
    ['no target', {}, 'unknown-target', ['target']],
  ])('throws for %s', (_, gateway, code, path) => {
    const settings = gateway as Gateway<RenderTarget>; // a JavaScript caller can pass anything
    expect(() => renderResult({}, settings)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path }));
  });

  test.each<[string, unknown, Gateway<'websocket'>, [status: number, body: string, ok: boolean]]>([
    ['the body, with a route response', { body: 'pong' }, { target: 'websocket', routeResponse: true }, [200, 'pong', true]],
    ['no body, without a route response', { statusCode: 500, body: 'pong' }, { target: 'websocket', route: 'say' }, [200, '', true]],
  ])('returns, for a WebSocket message, %s', (_, result, gateway, expected) => {
    const { status, headers, body, ok } = renderResult(result, gateway);
    expect([status, Buffer.from(body).toString(), ok]).toEqual(expected);
    expect(headers).toEqual([]);
  });

  test('returns the message and the issues of renderMessage for a rejected WebSocket result', () => {
    const gateway: Gateway<'websocket'> = { target: 'websocket', routeResponse: true };
    const { frame, issues } = renderMessage(null, gateway);
    expect(renderResult(null, gateway)).toMatchObject({ status: 500, body: new TextEncoder().encode(frame), ok: false, issues });
  });

  test('treats an unknown type of failure as an error of the function', () => {
    const unknown = { ...failure('timeout'), type: 'unknown' };
    for (const target of TARGETS) expect(render(unknown, target)).toEqual(render(failure('function-error'), target));
  });

  test.each([
    ['Response', new Response('hi')],
    ['Map', new Map([['statusCode', 200]])],
    ['Promise', Promise.resolve({ statusCode: 200 })],
  ])('reports that JSON turns a %s into an empty object', (kind, result) => {
    const { issues, status } = render(result, 'http-2.0');
    expect([status, issues.map(({ code }) => code)]).toEqual([200, ['result-emptied']]);
    expect(issues[0]?.found).toBe(`a ${kind}`);
    expect(codesOf(render({}, 'http-2.0'))).toEqual([]);
  });

  test('treats settings of null as missing', () => {
    const gateway: Gateway = { target: 'http-2.0', cors: null, minimumCompressionSize: null };
    expect(renderResult({ statusCode: 200 }, gateway)).toEqual(renderResult({ statusCode: 200 }, { target: 'http-2.0' }));
  });

  test('keeps the digits and the key order of a serialized result, and removes white space', () => {
    const text = '{ "id": 12345678901234567890,\n "b": 1.0, "1": "a \\u00e9 \\" b", "c": [ true ] }';
    for (const target of ['http-2.0', 'function-url'] as const) {
      expect(textOf(render(payload(text), target))).toBe('{"id":12345678901234567890,"b":1.0,"1":"a é \\" b","c":[true]}');
    }
  });

  test('uses a GET without headers by default', () => {
    expect(renderResult('x', { target: 'http-2.0' })).toEqual(render('x', 'http-2.0'));
  });
});
