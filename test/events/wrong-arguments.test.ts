import {
  apiPath,
  buildEvents,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  connectionsUrl,
  detectEvent,
  type EventInit,
  findRoute,
  type Gateway,
  GatewayError,
  type HttpRequest,
  invokeUrl,
  parseInvokeUrl,
  selectRoute,
  type Target,
  toAuthorizerEvent,
  toEvent,
  toTokenAuthorizerEvent,
} from 'apigw-proxy';
import { toCustomEvent } from 'apigw-proxy/custom';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { API_SETTINGS, REQUEST_SETTINGS } from '../../src/gateway/setting-names.js';

const REQUEST: HttpRequest = { method: 'GET', target: '/prod/x', headers: [['Accept', '*/*']] };
const TARGETS: readonly Target[] = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'];
const BUILDERS: Readonly<Record<string, (init: EventInit) => unknown>> = {
  buildRestEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildFunctionUrlEvent,
  buildTokenAuthorizerEvent,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildWebsocketRequestAuthorizerEvent,
  buildEvents,
};
const SETTINGS = [...Object.keys(API_SETTINGS), ...Object.keys(REQUEST_SETTINGS)];
const OPTIONS = [
  ...['method', 'path', 'pathParameters', 'query', 'headers', 'cookies', 'userAgent', 'json', 'form', 'body', 'sourceIp', 'httpVersion'],
  ...SETTINGS,
];

/** Values that JavaScript might pass by mistake. */
const wrong = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, withTypedArray: true }),
  fc.constantFrom<unknown>(
    () => ({}),
    Symbol('x'),
    5n,
    Number.NaN,
    '\ud800',
    ['a'],
    [['a', 1]],
    { a: { b: () => 1 } },
    { a: 5n },
    { claims: {} },
    new Headers({ a: 'b' }),
    new URLSearchParams('a=b'),
    Promise.resolve('x'),
    { [Symbol('own')]: 'x' },
  ),
);

/** Returns what the call returned, or `undefined` if it threw a proper GatewayError, with the same message each time. */
function callOrUndefined(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    expect(error.fix).toMatch(/[.?]$/);
    expect(error.message.endsWith(` ${error.fix}`)).toBe(true);
    expect(error.message).not.toMatch(/undefined is not|Cannot read|\[object /);
    expect(call).toThrow(error.message);
    return undefined;
  }
}

function isWhole(event: unknown): void {
  if (event !== undefined) expect(detectEvent(event)).not.toBe('unknown');
}

describe('an argument of the wrong type', () => {
  test.each(Object.entries(BUILDERS))('throws a GatewayError or returns a complete event: %s', (_, build) => {
    fc.assert(fc.property(wrong, (value) => void callOrUndefined(() => build(value as EventInit))));
    fc.assert(
      fc.property(fc.constantFrom(...OPTIONS), wrong, (name, value) => {
        const event = callOrUndefined(() => build({ [name]: value }));
        if (build !== buildEvents) isWhole(event);
      }),
    );
  });

  test.each(TARGETS)('throws a GatewayError or returns a complete event: toEvent on %s', (target) => {
    const request = { ...REQUEST, target: target === 'rest' ? '/prod/x' : '/x' };
    const translate = (given: unknown, gateway: unknown) => callOrUndefined(() => toEvent(given as HttpRequest, gateway as Gateway));
    fc.assert(fc.property(wrong, (value) => isWhole(translate(value, { target }))));
    fc.assert(fc.property(wrong, (value) => isWhole(translate(request, value))));
    const parts = fc.constantFrom('method', 'target', 'headers', 'body', 'sourceIp', 'httpVersion', 'clientCert');
    fc.assert(fc.property(parts, wrong, (name, value) => isWhole(translate({ ...request, [name]: value }, { target }))));
    fc.assert(fc.property(fc.constantFrom(...SETTINGS), wrong, (name, value) => isWhole(translate(request, { target, [name]: value }))));
  });

  const calls: Record<string, (value: unknown) => unknown> = {
    toAuthorizerEvent: (value) => toAuthorizerEvent(REQUEST, value as Gateway<'rest'>),
    'toAuthorizerEvent, request': (value) => toAuthorizerEvent(value as never, { target: 'rest' }),
    toTokenAuthorizerEvent: (value) => toTokenAuthorizerEvent(REQUEST, value as Gateway<'rest'>),
    'findRoute, request': (value) => findRoute(value as never, ['/x'], { target: 'rest' }),
    'findRoute, routes': (value) => findRoute(REQUEST, value as never, { target: 'rest' }),
    'findRoute, one route': (value) => findRoute(REQUEST, [value] as never, { target: 'rest' }),
    'findRoute, gateway': (value) => findRoute(REQUEST, ['/x'], value as Gateway),
    'apiPath, gateway': (value) => apiPath(value as Gateway),
    'apiPath, resource': (value) => apiPath({ target: 'rest' }, value as string),
    'invokeUrl, gateway': (value) => invokeUrl(value as Gateway),
    'invokeUrl, path': (value) => invokeUrl({ target: 'rest' }, value as string),
    'parseInvokeUrl, url': (value) => parseInvokeUrl(value as string, { target: 'rest' }),
    'parseInvokeUrl, gateway': (value) => parseInvokeUrl('/prod/x', value as Gateway),
    'connectionsUrl, gateway': (value) => connectionsUrl(value as never),
    'connectionsUrl, id': (value) => connectionsUrl({ target: 'websocket' }, value as string),
    'selectRoute, message': (value) => selectRoute(value as string, '$request.body.a'),
    'selectRoute, expression': (value) => selectRoute('{}', value as string),
    'selectRoute, routes': (value) => selectRoute('{"a":"b"}', '$request.body.a', value as never),
    'toCustomEvent, request': (value) => toCustomEvent(value as never, { integration: 'custom', responses: [] }),
    'toCustomEvent, integration': (value) => toCustomEvent(REQUEST, value as never),
    'toCustomEvent, templates': (value) => toCustomEvent(REQUEST, { requestTemplates: value } as never),
    buildWebsocketSession: (value) => buildWebsocketSession(value as object),
    'buildWebsocketSession, routes': (value) => buildWebsocketSession({ routes: value } as object).message('x'),
    'message, body': (value) => buildWebsocketSession().message(value),
    'message, options': (value) => buildWebsocketSession().message('x', value as never),
    'disconnect, close': (value) => buildWebsocketSession().disconnect(value as never),
    'with, defaults': (value) => buildRestEvent.with(value as object)(),
    'with, init': (value) => buildRestEvent.with({ path: '/x' })(value as object),
    override: (value) => buildRestEvent({ override: value as never }),
    freeze: (value) => buildRestEvent({ freeze: value as never }),
    'now, what it returns': (value) => buildRestEvent({ now: () => value as number }),
  };

  test.each(Object.entries(calls))('throws a GatewayError or returns a result: %s', (_, call) => {
    fc.assert(fc.property(wrong, (value) => void callOrUndefined(() => call(value))));
  });

  test.each(['apiPath', 'invokeUrl', 'connectionsUrl', 'toEvent', 'findRoute', 'toAuthorizerEvent'])(
    'shows an unknown target: %s',
    (name) => {
      const functions: Record<string, (gateway: never) => unknown> = {
        apiPath,
        invokeUrl,
        connectionsUrl,
        toEvent: (gateway) => toEvent(REQUEST, gateway),
        findRoute: (gateway) => findRoute(REQUEST, [], gateway),
        toAuthorizerEvent: (gateway) => toAuthorizerEvent(REQUEST, gateway),
      };
      for (const target of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'alb', 5, null]) {
        expect(() => functions[name]?.({ target } as never)).toThrow(
          expect.objectContaining({ code: 'unknown-target', path: ['target'], message: expect.stringContaining(String(target)) }),
        );
      }
    },
  );
});

describe('the message of a GatewayError', () => {
  test.each<[string, () => unknown, string, (string | number)[], string]>([
    [
      'a target',
      () => toEvent(REQUEST, { target: 'constructor' } as never),
      'unknown-target',
      ['target'],
      'Unknown target "constructor". Use one of rest, http-1.0, http-2.0, websocket, function-url.',
    ],
    [
      'a near target',
      () => toEvent(REQUEST, { target: 'HTTP' } as never),
      'unknown-target',
      ['target'],
      'Unknown target "HTTP". Did you mean `http-2.0`?',
    ],
    [
      'no target',
      () => toEvent(REQUEST, {} as never),
      'unknown-target',
      ['target'],
      '`target` is missing. Use one of rest, http-1.0, http-2.0, websocket, function-url.',
    ],
    [
      'a number for a stage',
      () => buildRestEvent({ stage: 5 } as never),
      'invalid-option',
      ['stage'],
      "`stage` must be `$default`, or at most 128 letters, digits, - and _; got 5. Pass a stage name such as 'prod'.",
    ],
    [
      'the stage of an HTTP API',
      () => buildRestEvent({ stage: '$default' }),
      'invalid-option',
      ['stage'],
      '`stage` must be at most 128 letters, digits, - and _; got "$default". ' +
        "Pass a stage name such as 'prod'. A REST API has no stage `$default`.",
    ],
    [
      'an item of a list',
      () => buildRestEvent({ binaryMediaTypes: ['a/b', 5] } as never),
      'invalid-option',
      ['binaryMediaTypes', 1],
      "`binaryMediaTypes[1]` must be a string; got 5. Pass media types such as ['image/*'].",
    ],
    [
      'a key inside',
      () => buildRestEvent({ customDomain: { domainName: 'a.example', basepath: 'v1' } } as never),
      'unknown-option',
      ['customDomain', 'basepath'],
      'Unknown option `customDomain.basepath`. Did you mean `basePath`?',
    ],
    [
      'a missing key',
      () => buildRestEvent({ customDomain: { basePath: 'v1' } } as never),
      'missing-option',
      ['customDomain', 'domainName'],
      "`customDomain.domainName` is missing. Pass a host name such as 'api.example.com'.",
    ],
    [
      'a choice',
      () => buildRestEvent({ endpointType: 'edge' } as never),
      'invalid-option',
      ['endpointType'],
      "`endpointType` must be one of 'EDGE', 'REGIONAL', 'PRIVATE'; got \"edge\". Did you mean `EDGE`?",
    ],
    [
      'httpMethod',
      () => buildRestEvent({ httpMethod: 'GET' } as never),
      'unknown-option',
      ['httpMethod'],
      'Unknown option `httpMethod`. Did you mean `method`?',
    ],
    [
      'queryStringParameters',
      () => buildRestEvent({ queryStringParameters: {} } as never),
      'unknown-option',
      ['queryStringParameters'],
      'Unknown option `queryStringParameters`. Did you mean `query`?',
    ],
    [
      'rawPath',
      () => buildHttpEvent({ rawPath: '/' } as never),
      'unknown-option',
      ['rawPath'],
      'Unknown option `rawPath`. Did you mean `path`?',
    ],
    [
      'routeKey',
      () => buildHttpEvent({ routeKey: '/' } as never),
      'unknown-option',
      ['routeKey'],
      'Unknown option `routeKey`. Did you mean `route`?',
    ],
    ['url', () => buildHttpEvent({ url: '/' } as never), 'unknown-option', ['url'], 'Unknown option `url`. Did you mean `path`?'],
    [
      'a slip',
      () => buildHttpEvent({ authoriser: {} } as never),
      'unknown-option',
      ['authoriser'],
      'Unknown option `authoriser`. Did you mean `authorizer`?',
    ],
    [
      'a function for json',
      () => buildHttpEvent({ json: () => ({}) }),
      'unserialisable-json',
      ['json'],
      "`json` is a function, which JSON can't represent. Pass a value that JSON can represent.",
    ],
    [
      'an object for body',
      () => buildHttpEvent({ body: { a: 1 } } as never),
      'invalid-option',
      ['body'],
      '`body` must be a string or a Uint8Array; got an object. For an object, use `json`; for no body, leave `body` out.',
    ],
    [
      'claims alone',
      () => buildHttpEvent({ authorizer: { claims: {} } } as never),
      'invalid-option',
      ['authorizer'],
      '`authorizer` must be an object with one of the keys lambda, cognito, jwt, iam; got an object with claims. Did you mean `{ jwt: { claims } }`?',
    ],
    [
      'claims alone, on REST',
      () => buildRestEvent({ authorizer: { claims: {} } } as never),
      'invalid-option',
      ['authorizer'],
      '`authorizer` must be an object with one of the keys lambda, cognito, jwt, iam; got an object with claims. Did you mean `{ cognito: { claims } }`?',
    ],
    [
      'a number as a claim',
      () => buildHttpEvent({ authorizer: { jwt: { claims: { exp: 1 } } } } as never),
      'invalid-option',
      ['authorizer', 'jwt', 'claims', 'exp'],
      "`authorizer.jwt.claims.exp` must be a string; got 1. Pass claims as strings, such as { sub: 'ada', exp: '1718722804' }.",
    ],
    [
      'two authorizers',
      () => buildHttpEvent({ authorizer: { iam: {}, lambda: {} } } as never),
      'conflicting-options',
      ['authorizer'],
      '`authorizer.iam` and `authorizer.lambda` contradict each other. Remove one of them.',
    ],
    [
      'a nested context',
      () => buildRestEvent({ authorizer: { lambda: { context: { a: [] } } } }),
      'nested-authorizer-context',
      ['authorizer', 'lambda', 'context', 'a'],
      '`authorizer.lambda.context.a` is an array, which only payload 2.0 allows; the gateway answers 500. Pass it as a string, for example with JSON.stringify.',
    ],
    [
      'path and pathParameters without a route',
      () => buildRestEvent({ path: '/users/1', pathParameters: { id: 1 } } as never),
      'conflicting-options',
      ['pathParameters'],
      '`path` and `pathParameters` both set the path. Pass `route` with `pathParameters` and leave `path` out, or remove `pathParameters`.',
    ],
    [
      'pathParameters without a route',
      () => buildRestEvent({ pathParameters: { id: 1 } }),
      'missing-option',
      ['route'],
      "`pathParameters` fill in a route, but `route` is missing. Pass `route`, such as '/users/{id}'.",
    ],
    [
      'an unknown path parameter',
      () => buildRestEvent({ route: '/users/{userId}', pathParameters: { userID: 1 } } as never),
      'unknown-path-parameter',
      ['pathParameters', 'userID'],
      'The route `/users/{userId}` has no parameter `userID`. Did you mean `userId`?',
    ],
    [
      'a path beside the route',
      () => buildRestEvent({ route: 'GET /users/{id}', path: '/user/1' }),
      'route-mismatch',
      ['route'],
      "The path `/user/1` doesn't match the route `/users/{id}`. Change the path or the route.",
    ],
    [
      'a whole URL',
      () => buildRestEvent({ path: 'https://api.example.com/users' }),
      'invalid-option',
      ['path'],
      '`path` must be a path; got "https://api.example.com/users". Pass the path of the URL, such as \'/users/1\'.',
    ],
    [
      'a number as a header',
      () => buildRestEvent({ headers: { 'x-a': 5 } } as never),
      'invalid-option',
      ['headers', 'x-a'],
      '`headers["x-a"]` must be a string or an array of strings; got 5. Pass an object such as { accept: \'text/html\' }, pairs, or Headers.',
    ],
    [
      'half a surrogate pair',
      () => connectionsUrl({ target: 'websocket' }, 'a\ud800'),
      'invalid-option',
      ['connectionId'],
      '`connectionId` must be well-formed Unicode; got "a\\ud800". Remove the lone surrogate.',
    ],
    [
      'a Fetch request',
      () => toEvent(new Request('https://a.example/x') as never, { target: 'rest' }),
      'missing-option',
      ['target'],
      '`target` of the request is missing. For a Fetch `Request`, pass `await fromFetchRequest(request)`.',
    ],
    [
      'a clock that stands still',
      () => buildRestEvent({ now: () => Number.NaN }),
      'invalid-option',
      ['now'],
      '`now` must be a function that returns milliseconds since the Unix epoch; got NaN. Pass a clock such as Date.now.',
    ],
    [
      'a function URL with an authorizer',
      () => toAuthorizerEvent(REQUEST, { target: 'function-url' } as never),
      'wrong-target',
      ['target'],
      'The target `function-url` has no REQUEST authorizers. Use rest, http-1.0, http-2.0, websocket.',
    ],
    [
      'a token authorizer of an HTTP API',
      () => toTokenAuthorizerEvent(REQUEST, { target: 'http-2.0' } as never),
      'wrong-target',
      ['target'],
      'The target `http-2.0` has no TOKEN authorizers. Use rest.',
    ],
    [
      'connections of a REST API',
      () => connectionsUrl({ target: 'rest' } as never),
      'wrong-target',
      ['target'],
      "Only a WebSocket API has connections; got `rest`. Pass 'websocket'.",
    ],
    [
      'a form and a body',
      () => buildHttpEvent({ form: { a: '1' }, body: 'x' }),
      'conflicting-options',
      ['body'],
      '`form` and `body` both set the request body. Remove one of them.',
    ],
    [
      'a form and JSON',
      () => buildHttpEvent({ form: { a: '1' }, json: 1 }),
      'conflicting-options',
      ['form'],
      '`json` and `form` both set the request body. Remove one of them.',
    ],
    [
      'a query in the path',
      () => buildHttpEvent({ path: '/x?a=1', query: 'b=2' }),
      'conflicting-options',
      ['query'],
      '`path` and `query` both set the query. Remove one of them.',
    ],
    [
      'an object in a path parameter',
      () => buildRestEvent({ route: '/{id}', pathParameters: { id: true } } as never),
      'invalid-option',
      ['pathParameters', 'id'],
      '`pathParameters.id` must be a string or a number; got true. Pass the value as a string.',
    ],
    [
      'null in a query',
      () => buildRestEvent({ query: { a: [null] } } as never),
      'invalid-option',
      ['query', 'a'],
      '`query.a` must be a string, a number or a boolean; got null. Pass the value as a string.',
    ],
    [
      'an authorizer with a slip',
      () => buildRestEvent({ authorizer: { cognitoo: {} } } as never),
      'invalid-option',
      ['authorizer'],
      '`authorizer` must be an object with one of the keys lambda, cognito, jwt, iam; got an object with cognitoo. Did you mean `cognito`?',
    ],
    [
      'an empty authorizer',
      () => buildRestEvent({ authorizer: {} } as never),
      'invalid-option',
      ['authorizer'],
      "`authorizer` must be an object with one of the keys lambda, cognito, jwt, iam; got an empty object. Pass { cognito: { claims: { sub: 'ada' } } }.",
    ],
  ])('shows the value and the fix: %s', (_, call, code, path, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });
});
