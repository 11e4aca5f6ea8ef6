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
