import { describe, expect, test } from 'vitest';
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
    ['a status alone', { statusCode: 204 }],
    ['values that become text', { statusCode: 200, headers: { flag: true, age: 60, none: undefined } }],
    ['maps that are null', { statusCode: 200, headers: null, multiValueHeaders: null }],
    ['lists of values', { statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } }],
    ['a load balancer’s key, which only a REST API refuses', { statusCode: 200, statusDescription: '200 OK' }],
  ])('accepts %s', (_, result) => {
    expect(isAPIGatewayProxyResult(result)).toBe(true);
  });

  test.each([
    ['no status', { body: '' }],
    ['a status that is null', { statusCode: null }],
    ['a status that is no number', { statusCode: Number.NaN }],
    ['a body that is an object', { statusCode: 200, body: {} }],
    ['a body that is a number', { statusCode: 200, body: 1 }],
    ['a list in headers', { statusCode: 200, headers: { 'Set-Cookie': ['a=1'] } }],
    ['a string in multiValueHeaders', { statusCode: 200, multiValueHeaders: { 'Set-Cookie': 'a=1' } }],
  ])('refuses %s', (_, result) => {
    expect(isAPIGatewayProxyResult(result)).toBe(false);
  });
});

describe('isAPIGatewayProxyStructuredResultV2', () => {
  test('accepts cookies, and refuses them as one text', () => {
    expect(isAPIGatewayProxyStructuredResultV2({ statusCode: 200, cookies: ['a=1'] })).toBe(true);
    expect(isAPIGatewayProxyStructuredResultV2({ statusCode: 200, cookies: 'a=1' })).toBe(false);
  });

  test('refuses a body alone, which the gateway takes for the whole body', () => {
    expect(isAPIGatewayProxyStructuredResultV2({ body: 'text' })).toBe(false);
  });
});

describe('isAPIGatewayProxyResultV2', () => {
  test('accepts a structured result or text', () => {
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
  test('accepts nothing at all, and cookies beside lists of headers', () => {
    expect(isHttpResponseStreamMetadata({})).toBe(true);
    expect(isHttpResponseStreamMetadata({ statusCode: 201, multiValueHeaders: { a: ['1', '2'] }, cookies: ['a=1'] })).toBe(true);
  });
});

describe('isAPIGatewayAuthorizerResult', () => {
  test.each([
    ['an action and a resource', policy(statement)],
    ['lists of both', policy({ ...statement, Action: ['execute-api:Invoke'], Resource: ['*'] })],
    ['all resources but some', policy({ Effect: 'Deny', Action: '*', NotResource: 'arn:aws:…' })],
    ['all actions but some', policy({ Effect: 'Deny', NotAction: ['a:b'], Resource: '*' })],
    ['all actions but some on all resources but some', policy({ Effect: 'Deny', NotAction: 'a:b', NotResource: [] })],
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
    ['a statement that is a text', policy('Allow')],
    ['a list in the context', { ...policy(statement), context: { scopes: ['a'] } }],
  ])('refuses %s', (_, result) => {
    expect(isAPIGatewayAuthorizerResult(result)).toBe(false);
  });
});

describe('isAPIGatewaySimpleAuthorizerResult', () => {
  test.each([
    ['an answer alone', { isAuthorized: false }, true],
    ['a nested context', { isAuthorized: true, context: { scopes: ['a'], deep: { er: 1 } } }, true],
    ['an answer as text', { isAuthorized: 'true' }, false],
    ['a context that is a list', { isAuthorized: true, context: [] }, false],
  ])('says of %s: %o → %s', (_, result, answer) => {
    expect(isAPIGatewaySimpleAuthorizerResult(result)).toBe(answer);
  });
});
