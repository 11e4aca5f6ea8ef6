import { awslambda, createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

// Each sentence about settings that don't fit together, word for word: they are what stops an API from being open by mistake.

const handler = (): string => 'ok';
const CUSTOM = { integration: 'custom', responses: [{ statusCode: 200 }] };

type Row = readonly [init: object, code: string, path: string, message: string];

/** An error with these words. */
function errorOf([, code, path, message]: Row): unknown {
  return expect.objectContaining({
    name: 'GatewayError',
    code,
    path: path.split(/ (?!\/)/).map((key) => (/^\d$/.test(key) ? Number(key) : key)),
    message,
  });
}

describe('createLocalApi', () => {
  test.each<Row>([
    [
      { target: 'websocket', routes: {} },
      'wrong-target',
      'target',
      "This API can't have the target `websocket`. Use one of rest, http-1.0, http-2.0, function-url.",
    ],
    [
      { target: 'rest', routes: {}, authoriser: 'a' },
      'unknown-option',
      'authoriser',
      'Unknown option `authoriser`. Did you mean `authorizer`?',
    ],
    [
      { target: 'rest', routes: { 'GET /': 'handler' } },
      'invalid-option',
      'routes GET /',
      '`routes["GET /"]` must be a function, or an object with a `handler`; got "handler". Pass a handler.',
    ],
    [
      { target: 'rest', routes: { 'GET /': {} } },
      'missing-option',
      'routes GET / handler',
      '`routes["GET /"].handler` is missing. Pass a function.',
    ],
    [
      { target: 'rest', routes: { $default: handler } },
      'invalid-route',
      'routes $default',
      'The target `rest` has no route `$default`. Write `ANY /{proxy+}` and `ANY /`.',
    ],
    [
      { target: 'function-url', routes: { 'GET /': handler } },
      'invalid-route',
      'routes GET /',
      'The target `function-url` has no route `GET /`. Write `$default`, its only route.',
    ],
    [
      { target: 'http-2.0', routes: { 'GET /{a}/b': handler, 'GET /{c}/b': handler } },
      'conflicting-options',
      'routes GET /{c}/b',
      'The routes `GET /{a}/b` and `GET /{c}/b` answer the same requests. Remove one of them.',
    ],
    [
      { target: 'http-2.0', routes: { '/{a+}': handler, 'ANY /{b+}': handler } },
      'conflicting-options',
      'routes ANY /{b+}',
      'The routes `/{a+}` and `ANY /{b+}` answer the same requests. Remove one of them.',
    ],
    [
      { target: 'rest', routes: {}, authorizer: 'gate' },
      'unknown-authorizer',
      'authorizer',
      'Unknown authorizer `gate`. Add it to `authorizers`.',
    ],
    [
      { target: 'rest', routes: {}, authorizer: 'gat', authorizers: { gate: { request: handler } } },
      'unknown-authorizer',
      'authorizer',
      'Unknown authorizer `gat`. Did you mean `gate`?',
    ],
    [
      { target: 'rest', routes: { 'GET /': { handler, authorizer: 'constructor' } } },
      'unknown-authorizer',
      'routes GET / authorizer',
      'Unknown authorizer `constructor`. Add it to `authorizers`.',
    ],
    [
      { target: 'http-2.0', routes: {}, apiKeys: [{ id: 'a', value: 'b' }] },
      'unsupported-option',
      'apiKeys',
      'The target `http-2.0` has no API keys. Every request would pass. Remove `apiKeys`, or change the target or the authorizer.',
    ],
    [
      { target: 'function-url', routes: {}, apiKeySource: 'HEADER' },
      'unsupported-option',
      'apiKeySource',
      'The target `function-url` has no API keys. Every request would pass. Remove `apiKeySource`, or change the target or the authorizer.',
    ],
    [
      { target: 'http-1.0', routes: { 'GET /': { handler, apiKeyRequired: true } } },
      'unsupported-option',
      'routes GET / apiKeyRequired',
      'The target `http-1.0` has no API keys. Every request would pass. Remove `routes["GET /"].apiKeyRequired`, or change the target or the authorizer.',
    ],
    [
      {
        target: 'rest',
        routes: {},
        apiKeys: [
          { id: 'a', value: 'b' },
          { id: 'a', value: 'c' },
        ],
      },
      'conflicting-options',
      'apiKeys 1 id',
      'Two API keys have the same id: see `apiKeys[1].id`. Pass a different id, or remove one of the keys.',
    ],
    [
      {
        target: 'rest',
        routes: {},
        apiKeys: [
          { id: 'a', value: 'b' },
          { id: 'c', value: 'b' },
        ],
      },
      'conflicting-options',
      'apiKeys 1 value',
      'Two API keys have the same value: see `apiKeys[1].value`. Pass a different value, or remove one of the keys.',
    ],
    [
      { target: 'http-2.0', routes: { 'GET /': { handler, scopes: ['read'] } } },
      'unsupported-option',
      'routes GET / scopes',
      'Only a `verify` authorizer checks scopes. Every request would pass. Remove `routes["GET /"].scopes`, or change the target or the authorizer.',
    ],
    [
      {
        target: 'http-2.0',
        authorizers: { gate: { request: handler } },
        authorizer: 'gate',
        routes: { 'GET /': { handler, scopes: ['read'] } },
      },
      'unsupported-option',
      'routes GET / scopes',
      'Only a `verify` authorizer checks scopes. Every request would pass. Remove `routes["GET /"].scopes`, or change the target or the authorizer.',
    ],
    [
      { target: 'rest', routes: { 'GET /': { handler, payload: '1.0' } } },
      'unsupported-option',
      'routes GET / payload',
      'Only HTTP APIs have a choice of payload formats. The target is `rest`. Remove `routes["GET /"].payload`.',
    ],
    [
      { target: 'http-2.0', routes: { 'GET /': { handler, responseTransferMode: 'STREAM' } } },
      'unsupported-option',
      'routes GET / responseTransferMode',
      'Only a REST API has this setting. The target is `http-2.0`. Remove `routes["GET /"].responseTransferMode`.',
    ],
    [
      { target: 'http-2.0', routes: { 'GET /': { handler, integration: CUSTOM } } },
      'unsupported-option',
      'routes GET / integration',
      'The target `http-2.0` doesn\'t support custom integrations. Remove `routes["GET /"].integration`, or use the target `rest`.',
    ],
    [
      { target: 'rest', routes: { 'GET /': { handler, integration: CUSTOM, responseTransferMode: 'STREAM' } } },
      'unsupported-option',
      'routes GET / integration',
      "The route streams, but a custom integration can't. Pass a handler that returns its result, and leave out `responseTransferMode`.",
    ],
    [
      { target: 'rest', routes: { 'GET /': { handler: awslambda.streamifyResponse(async () => undefined), integration: CUSTOM } } },
      'unsupported-option',
      'routes GET / integration',
      "The route streams, but a custom integration can't. Pass a handler that returns its result, and leave out `responseTransferMode`.",
    ],
    [
      { target: 'rest', routes: { 'GET /': { handler, integration: { integration: 'mock', responses: [{ statusCode: 200 }] } } } },
      'unsupported-option',
      'routes GET / handler',
      'A route with the integration `mock` has no function. Remove `routes["GET /"].handler`.',
    ],
    [
      { target: 'rest', routes: { 'GET /': { timeout: 5, integration: { integration: 'http-proxy', uri: 'https://a.example' } } } },
      'unsupported-option',
      'routes GET / timeout',
      'A route with the integration `http-proxy` has no function. Remove `routes["GET /"].timeout`.',
    ],
    [
      {
        target: 'rest',
        routes: { 'GET /': { responseTransferMode: 'STREAM', integration: { integration: 'mock', responses: [{ statusCode: 200 }] } } },
      },
      'unsupported-option',
      'routes GET / responseTransferMode',
      'A route with the integration `mock` has no function. Remove `routes["GET /"].responseTransferMode`.',
    ],
    [
      { target: 'rest', routes: {}, cors: { allowOrigins: ['*'] } },
      'unsupported-option',
      'cors',
      'The target `rest` has no CORS configuration. Its functions answer OPTIONS and send the headers. Remove `cors`, or use the target `http-2.0`.',
    ],
    [
      { target: 'http-2.0', routes: {}, tenantId: 'method.request.header.X-Tenant' },
      'unsupported-option',
      'tenantId',
      'Only REST APIs call functions with tenant isolation, and the target is `http-2.0`. Remove `tenantId`, or use the target `rest`.',
    ],
    [
      { target: 'rest', routes: {}, tenantId: 'X-Tenant' },
      'invalid-option',
      'tenantId',
      "`tenantId` must be the place of a tenant id; got \"X-Tenant\". Pass 'method.request.header.X-Tenant', 'method.request.querystring.tenant', 'method.request.path.tenant' or 'context.authorizer.tenant'.",
    ],
    [
      { target: 'rest', routes: {}, limits: { idle: 5 } },
      'unsupported-option',
      'limits idle',
      'Only an API that streams has an idle limit. Remove `limits.idle`, or let the API stream.',
    ],
    [
      { target: 'rest', routes: { 'GET /': handler }, limits: { idle: 5 } },
      'unsupported-option',
      'limits idle',
      'Only an API that streams has an idle limit. Remove `limits.idle`, or let the API stream.',
    ],
    [5 as never, 'invalid-option', 'init', "`init` must be an object; got 5. Pass settings such as { target: 'http-2.0', routes: {} }."],
    [
      { target: 'rest', routes: {}, apiKeys: [5] },
      'invalid-option',
      'apiKeys 0',
      "`apiKeys[0]` must be an object; got 5. Pass { id: 'k1', value: 'secret' }.",
    ],
    [
      { target: 'rest', routes: {}, apiKeys: [{ id: '', value: 'secret' }] },
      'invalid-option',
      'apiKeys 0 id',
      '`apiKeys[0].id` must be a non-empty string; got "". Pass the id of the key, such as \'k1\'.',
    ],
    [
      { target: 'rest', routes: {}, apiKeys: [{ id: 'k1' }] },
      'missing-option',
      'apiKeys 0 value',
      "`apiKeys[0].value` is missing. Pass the value of the key, such as 'secret'.",
    ],
    [
      { target: 'rest', routes: {}, context: { timeout: 'a' } },
      'invalid-option',
      'context timeout',
      '`context.timeout` must be a positive number or Infinity; got "a". Pass a number of milliseconds such as 1000.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: handler } },
      'invalid-option',
      'authorizers gate',
      '`authorizers.gate` must be an object; got a function. Pass an object with one of the keys lambda, cognito, iam, token, request, verify, refuse.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: {} } },
      'invalid-option',
      'authorizers gate',
      '`authorizers.gate` must be an object with one of the keys lambda, cognito, iam, token, request, verify, refuse; got an empty object. Pass an object with one of the keys lambda, cognito, iam, token, request, verify, refuse.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { requests: handler } } },
      'invalid-option',
      'authorizers gate',
      '`authorizers.gate` must be an object with one of the keys lambda, cognito, iam, token, request, verify, refuse; got an object with requests. Did you mean `request`?',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { x: 1, y: 2 } } },
      'invalid-option',
      'authorizers gate',
      '`authorizers.gate` must be an object with one of the keys lambda, cognito, iam, token, request, verify, refuse; got an object with x, y. Pass an object with one of the keys lambda, cognito, iam, token, request, verify, refuse.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { jwt: { claims: {}, scopes: [] } } } },
      'unsupported-option',
      'authorizers gate',
      'The target `rest` has no `jwt` authorizer. Pass an object with one of the keys lambda, cognito, iam, token, request, verify, refuse.',
    ],
    [
      { target: 'http-2.0', routes: {}, authorizers: { gate: { cognito: {} } } },
      'unsupported-option',
      'authorizers gate',
      'The target `http-2.0` has no `cognito` authorizer. Pass an object with one of the keys lambda, jwt, iam, request, verify, refuse.',
    ],
    [
      { target: 'http-1.0', routes: {}, authorizers: { gate: { token: handler } } },
      'unsupported-option',
      'authorizers gate',
      'The target `http-1.0` has no `token` authorizer. Pass an object with one of the keys lambda, jwt, iam, request, verify, refuse.',
    ],
    [
      { target: 'function-url', routes: {}, authorizers: { gate: { request: handler } } },
      'unsupported-option',
      'authorizers gate',
      'The target `function-url` has no `request` authorizer. Pass an object with one of the keys iam, refuse.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { request: handler, payload: '2.0' } } },
      'unsupported-option',
      'authorizers gate payload',
      'Only HTTP APIs have a choice of payload formats, and the target is `rest`. Remove `payload`.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { request: handler, enableSimpleResponses: true } } },
      'unsupported-option',
      'authorizers gate enableSimpleResponses',
      'Only an authorizer of an HTTP API with payload 2.0 may return `isAuthorized`. Remove `enableSimpleResponses`, and return a policy.',
    ],
    [
      { target: 'http-1.0', routes: {}, authorizers: { gate: { request: handler, enableSimpleResponses: true } } },
      'unsupported-option',
      'authorizers gate enableSimpleResponses',
      'Only an authorizer of an HTTP API with payload 2.0 may return `isAuthorized`. Remove `enableSimpleResponses`, and return a policy.',
    ],
    [
      { target: 'http-2.0', routes: {}, authorizers: { gate: { request: handler, payload: '1.0', enableSimpleResponses: false } } },
      'unsupported-option',
      'authorizers gate enableSimpleResponses',
      'Only an authorizer of an HTTP API with payload 2.0 may return `isAuthorized`. Remove `enableSimpleResponses`, and return a policy.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { request: handler, identitySource: ['method.request.header.A', 'A'] } } },
      'invalid-option',
      'authorizers gate identitySource 1',
      "`authorizers.gate.identitySource[1]` must be an identity source; got \"A\". Pass sources such as '$request.header.Authorization' or 'method.request.querystring.token'.",
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { token: handler, ttl: 3601 } } },
      'invalid-option',
      'authorizers gate ttl',
      '`authorizers.gate.ttl` must be a number from 0 to 3600; got 3601. Pass a number of seconds from 0 to 3600.',
    ],
    [
      { target: 'rest', routes: {}, authorizers: { gate: { refuse: 'lambda' } } },
      'missing-option',
      'authorizers gate fix',
      "`authorizers.gate.fix` is missing. Pass what to do, such as 'Pass the keys.'.",
    ],
    [
      { target: 'rest', routes: {}, authorizers: undefined },
      'invalid-option',
      'authorizers',
      '`authorizers` must be set, because it guards access; got undefined. Pass a value, or leave the name out.',
    ],
    [
      { target: 'rest', routes: {}, tenantId: undefined },
      'invalid-option',
      'tenantId',
      '`tenantId` must be set, because it guards access; got undefined. Pass a value, or leave the name out.',
    ],
    [
      { target: 'http-2.0', routes: {}, authorizers: { gate: { request: handler, payload: undefined } } },
      'invalid-option',
      'authorizers gate payload',
      '`authorizers.gate.payload` must be set, because it guards access; got undefined. Pass a value, or leave the name out.',
    ],
    [
      { target: 'http-2.0', routes: {}, authorizers: { gate: { request: handler, enableSimpleResponses: undefined } } },
      'invalid-option',
      'authorizers gate enableSimpleResponses',
      '`authorizers.gate.enableSimpleResponses` must be set, because it guards access; got undefined. Pass a value, or leave the name out.',
    ],
    [
      { target: 'rest', routes: {}, authorizer: undefined },
      'invalid-option',
      'authorizer',
      '`authorizer` must be set, because it guards access; got undefined. Pass a value, or leave the name out.',
    ],
  ])('rejects %j', (...row) => {
    expect(() => createLocalApi(row[0] as never)).toThrow(errorOf(row));
  });

  test.each<[init: object]>([
    [{ target: 'rest', routes: { 'GET /': { handler, responseTransferMode: 'STREAM' } }, limits: { idle: 5 } }],
    [{ target: 'rest', routes: {}, responseTransferMode: 'STREAM', limits: { idle: 5 } }],
    [{ target: 'rest', routes: {}, cors: null }],
    [{ target: 'function-url', routes: { $default: handler }, cors: { allowOrigins: ['*'] } }],
    [{ target: 'http-2.0', routes: { 'GET /a': handler, 'POST /a': handler, '/{a}': handler, '/{a+}': handler, $default: handler } }],
    [{ target: 'http-1.0', routes: {}, authorizers: { gate: { request: handler, payload: '2.0', enableSimpleResponses: true } } }],
    [{ target: 'http-2.0', routes: {}, authorizers: { gate: { request: handler, enableSimpleResponses: false } } }],
    [
      {
        target: 'http-2.0',
        authorizers: { gate: { verify: handler } },
        authorizer: 'gate',
        routes: { 'GET /': { handler, scopes: ['read'] }, '/open': { handler, authorizer: false, scopes: [] } },
      },
    ],
    [
      {
        target: 'http-2.0',
        authorizers: { gate: { refuse: 'jwt', fix: 'a' } },
        routes: { 'GET /': { handler, authorizer: 'gate', scopes: ['read'] } },
      },
    ],
    [{ target: 'http-2.0', routes: { 'GET /': { handler, apiKeyRequired: false } }, apiKeys: [] }],
    [{ target: 'rest', routes: { 'GET /': { handler, integration: CUSTOM } } }],
    [{ target: 'rest', routes: { 'GET /': { integration: { integration: 'mock', responses: [{ statusCode: 200 }] } } } }],
    [{ target: 'rest', routes: { 'GET /a/b': handler, 'GET /ab': handler, 'GET /{a}/{b}': handler, 'GET /{a}/': handler } }],
  ])('accepts %j', (init) => {
    expect(() => createLocalApi(init as never)).not.toThrow();
  });
});

describe('createLocalWebsocketApi', () => {
  test.each<Row>([
    [
      { target: 'websocket', routes: { $other: handler } },
      'invalid-route',
      'routes $other',
      'A WebSocket API has no route `$other`. Only $connect, $disconnect, $default start with `$`.',
    ],
    [
      { target: 'websocket', routes: {}, cors: { allowOrigins: ['*'] } },
      'unsupported-option',
      'cors',
      'The target `websocket` has no CORS configuration. Its functions answer OPTIONS and send the headers. Remove `cors`, or use the target `http-2.0`.',
    ],
    [
      { target: 'websocket', routes: {}, authorizers: { gate: { verify: handler } } },
      'unsupported-option',
      'authorizers gate',
      'The target `websocket` has no `verify` authorizer. Pass an object with one of the keys lambda, iam, request, refuse.',
    ],
    [
      { target: 'websocket', routes: {}, authorizers: { gate: { jwt: { claims: {}, scopes: [] } } } },
      'unsupported-option',
      'authorizers gate',
      'The target `websocket` has no `jwt` authorizer. Pass an object with one of the keys lambda, iam, request, refuse.',
    ],
  ])('rejects %j', (...row) => {
    expect(() => createLocalWebsocketApi(row[0] as never)).toThrow(errorOf(row));
  });

  test('accepts an idle limit, and routes of messages', () => {
    expect(() => createLocalWebsocketApi({ routes: { say: handler, $default: handler }, limits: { idle: 5 } })).not.toThrow();
  });
});
