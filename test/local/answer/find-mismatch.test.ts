import { explainIssue } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const lists = { statusCode: 200, multiValueHeaders: { a: ['1', '2'] } };
const cookies = { statusCode: 200, cookies: ['a=1'] };
const plain = { statusCode: 200, body: 'hi', headers: { 'content-type': 'text/plain' } };

/** Reads a field as handlers do, without asking whether it is there. */
const reading =
  (...keys: readonly string[]) =>
  (event: object) => {
    const value: unknown = keys.reduce<Record<string, never>>((holder, key) => holder[key] as never, event as never); // untyped on purpose
    return { ...plain, body: String(value) };
  };

const method = reading('requestContext', 'http', 'method');
const address = reading('requestContext', 'identity', 'sourceIp');
const other = reading('none', 'other');
const throwing = (thrown: unknown) => () => {
  throw thrown;
};
const READING = "Cannot read properties of undefined (reading 'method')";

describe('a function for another kind of API', () => {
  test.each([
    ['rest', () => cookies, 502, 'result-fits-other', 'an HTTP API with payload format 2.0'],
    ['rest', () => ({ id: 42 }), 502, 'result-fits-other', 'an HTTP API with payload format 2.0'],
    ['rest', () => ({ ...cookies, other: 1 }), 502, 'result-fits-other', 'an HTTP API with payload format 2.0'],
    ['rest', throwing(new TypeError(READING)), 502, 'handler-fits-other', 'an HTTP API with payload format 2.0'],
    ['http-1.0', () => 'text', 500, 'result-fits-other', 'an HTTP API with payload format 2.0'],
    ['http-2.0', () => lists, 200, 'result-fits-other', 'a REST API'],
    ['function-url', () => lists, 200, 'result-fits-other', 'a REST API'],
    ['rest', method, 502, 'handler-fits-other', 'an HTTP API with payload format 2.0'],
    ['http-1.0', method, 500, 'handler-fits-other', 'an HTTP API with payload format 2.0'],
    ['http-2.0', address, 500, 'handler-fits-other', 'a REST API, or an HTTP API with payload format 1.0'],
  ] as const)('is recognized on %s: %s', async (target, handler, status, code, found) => {
    const { response, issue } = await ask(target, handler);
    expect([response.status, issue?.code, issue?.found, issue?.path]).toEqual([status, code, found, []]);
    expect(issue && explainIssue(issue).message).toContain(found);
  });

  test.each([
    ['rest', () => lists],
    ['rest', method.bind(undefined, { requestContext: { http: { method: 'GET' } } })],
    ['rest', address],
    ['rest', other],
    ['rest', () => null],
    ['rest', () => undefined],
    ['rest', () => ({})],
    ['rest', () => ({ headers: 5 })],
    ['rest', () => ({ multiValueHeaders: 5 })],
    ['rest', () => ({ body: 5 })],
    ['rest', () => ({ isBase64Encoded: 5 })],
    ['rest', () => ({ statusCode: 200, other: 1 })],
    ['rest', throwing(READING)],
    ['rest', throwing(new TypeError(`${READING}.`))],
    ['rest', throwing(new TypeError(`It failed: ${READING}`))],
    ['rest', () => ({ statusCode: 'x' })],
    ['http-2.0', () => cookies],
    ['http-2.0', () => ({ id: 42 })],
    ['http-2.0', method],
    ['function-url', method],
  ] as const)('is not seen where there is none, on %s: %s', async (target, handler) => {
    expect((await ask(target, handler)).issue).toBeUndefined();
  });

  async function ask(target: 'rest' | 'http-1.0' | 'http-2.0' | 'function-url', handler: (event: never) => unknown) {
    const key = target === 'rest' ? '/' : '$default';
    const api = createLocalApi({ target, routes: { [key]: handler } } as never);
    const { response } = await api.exchange({ method: 'GET', target: api.prefix || '/', headers: [] });
    return { response, issue: response.issues.find(({ code }) => code.endsWith('-fits-other')) };
  }
});
