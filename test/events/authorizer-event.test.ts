import {
  type AuthorizerTarget,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  detectEvent,
  toAuthorizerEvent,
} from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozen } from '../frozen.js';

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5';

describe('toAuthorizerEvent', () => {
  test.each<[AuthorizerTarget, string]>([
    ['rest', 'authorizer-request-rest'],
    ['http-1.0', 'authorizer-request-http-1.0'],
    ['http-2.0', 'authorizer-request-http-2.0'],
    ['websocket', 'authorizer-request-websocket'],
  ])('returns a complete event for the authorizer of a %s route', (target, kind) => {
    fc.assert(
      fc.property(exchange(target).map(frozen), ({ request, gateway }) => detectEvent(toAuthorizerEvent(request, gateway)) === kind),
    );
  });
});

describe('the stage variables in the event of an authorizer', () => {
  test.each<[AuthorizerTarget, object | undefined]>([
    ['rest', {}],
    ['http-1.0', {}],
    ['http-2.0', undefined],
    ['websocket', {}],
  ])('of %s are those of the stage; without any, %j', (target, none) => {
    const request = { method: 'GET', target: '/prod/', headers: [] };
    const of = (stageVariables: Record<string, string>) => toAuthorizerEvent(request, { target, stageVariables }).stageVariables;
    expect(of({ table: 'users' })).toEqual({ table: 'users' });
    expect(of({})).toEqual(none);
  });
});

describe('buildTokenAuthorizerEvent', () => {
  test('returns the whole header, and the path of the request in the ARN', () => {
    const event = buildTokenAuthorizerEvent({ route: 'GET /users/{id}', path: '/users/1', headers: { authorization: 'Bearer foo' } });
    expect(event).toEqual({ type: 'TOKEN', methodArn: `${ARN}/prod/GET/users/1`, authorizationToken: 'Bearer foo' });
    expect(detectEvent(event)).toBe('authorizer-token');
  });

  test('throws without the header, because the gateway would not call the authorizer', () => {
    expect(() => buildTokenAuthorizerEvent({})).toThrow(expect.objectContaining({ code: 'identity-missing' }));
  });
});

describe('buildRequestAuthorizerEvent', () => {
  test('returns empty maps and a Content-Length, unlike the event of the function', () => {
    const event = buildRequestAuthorizerEvent({ authorizer: { lambda: {} } });
    expect(event).toMatchObject({
      methodArn: `${ARN}/prod/GET/`,
      headers: { 'Content-Length': '0' },
      queryStringParameters: {},
      multiValueQueryStringParameters: {},
      pathParameters: {},
      stageVariables: {},
    });
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  test('keeps the Content-Length as the client spelled it', () => {
    const headers = { 'content-length': '0' };
    expect(Object.keys(buildRequestAuthorizerEvent({ headers }).headers ?? {})).toContain('content-length');
  });

  test('returns the complete event, with nulls and a body, for a console test', () => {
    expect(buildRequestAuthorizerEvent({ testInvoke: true })).toMatchObject({
      headers: null,
      multiValueHeaders: null,
      queryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
  });

  test('reads identity sources that are numbers', () => {
    expect(buildRequestAuthorizerEvent({ identitySource: ['$context.requestTimeEpoch'] }).type).toBe('REQUEST');
  });
});

describe('buildRequestAuthorizerEventV1', () => {
  test('joins the values of its identity sources', () => {
    const init = { headers: { Authorization: 'user1' }, query: { auth: 123 } };
    const identitySource = ['$request.header.Authorization', '$request.querystring.auth'];
    expect(buildRequestAuthorizerEventV1({ ...init, identitySource })).toMatchObject({
      identitySource: 'user1,123',
      authorizationToken: 'user1,123',
    });
  });
});

describe('buildRequestAuthorizerEventV2', () => {
  test('lists the values of its identity sources and has no body', () => {
    const event = buildRequestAuthorizerEventV2({ headers: { Auth: 'a' }, json: 1, identitySource: ['$request.header.auth'] });
    expect(event).toMatchObject({ routeArn: `${ARN}/$default/POST/`, identitySource: ['a'] });
    expect(event).not.toHaveProperty('body');
    expect(buildRequestAuthorizerEventV2({}).identitySource).toBeNull();
    expect(buildRequestAuthorizerEventV2({ identitySource: [] }).identitySource).toBeNull(); // as from the template of an API without sources
    const identitySource = ['$context.routeKey', '$context.identity.sourceIp', '$context.httpMethod'];
    expect(buildRequestAuthorizerEventV2({ route: 'GET /a', identitySource }).identitySource).toEqual(['GET /a', '203.0.113.1', 'GET']);
  });
});

describe('buildWebsocketRequestAuthorizerEvent', () => {
  test('returns all headers of the handshake', () => {
    const event = buildWebsocketRequestAuthorizerEvent({ query: 'token=a' });
    expect(event.headers).toMatchObject({ Connection: 'upgrade', Upgrade: 'websocket', 'content-length': '0' });
    expect(event.multiValueHeaders['Connection']).toEqual(['upgrade']);
    expect(event).toMatchObject({ methodArn: `${ARN}/prod/$connect`, queryStringParameters: { token: 'a' } });
  });
});
