import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  buildWebsocketSession,
  type InvokingEvent,
  sourceArnOf,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const FUNCTION = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
const API = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';
const init = { apiId: 'mnh1xmpli7', region: 'us-east-2' };

describe('sourceArnOf', () => {
  test.each<[string, InvokingEvent]>([
    ['/prod/GET/', buildRestEvent({ ...init, path: '/' })],
    [
      '/prod/GET/users/1',
      buildRestEvent({ ...init, route: 'ANY /users/{id}', path: '/users/1', customDomain: { domainName: 'a.example', basePath: 'b' } }),
    ],
    ['/dev/POST/a/b', buildRestEvent({ ...init, stage: 'dev', method: 'POST', path: '/a/b' })],
    ['/$default/GET/users/{id}', buildHttpEvent({ ...init, route: 'GET /users/{id}', path: '/users/1' })],
    ['/dev/GET/{proxy+}', buildHttpEventV1({ ...init, stage: 'dev', route: 'ANY /{proxy+}', path: '/users/1' })],
    ['/$default/$default', buildHttpEvent({ ...init, path: '/users/1' })],
    ['/prod/$connect', buildWebsocketSession(init).connect()],
    ['/prod/say', buildWebsocketSession(init).message({ action: 'say' })],
  ])('returns %s', (resource, event) => {
    expect(sourceArnOf(event, FUNCTION)).toBe(API + resource);
  });

  test('uses the region and the partition of the function, wherever the API is', () => {
    const event = buildRestEvent({ region: 'us-east-1' });
    expect(sourceArnOf(event, 'arn:aws-cn:lambda:cn-north-1:1:function:f')).toMatch(/^arn:aws-cn:execute-api:cn-north-1:123456789012:/);
  });

  test.each(['constructor', '__proto__'])('reads a path parameter called %s', (name) => {
    const event = { ...buildRestEvent(init), resource: `/x/{${name}}` };
    expect(sourceArnOf({ ...event, pathParameters: {} }, FUNCTION)).toBe(`${API}/prod/GET/x/`);
    const pathParameters = JSON.parse(`{"${name}":"a"}`) as Record<string, string>;
    expect(sourceArnOf({ ...event, pathParameters }, FUNCTION)).toBe(`${API}/prod/GET/x/a`);
  });

  test.each<[unknown, string]>([
    ['my-function', '`functionArn` must be the ARN of a function; got "my-function". Pass `context.invokedFunctionArn`.'],
    ['xrn:aws:lambda:a:1:f', '`functionArn` must be the ARN of a function; got "xrn:aws:lambda:a:1:f". Pass `context.invokedFunctionArn`.'],
    ['arn:aws:lambda', '`functionArn` must be the ARN of a function; got "arn:aws:lambda". Pass `context.invokedFunctionArn`.'],
    [undefined, '`functionArn` must be a string; got undefined.'],
  ])('throws a TypeError for the function %j', (functionArn, message) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['functionArn'], message });
    expect(() => sourceArnOf(buildRestEvent(), functionArn as string)).toThrow(error);
  });

  test.each(['us-east-2', 'cn-north-1', 'eusc-de-east-1'])('throws a TypeError for the event of a function URL in %s', (region) => {
    const path = ['event', 'requestContext', 'domainName'];
    const fix = 'A function URL has no source ARN. Use `checkFunctionUrl` to check its permissions.';
    const message = expect.stringContaining('must be the host name of an API; got ');
    const error = expect.objectContaining({ name: 'TypeError', path, message, fix });
    expect(() => sourceArnOf(buildFunctionUrlEvent({ region }), FUNCTION)).toThrow(error);
  });

  const rest = buildRestEvent(init);
  const http = buildHttpEvent(init);
  test.each<[string, string, object]>([
    ['stage', 'event.requestContext.stage', { ...rest, requestContext: { ...rest.requestContext, stage: undefined } }],
    ['resource', 'event.resource', { ...rest, resource: undefined }],
    ['route key', 'event.routeKey', { ...http, routeKey: undefined }],
  ])('throws a TypeError for an event without a %s', (_, path, event) => {
    const error = expect.objectContaining({ name: 'TypeError', path: path.split('.') });
    expect(() => sourceArnOf(event as InvokingEvent, FUNCTION)).toThrow(error);
  });

  test.each([undefined, 5])('accepts an event whose domain name is %s', (domainName) => {
    const event = { ...rest, requestContext: { ...rest.requestContext, domainName } } as unknown as InvokingEvent;
    expect(sourceArnOf(event, FUNCTION)).toBe(sourceArnOf(rest, FUNCTION));
  });

  test('throws a TypeError for an event without an API, such as a warm-up event', () => {
    const error = expect.objectContaining({ name: 'TypeError', path: ['event', 'requestContext', 'apiId'] });
    expect(() => sourceArnOf({ source: 'warmup' } as unknown as InvokingEvent, FUNCTION)).toThrow(error);
  });
});
