import { apiPath, connectionsUrl, type Gateway, invokeUrl, parseInvokeUrl, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { urlPrefixOf } from '../../src/gateway/url-prefix.js';

const HOST = 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com';
const customDomain = { domainName: 'api.example.com', basePath: 'orders/v1' };

describe('apiPath', () => {
  // The first four rows are from the Lambda guide.
  test.each<[string, Gateway, string]>([
    ['/prod/', { target: 'rest', stage: 'prod' }, '/'],
    ['/prod/user', { target: 'rest', stage: 'prod' }, '/user'],
    ['/dev/{proxy+}', { target: 'rest', stage: 'dev' }, '/{proxy+}'],
    ['/', { target: 'http-2.0' }, '/'],
    ['/dev/user', { target: 'http-1.0', stage: 'dev' }, 'user'],
    ['/orders/v1/user', { target: 'rest', customDomain }, '/user'],
    ['/orders/v1/user', { target: 'rest', customDomain: { ...customDomain, basePath: '//orders/v1///' } }, '/user'],
    ['/user', { target: 'rest', customDomain: { ...customDomain, basePath: '///' } }, '/user'],
    ['/orders/v1/prod/user', { target: 'rest', customDomain: { ...customDomain, stageInPath: true } }, '/user'],
    ['/orders/v1/user', { target: 'rest', customDomain: { ...customDomain, stripBasePath: false } }, '/orders/v1/user'],
    ['/orders/v1/user', { target: 'http-2.0', customDomain: { ...customDomain, stripBasePath: false } }, '/user'],
    ['/orders/v1/user', { target: 'http-2.0', customDomain: { ...customDomain, stageInPath: true } }, '/user'],
    ['/user', { target: 'function-url' }, '/user'],
  ])('returns %s', (path, gateway, resource) => {
    expect(apiPath(gateway, resource)).toBe(path);
    if (!resource.includes('{')) expect(parseInvokeUrl(path, gateway).path).toBe(apiPath({ target: 'http-2.0' }, resource));
  });
});

describe('invokeUrl', () => {
  test.each<[string, Gateway, string | undefined]>([
    [`https://${HOST}/prod/`, { target: 'rest' }, undefined],
    [`https://${HOST}/prod/a%20b`, { target: 'rest' }, '/a b'],
    [`https://${HOST}/user`, { target: 'http-2.0' }, '/user'],
    ['https://api.example.com/orders/v1/user', { target: 'http-2.0', stage: 'dev', customDomain }, '/user'],
    [`wss://${HOST}/prod`, { target: 'websocket' }, undefined],
    ['wss://api.example.com/orders/v1', { target: 'websocket', customDomain }, undefined],
    ['https://a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6.lambda-url.us-east-1.on.aws/', { target: 'function-url' }, undefined],
  ])('returns %s', (url, gateway, path) => {
    expect(invokeUrl(gateway, path)).toBe(url);
  });
});

describe('parseInvokeUrl', () => {
  test.each(['rest', 'http-1.0', 'http-2.0', 'function-url'] as const)('is the inverse of invokeUrl for %s', (target) => {
    fc.assert(
      fc.property(exchange(target), ({ request, gateway }) => {
        const [url = '', query = ''] = request.target.split(/\?(.*)/s);
        const path = url.slice(urlPrefixOf(gateway).length) || '/';
        const { stage } = toEvent(request, gateway).requestContext;
        expect(parseInvokeUrl(request.target, gateway)).toEqual({ stage, path, query });
        expect(parseInvokeUrl(invokeUrl(gateway, path), gateway)).toMatchObject({ stage, path });
      }),
    );
  });

  test.each<[string, Gateway, string, string]>([
    ['/dev/user', { target: 'rest' }, 'dev', '/user'],
    ['/dev', { target: 'rest' }, 'dev', '/'],
    [`wss://${HOST}/dev`, { target: 'websocket' }, 'dev', '/'],
    ['/orders/v1/dev/user', { target: 'rest', customDomain: { ...customDomain, stageInPath: true } }, 'dev', '/user'],
    ['/user', { target: 'http-2.0' }, '$default', '/user'],
    ['/orders/v1/user', { target: 'rest', customDomain }, 'prod', '/user'],
  ])('finds the stage in %s', (url, gateway, stage, path) => {
    expect(parseInvokeUrl(url, gateway)).toEqual({ stage, path, query: '' });
  });

  test.each<[string, Gateway, string]>([
    ['/dev/user', { target: 'rest', stage: 'prod' }, 'stage-not-in-path'],
    ['/production', { target: 'rest', stage: 'prod' }, 'stage-not-in-path'],
    ['/user', { target: 'http-2.0', customDomain }, 'base-path-not-in-path'],
  ])('throws a GatewayError for %s', (url, gateway, code) => {
    expect(() => parseInvokeUrl(url, gateway)).toThrow(expect.objectContaining({ code }));
  });
});

describe('connectionsUrl', () => {
  test('returns the URL that messages are posted to', () => {
    expect(connectionsUrl({ target: 'websocket', stage: 'dev' })).toBe(`https://${HOST}/dev`);
    expect(connectionsUrl({ target: 'websocket', customDomain }, 'a=')).toBe('https://api.example.com/orders/v1/@connections/a%3D');
  });
});

describe('an argument of the wrong form', () => {
  const REST: Gateway = { target: 'rest' };
  const WEBSOCKET: Gateway<'websocket'> = { target: 'websocket' };
  const STRING = (name: string) => `\`${name}\` must be a string; got 5. Pass a string.`;
  const UNICODE = (name: string) => `\`${name}\` must be well-formed Unicode; got "\\ud800". Remove the lone surrogate.`;

  test.each<[string, () => unknown, string, string]>([
    ['resource', () => apiPath(REST, 5 as never), 'invalid-option', STRING('resource')],
    ['path', () => invokeUrl(REST, '\ud800'), 'invalid-option', UNICODE('path')],
    ['url', () => parseInvokeUrl(5 as never, REST), 'invalid-option', STRING('url')],
    ['connectionId', () => connectionsUrl(WEBSOCKET, 5 as never), 'invalid-option', STRING('connectionId')],
    ['connectionId', () => connectionsUrl(WEBSOCKET, '\ud800'), 'invalid-option', UNICODE('connectionId')],
    ['target', () => connectionsUrl(REST as never), 'wrong-target', "Only a WebSocket API has connections; got `rest`. Pass 'websocket'."],
    [
      'url',
      () => parseInvokeUrl('/x', { target: 'rest', stage: 'prod' }),
      'stage-not-in-path',
      "The path `/x` doesn't start with `/prod`. Put `/prod` in front of it.",
    ],
    [
      'url',
      () => parseInvokeUrl('x', { target: 'http-2.0', customDomain: { domainName: 'api.example.com', basePath: 'a' } }),
      'base-path-not-in-path',
      "The path `/x` doesn't start with `/a`. Put `/a` in front of it.",
    ],
  ])('is named in the error: %s', (name, call, code, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'GatewayError', code, path: [name], message }));
  });

  test('is none without a path, or with one that has no slash', () => {
    expect([apiPath({ target: 'http-2.0' }), apiPath({ target: 'http-2.0' }, 'a')]).toEqual(['/', '/a']);
    expect(invokeUrl({ target: 'http-2.0' })).toMatch(/\.amazonaws\.com\/$/);
    expect(parseInvokeUrl('', { target: 'http-2.0' })).toEqual({ stage: '$default', path: '/', query: '' });
    expect(parseInvokeUrl('a/http://b?c', { target: 'http-2.0' })).toEqual({ stage: '$default', path: '/a/http://b', query: 'c' });
  });
});
