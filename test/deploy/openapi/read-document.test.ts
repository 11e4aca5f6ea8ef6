import type { Deployment, ReadTemplateOptions } from 'apigw-proxy/deploy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../../src/deploy/formats.js';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;
const PROXY = { type: 'aws_proxy', uri: URI };
const REST = { 'x-amazon-apigateway-request-validators': {} };
const HTTP = { 'x-amazon-apigateway-cors': {} };
const KEY = { type: 'apiKey', name: 'X-API-Key', in: 'header' };
const IAM = { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'AWSSIGV4' };
const TOKEN = authorizer({ type: 'token', authorizerUri: URI }, 'X-Token');
const POOL = authorizer({ type: 'cognito_user_pools', providerARNs: ['arn:pool'] }, 'Authorization');

function authorizer(settings: object, name: string): object {
  return { type: 'apiKey', name, in: 'header', 'x-amazon-apigateway-authorizer': settings };
}

function read(content: object, options: ReadTemplateOptions = {}): Deployment {
  const text = JSON.stringify({ openapi: '3.0.1', info: { title: 'api', version: '1' }, ...content });
  return readDeployment(
    text,
    'openapi.json',
    { functions: { f: 'f.handler' }, ...options },
    { readFile: () => undefined, listFiles: () => [] },
  );
}

/** Reads a document with one operation. */
function readOne(operation: object, content: object = REST) {
  const options: ReadTemplateOptions = { target: content === HTTP ? 'http-2.0' : 'rest' };
  const { apis, unsupported, optional } = read({ ...content, paths: { '/a': { get: operation } } }, options);
  return { route: apis[0]?.routes[0], api: apis[0], unsupported, optional };
}

function secured(security: unknown, securitySchemes: object) {
  return readOne({ security, 'x-amazon-apigateway-integration': PROXY }, { ...REST, components: { securitySchemes } });
}

function integrated(integration: object, content: object = REST) {
  return readOne({ 'x-amazon-apigateway-integration': integration }, content);
}

describe('the target of an OpenAPI document', () => {
  test.each([
    ['rest', { swagger: '2.0', openapi: undefined }],
    ['rest', REST],
    ['rest', { paths: { '/a': { get: { 'x-amazon-apigateway-integration': { type: 'MOCK' } } } } }],
    ['rest', { components: { securitySchemes: { a: TOKEN } } }],
    ['http-2.0', HTTP],
    ['http-2.0', { info: { title: 'a', 'x-amazon-apigateway-importexport-version': '1.0' } }],
    ['http-2.0', { paths: { $default: {}, '/a': { get: { isDefaultRoute: false } } } }],
    ['http-1.0', { paths: { '/a': { get: { 'x-amazon-apigateway-integration': { ...PROXY, payloadFormatVersion: '1.0' } } } } }],
    ['http-2.0', { paths: { '/a': { get: { 'x-amazon-apigateway-integration': { ...PROXY, payloadFormatVersion: '2.0' } } } } }],
  ])('is %s for %j', (target, content) => {
    expect(read(content).apis[0]?.target).toBe(target);
  });

  test.each([
    ['unknown-target', {}, {}],
    ['unknown-target', { ...REST, ...HTTP }, {}],
    ['invalid-option', REST, { target: 'websocket' }],
    ['invalid-option', { swagger: '2.0', openapi: undefined }, { target: 'http-2.0' }],
  ] as const)('throws %s for %j with the options %j', (code, content, options) => {
    expect(() => read(content, options)).toThrow(expect.objectContaining({ name: 'TemplateError', code, fix: expect.any(String) }));
  });

  const inIntegration = (integration: object): object => ({ paths: { '/a': { get: { 'x-amazon-apigateway-integration': integration } } } });
  const inAuthorizer = (settings: object): object => ({ components: { securitySchemes: { a: authorizer(settings, 'a') } } });
  const ofRest = ['api-key-source', 'binary-media-types', 'gateway-responses', 'minimum-compression-size', 'policy', 'request-validator'];
  const ofRestIntegration = ['cacheKeyParameters', 'cacheNamespace', 'contentHandling', 'passthroughBehavior', 'requestTemplates'];
  const ofHttpAuthorizer = ['authorizerPayloadFormatVersion', 'enableSimpleResponses', 'jwtConfiguration'];

  test.each<[target: string, content: object]>([
    ...ofRest.map((name): [string, object] => ['rest', { [`x-amazon-apigateway-${name}`]: {} }]),
    ...[...ofRestIntegration, 'responseTransferMode'].map((key): [string, object] => ['rest', inIntegration({ [key]: {} })]),
    ...['aws', 'http', 'mock'].map((type): [string, object] => ['rest', inIntegration({ type })]),
    ...['token', 'COGNITO_USER_POOLS'].map((type): [string, object] => ['rest', inAuthorizer({ type })]),
    ...ofHttpAuthorizer.map((key): [string, object] => ['http-2.0', inAuthorizer({ [key]: {} })]),
    ['http-2.0', inIntegration({ integrationSubtype: 'SQS-SendMessage' })],
    ['http-2.0', { paths: { $default: { get: {} } } }],
  ])('is %s if the document has %j', (target, content) => {
    expect(read(content).apis[0]?.target).toBe(target);
  });

  test.each<[content: object, target: ReadTemplateOptions['target'], message: string]>([
    [{}, undefined, "openapi.json: The document fits both a REST API and an HTTP API. Pass 'rest' or 'http-2.0' as `target`."],
    [
      { ...REST, ...HTTP },
      undefined,
      'openapi.json: The document has "x-amazon-apigateway-request-validators", which only REST APIs have, and "x-amazon-apigateway-cors", ' +
        "which only HTTP APIs have. Pass 'rest' or 'http-2.0' as `target`.",
    ],
    [REST, 'websocket', "No OpenAPI document describes a WebSocket API. Pass 'rest' or 'http-2.0' as `target` (--target rest)."],
    [REST, 'function-url', "No OpenAPI document describes a function URL. Pass 'rest' or 'http-2.0' as `target` (--target rest)."],
    [
      { swagger: '2.0', openapi: undefined },
      'http-1.0',
      'openapi.json: HTTP APIs import OpenAPI 3; this is Swagger "2.0". Pass \'rest\' as `target` (--target rest).',
    ],
  ])('of %j cannot be %j', (content, target, message) => {
    expect(() => read(content, target === undefined ? {} : { target })).toThrow(expect.objectContaining({ message, where: 'target' }));
  });

  test('is what the option says, if the document fits both', () => {
    expect(read({}, { target: 'rest' }).apis[0]?.target).toBe('rest');
    expect(read({}, { target: 'http-1.0' }).apis[0]?.target).toBe('http-2.0');
  });
});

describe('the security of an operation', () => {
  test.each([
    ['nothing', undefined, {}, {}],
    ['an empty list', [], {}, {}],
    ['NONE, as SAM writes it', [{ NONE: [] }], {}, {}],
    ['an API key', [{ key: [] }], { key: KEY }, { apiKeyRequired: true }],
    ['signed requests', [{ iam: [] }], { iam: IAM }, { authorizer: 'AWS_IAM' }],
    ['an authorizer', [{ token: [] }], { token: TOKEN }, { authorizer: 'token' }],
    ['an authorizer and an API key', [{ token: [], key: [] }], { token: TOKEN, key: KEY }, { authorizer: 'token', apiKeyRequired: true }],
    ['both in two entries', [{ token: [] }, { key: [] }], { token: TOKEN, key: KEY }, { authorizer: 'token', apiKeyRequired: true }],
    ['scopes of a user pool', [{ pool: ['a/b'] }], { pool: POOL }, { authorizer: 'pool', scopes: ['a/b'] }],
    ['scopes that a token authorizer ignores', [{ token: ['a'] }], { token: TOKEN }, { authorizer: 'token' }],
    ['a scheme without an authorizer', [{ oidc: [] }], { oidc: { type: 'openIdConnect' } }, {}],
    [
      'scopes beside a key',
      [{ key: [] }, { pool: ['a'] }],
      { key: KEY, pool: POOL },
      { authorizer: 'pool', scopes: ['a'], apiKeyRequired: true },
    ],
    ['an authorizer that is called NONE', [{ NONE: [] }], { NONE: TOKEN }, { authorizer: 'NONE' }],
    ['a key in another header', [{ own: [] }], { own: { ...KEY, name: 'X-Key' } }, {}],
    ['a header that is no key', [{ own: [] }], { own: { ...KEY, type: 'http' } }, {}],
    ['credentials of another type', [{ own: [] }], { own: { ...IAM, 'x-amazon-apigateway-authtype': 'custom' } }, {}],
  ])('reads %s', (_, security, schemes, expected) => {
    const { route, unsupported } = secured(security, schemes);
    expect(unsupported).toEqual([]);
    expect(route).toEqual({ key: 'GET /a', integration: 'proxy', function: 'f', handler: 'f.handler', ...expected });
  });

  test.each([
    ['a scheme that the document does not have', [{ gone: [] }], {}],
    ['two authorizers', [{ token: [], pool: [] }], { token: TOKEN, pool: POOL }],
    ['an authorizer that a REST API does not have', [{ jwt: [] }], { jwt: authorizer({ type: 'jwt' }, 'A') }],
    ['an authorizer without settings', [{ odd: [] }], { odd: authorizer({}, 'A') }],
    ['a scheme that is a string', [{ odd: [] }], { odd: 'x' }],
    ['a scheme in another file', [{ odd: [] }], { odd: { $ref: 'other.yaml#/a' } }],
    ['a value that is no list', { token: [] }, { token: TOKEN }],
    ['an unknown scheme without scopes', [{ odd: null }], {}],
    ['a requirement that is null', [null], {}],
  ])('leaves a route out, and never open, for %s', (_, security, schemes) => {
    const { route, unsupported } = secured(security, schemes);
    expect(route).toBeUndefined();
    expect(unsupported.length).toBeGreaterThan(0);
  });

  test('is open without any requirement only', () => {
    const odd = fc.jsonValue({ maxDepth: 1 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
    const scheme = fc.oneof(fc.constantFrom(KEY, IAM, TOKEN, POOL), odd);
    const security = fc.oneof(
      fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue(), { minKeys: 1 }), { minLength: 1 }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(security, fc.dictionary(fc.constantFrom('a', 'b'), scheme), (written, schemes) => {
        fc.pre(!JSON.stringify([written, schemes]).includes('"__proto__"')); // a key that is refused
        const { route, optional, unsupported } = secured(written, schemes);
        const asksNothing = JSON.stringify(optional).includes('enforces nothing');
        const isOpen = route !== undefined && route.authorizer === undefined && route.apiKeyRequired === undefined;
        const isEmpty = written === null || (Array.isArray(written) && written.every((entry) => JSON.stringify(entry) === '{}'));
        if (isOpen && !asksNothing && unsupported.length === 0) expect(isEmpty).toBe(true);
      }),
    );
  });
});

describe('an integration', () => {
  test.each([
    ['proxy', PROXY, REST, { function: 'f', handler: 'f.handler' }],
    ['proxy', { ...PROXY, type: 'AWS_PROXY', timeoutInMillis: '900' }, REST, { function: 'f', handler: 'f.handler', timeoutInMillis: 900 }],
    ['proxy', { ...PROXY, responseTransferMode: 'STREAM' }, REST, { function: 'f', handler: 'f.handler', streaming: true }],
    ['proxy', { ...PROXY, payloadFormatVersion: '2.0' }, HTTP, { function: 'f', handler: 'f.handler', payloadVersion: '2.0' }],
    ['proxy', { type: 'aws_proxy', uri: ARN }, HTTP, { function: 'f', handler: 'f.handler', payloadVersion: '1.0' }],
    [
      'proxy',
      { type: 'aws_proxy', uri: { 'Fn::Sub': `${URI.replace(ARN, '$')}`.replace('$', '$' + '{f.Arn}') } },
      REST,
      { function: 'f', handler: 'f.handler' },
    ],
    ['mock', { type: 'mock' }, REST, { details: {} }],
    ['http-proxy', { type: 'http_proxy', uri: 'https://a.example' }, REST, { uri: 'https://a.example', details: {} }],
    [
      'http',
      { type: 'http', uri: 'https://a.example', httpMethod: 'GET' },
      REST,
      { uri: 'https://a.example', details: { httpMethod: 'GET' } },
    ],
    ['vpc-link', { type: 'http_proxy', connectionType: 'vpc_link', uri: 'https://a.example' }, REST, {}],
    ['aws-service', { type: 'aws', uri: 'arn:aws:apigateway:us-east-1:sqs:path/q' }, REST, {}],
    ['aws-service', { type: 'aws_proxy', integrationSubtype: 'SQS-SendMessage' }, HTTP, { payloadVersion: undefined }],
  ])('%s: %j', (integration, written, content, expected) => {
    const { route, unsupported } = integrated(written, content);
    expect(route).toEqual({ key: 'GET /a', integration, ...expected });
    expect(unsupported.length > 0).toBe(integration === 'vpc-link' || integration === 'aws-service');
  });

  test.each([
    ['without a type', {}, REST],
    ['of an unknown type', { type: 'magic' }, REST],
    ['that an HTTP API does not have', { type: 'mock' }, HTTP],
  ])('%s is reported, and its route is left out', (_, written, content) => {
    const { route, unsupported } = integrated(written, content);
    expect([route, unsupported.map(({ where }) => where)]).toEqual([undefined, ['paths./a.get']]);
  });

  test('may not map parameters on an HTTP API', () => {
    const { unsupported } = integrated({ ...PROXY, payloadFormatVersion: '2.0', requestParameters: { 'append:header.x': 'y' } }, HTTP);
    expect(unsupported).toMatchObject([{ where: 'paths./a.get.x-amazon-apigateway-integration.requestParameters' }]);
  });
});

describe('a reference', () => {
  test.each([
    [
      'to an integration',
      {
        paths: { '/a': { get: { 'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/i' } } } },
        components: { 'x-amazon-apigateway-integrations': { i: PROXY } },
      },
    ],
    [
      'to a path',
      {
        paths: { '/a': { $ref: '#/components/pathItems/~1a~01' } },
        components: { pathItems: { '/a~1': { get: { 'x-amazon-apigateway-integration': PROXY } } } },
      },
    ],
    [
      'to a reference',
      {
        paths: { '/a': { $ref: '#/x-one' } },
        'x-one': { $ref: '#/x-two' },
        'x-two': { get: { 'x-amazon-apigateway-integration': PROXY } },
      },
    ],
    ['with percent signs', { paths: { '/a': { $ref: '#/x-a%20b' } }, 'x-a b': { get: { 'x-amazon-apigateway-integration': PROXY } } }],
  ])('%s is followed', (_, content) => {
    const { apis, unsupported } = read({ ...REST, ...content });
    expect([apis[0]?.routes.map(({ key }) => key), unsupported]).toEqual([['GET /a'], []]);
  });

  test.each([['other.yaml#/a'], ['#/gone'], ['#/paths'.repeat(2)], ['#/paths/~1a'], ['#/constructor'], [5]])('%j is reported', ($ref) => {
    const { unsupported } = read({ ...REST, paths: { '/a': { $ref } } });
    expect(unsupported).toMatchObject([{ where: 'paths./a', line: 1 }]);
  });
});

describe('an OpenAPI document', () => {
  /** Places of objects that a reader reads, and a document that has them all. */
  const FULL = {
    ...REST,
    info: { title: 'a' },
    servers: [{ 'x-amazon-apigateway-endpoint-configuration': {} }],
    components: { securitySchemes: { token: TOKEN } },
    'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: {} },
    paths: { '/a': { get: { security: [{ token: [] }], 'x-amazon-apigateway-integration': PROXY } } },
  };
  const PLACES = [
    [],
    ['info'],
    ['servers', '0'],
    ['servers', '0', 'x-amazon-apigateway-endpoint-configuration'],
    ['components'],
    ['components', 'securitySchemes', 'token'],
    ['components', 'securitySchemes', 'token', 'x-amazon-apigateway-authorizer'],
    ['x-amazon-apigateway-gateway-responses', 'DEFAULT_4XX'],
    ['paths', '/a'],
    ['paths', '/a', 'get'],
    ['paths', '/a', 'get', 'x-amazon-apigateway-integration'],
  ];

  test.each(PLACES.map((place) => [place]))('reports an unknown key at %j', (place) => {
    const { unsupported } = read(withKey(FULL, place));
    expect(unsupported.map(({ where }) => where)).toEqual([[...place, 'unknownKey'].join('.')]);
  });

  test('is read or refused, whatever JSON it is, and each finding is at a key of it', () => {
    const keys = fc.constantFrom(
      'paths',
      'components',
      'security',
      '/a',
      'get',
      'x-amazon-apigateway-integration',
      'type',
      'uri',
      '$ref',
      'securitySchemes',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('mock', 'aws_proxy', URI, '#/paths', 5, null, true),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, value), fc.constantFrom('rest', 'http-2.0'), (content, target) => {
        const { apis, functions, ...findings } = read(content, { target });
        const deployment = { apis, functions, ...findings };
        expect(JSON.parse(JSON.stringify(deployment))).toEqual(deployment);
        for (const { where } of [...findings.unsupported, ...findings.optional])
          expect(JSON.stringify(content)).toContain(JSON.stringify(where.split('.')[0] ?? '').slice(1, -1));
      }),
    );
  });
});

function withKey(value: unknown, [first, ...rest]: readonly string[]): object {
  if (first === undefined) return { ...Object(value), unknownKey: 1 };
  const inner = withKey(Object(value)[first], rest);
  return Array.isArray(value) ? value.map((item, index) => (String(index) === first ? inner : item)) : { ...Object(value), [first]: inner };
}
