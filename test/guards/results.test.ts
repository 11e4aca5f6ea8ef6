import { describe, expect, test } from 'vitest';
import * as guards from '../../src/guards/index.js';
import {
  isAPIGatewayAuthorizerResult,
  isAPIGatewayProxyResult,
  isAPIGatewayProxyResultV2,
  isAPIGatewayProxyStructuredResultV2,
  isAPIGatewaySimpleAuthorizerResult,
  isHttpResponseStreamMetadata,
} from '../../src/guards/index.js';

const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
const policy = (...statements: unknown[]) => ({ principalId: 'a', policyDocument: { Version: '2012-10-17', Statement: statements } });

describe('isAPIGatewayProxyResult', () => {
  test.each([
    ['only a status', { statusCode: 204 }],
    ['header values that AWS converts to text', { statusCode: 200, headers: { flag: true, age: 60, none: undefined } }],
    ['null as headers', { statusCode: 200, headers: null, multiValueHeaders: null }],
    ['several values of a header', { statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } }],
    ['a key for load balancers, which only REST APIs reject', { statusCode: 200, statusDescription: '200 OK' }],
  ])('accepts %s', (_, result) => {
    expect(isAPIGatewayProxyResult(result)).toBe(true);
  });

  test.each([
    ['no status', { body: '' }],
    ['a null status', { statusCode: null }],
    ['NaN as status', { statusCode: Number.NaN }],
    ['an object as body', { statusCode: 200, body: {} }],
    ['a number as body', { statusCode: 200, body: 1 }],
    ['an array in headers', { statusCode: 200, headers: { 'Set-Cookie': ['a=1'] } }],
    ['a string in multiValueHeaders', { statusCode: 200, multiValueHeaders: { 'Set-Cookie': 'a=1' } }],
  ])('rejects %s', (_, result) => {
    expect(isAPIGatewayProxyResult(result)).toBe(false);
  });
});

describe('isAPIGatewayProxyStructuredResultV2', () => {
  test('accepts cookies as an array, not as a string', () => {
    expect(isAPIGatewayProxyStructuredResultV2({ statusCode: 200, cookies: ['a=1'] })).toBe(true);
    expect(isAPIGatewayProxyStructuredResultV2({ statusCode: 200, cookies: 'a=1' })).toBe(false);
  });

  test('rejects a result without a status, which the gateway sends as the body', () => {
    expect(isAPIGatewayProxyStructuredResultV2({ body: 'text' })).toBe(false);
  });
});

describe('isAPIGatewayProxyResultV2', () => {
  test('accepts a structured result or a string', () => {
    expect([{ statusCode: 200 }, 'hello', '', { body: 'text' }, 1, null].map(isAPIGatewayProxyResultV2)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('isHttpResponseStreamMetadata', () => {
  test('accepts an empty object, and cookies beside multiValueHeaders', () => {
    expect(isHttpResponseStreamMetadata({})).toBe(true);
    expect(isHttpResponseStreamMetadata({ statusCode: 201, multiValueHeaders: { a: ['1', '2'] }, cookies: ['a=1'] })).toBe(true);
  });

  test('accepts unknown keys next to known ones', () => {
    expect(isHttpResponseStreamMetadata({ statusCode: 201, more: 1 })).toBe(true);
  });

  test.each([{ Records: [] }, { status: 201 }, { body: 'text' }, { statuscode: 200 }])(
    'rejects %j, which has none of its fields',
    (value) => {
      expect(isHttpResponseStreamMetadata(value)).toBe(false);
    },
  );
});

describe('every guard', () => {
  const checks = Object.entries(guards).filter(([name]) => name !== 'detectEvent' && name !== 'isEvent');

  test.each(checks)('rejects the event of another service: %s', (_, guard: (value: unknown) => unknown) => {
    expect([{ Records: [] }, { source: 'aws.events', detail: {} }, { id: 'a' }].map((value) => guard(value))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('isAPIGatewayAuthorizerResult', () => {
  test.each([
    ['an action and a resource', policy(statement)],
    ['several actions and resources', policy({ ...statement, Action: ['execute-api:Invoke'], Resource: ['*'] })],
    ['all resources except some', policy({ Effect: 'Deny', Action: '*', NotResource: 'arn:aws:…' })],
    ['all actions except some', policy({ Effect: 'Deny', NotAction: ['a:b'], Resource: '*' })],
    ['all actions except some on all resources except some', policy({ Effect: 'Deny', NotAction: 'a:b', NotResource: [] })],
    ['a condition', policy({ ...statement, Sid: 's', Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] }, Bool: { a: true } } })],
    ['a flat context', { ...policy(statement), context: { text: 'a', number: 1, flag: true, none: null } }],
    ['an API key', { ...policy(statement), usageIdentifierKey: 'key' }],
  ])('accepts %s', (_, result) => {
    expect(isAPIGatewayAuthorizerResult(result)).toBe(true);
  });

  test.each([
    ['no principal', { ...policy(statement), principalId: undefined }],
    ['a statement without effect', policy({ Action: '*', Resource: '*' })],
    ['an effect in lower case', policy({ ...statement, Effect: 'allow' })],
    ['a statement without resource', policy({ Effect: 'Allow', Action: '*' })],
    ['a statement without action', policy({ Effect: 'Allow', Resource: '*' })],
    ['a string as a statement', policy('Allow')],
    ['an array in the context', { ...policy(statement), context: { scopes: ['a'] } }],
  ])('rejects %s', (_, result) => {
    expect(isAPIGatewayAuthorizerResult(result)).toBe(false);
  });
});

describe('isAPIGatewaySimpleAuthorizerResult', () => {
  test.each([
    ['only isAuthorized', { isAuthorized: false }, true],
    ['a nested context', { isAuthorized: true, context: { scopes: ['a'], deep: { er: 1 } } }, true],
    ['a string as isAuthorized', { isAuthorized: 'true' }, false],
    ['an array as context', { isAuthorized: true, context: [] }, false],
  ])('%s (%o) returns %s', (_, result, answer) => {
    expect(isAPIGatewaySimpleAuthorizerResult(result)).toBe(answer);
  });
});

describe('a statement of a policy', () => {
  const LISTS = [['x'], 'x', []];
  const WRONG = [5, null, {}, [5], ['x', null], true, undefined];

  test.each(['Action', 'NotAction'].flatMap((action) => ['Resource', 'NotResource'].map((resource) => [action, resource] as const)))(
    'with %s and %s needs strings in both',
    (action, resource) => {
      const accepts = (actions: unknown, resources: unknown): boolean =>
        isAPIGatewayAuthorizerResult(policy({ Effect: 'Allow', [action]: actions, [resource]: resources }));
      for (const good of LISTS) {
        for (const other of LISTS) expect(accepts(good, other)).toBe(true);
        for (const wrong of WRONG) expect([accepts(good, wrong), accepts(wrong, good)]).toEqual([false, false]);
      }
      expect(isAPIGatewayAuthorizerResult(policy({ Effect: 'Allow', [action]: 'x' }))).toBe(false);
      expect(isAPIGatewayAuthorizerResult(policy({ Effect: 'Allow', [resource]: 'x' }))).toBe(false);
    },
  );
});

describe('isHttpResponseStreamMetadata of a single key', () => {
  test.each([{ statusCode: 200 }, { headers: {} }, { multiValueHeaders: {} }, { cookies: [] }, {}, { headers: null, other: 1 }])(
    'accepts %j',
    (metadata) => {
      expect(isHttpResponseStreamMetadata(metadata)).toBe(true);
    },
  );

  test.each([{ other: 1 }, { '': 1 }, { Headers: {} }, { body: '' }])('rejects %j', (metadata) => {
    expect(isHttpResponseStreamMetadata(metadata)).toBe(false);
  });
});
