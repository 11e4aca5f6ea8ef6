import { detectEvent, findRoute, type Gateway, type HttpRequest, path, type Target, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { query } from '../characters.js';
import { frozen } from '../frozen.js';

const REST_KEYS = [
  'resource',
  'path',
  'httpMethod',
  'headers',
  'multiValueHeaders',
  'queryStringParameters',
  'multiValueQueryStringParameters',
  'pathParameters',
  'stageVariables',
  'requestContext',
  'body',
  'isBase64Encoded',
];

function get(target: string, headers: HttpRequest['headers'] = []): HttpRequest {
  return { method: 'GET', target, headers };
}

describe('toEvent', () => {
  test.each<[Target, RegExp]>([
    ['rest', /^rest$/],
    ['http-1.0', /^http-1.0$/],
    ['http-2.0', /^http-2.0$/],
    ['function-url', /^function-url$/],
    ['websocket', /^websocket-(connect|message|disconnect)$/],
  ])('returns a complete %s event for every request, and does not change its arguments', (target, kind) => {
    fc.assert(
      fc.property(exchange(target).map(frozen), ({ request, gateway }) => {
        expect(detectEvent(toEvent(request, gateway))).toMatch(kind);
      }),
    );
  });

  test.each<Target>(['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'])(
    'returns the same %s event for the same request, and only JSON values',
    (target) => {
      fc.assert(
        fc.property(exchange(target), ({ request, gateway }) => {
          const event = toEvent(request, gateway);
          expect(JSON.parse(JSON.stringify(event))).toEqual(toEvent(request, gateway));
        }),
      );
    },
  );

  test('returns the same data in both payload formats of an HTTP API', () => {
    fc.assert(
      fc.property(exchange('http-2.0'), ({ request, gateway }) => {
        const v2 = toEvent(request, gateway);
        const v1 = toEvent(request, { ...gateway, target: 'http-1.0' });
        expect(v2.body ?? null).toBe(v1.body);
        expect(v2.isBase64Encoded).toBe(v1.isBase64Encoded);
        expect(v2.requestContext.timeEpoch).toBe(v1.requestContext.requestTimeEpoch);
        expect(v2.requestContext.time).toBe(v1.requestContext.requestTime);
        expect(v2.requestContext.http.sourceIp).toBe(v1.requestContext.identity.sourceIp);
        const joined = Object.entries(v1.multiValueQueryStringParameters ?? {}).map(([name, values]) => [name, values?.join(',')]);
        expect(Object.entries(v2.queryStringParameters ?? {})).toEqual(joined);
      }),
    );
  });

  test('returns the same data for REST and HTTP APIs, except for known differences', () => {
    fc.assert(
      fc.property(exchange('rest'), ({ request, gateway }) => {
        // A semicolon splits the query of a REST API. An encoded slash or question mark ends a segment on an HTTP API.
        fc.pre(!/;.*$|%2F|%3F/is.test(request.target));
        const rest = toEvent(request, gateway);
        const http = toEvent(request, { ...gateway, target: 'http-1.0', stage: rest.requestContext.stage });
        expect(http.path).toBe(rest.requestContext.path);
        expect(http.httpMethod).toBe(rest.httpMethod);
        expect(http.resource.startsWith('/')).toBe(gateway.route !== undefined);
        expect(http.queryStringParameters).toEqual(rest.queryStringParameters);
        expect(http.multiValueQueryStringParameters).toEqual(rest.multiValueQueryStringParameters);
        expect(http.stageVariables).toEqual(rest.stageVariables);
        expect(http.requestContext.identity.sourceIp).toBe(rest.requestContext.identity.sourceIp);
        expect(http.requestContext.requestTime).toBe(rest.requestContext.requestTime);
        expect(http.body === null).toBe(rest.body === null);
      }),
    );
  });

  test('parses the query as the URL standard parses a form', () => {
    fc.assert(
      fc.property(fc.oneof(query, fc.string({ unit: 'binary-ascii' })), (query) => {
        const { multiValueQueryStringParameters } = toEvent(get(`/x?${query}`), { target: 'http-1.0' });
        const pairs = new Map<string, string[]>();
        // The '&' stops URLSearchParams from dropping a '?' at the start of the first name.
        for (const [name, value] of new URLSearchParams(`&${query}`)) pairs.set(name, [...(pairs.get(name) ?? []), value]);
        // Objects put keys that look like array indices first, so the order is not compared.
        expect(new Map(Object.entries(multiValueQueryStringParameters ?? {}))).toEqual(pairs);
      }),
    );
  });

  test('keeps commas in header values', () => {
    const request = get('/prod/x', [
      ['X-List', 'a, b'],
      ['X-List', 'c'],
    ]);
    expect(toEvent(request, { target: 'rest' }).multiValueHeaders?.['X-List']).toEqual(['a, b', 'c']);
    expect(toEvent(request, { target: 'rest' }).headers?.['X-List']).toBe('c');
    expect(toEvent(request, { target: 'http-2.0' }).headers['x-list']).toBe('a, b,c');
  });

  test('orders the keys of a REST event as AWS does', () => {
    expect(Object.keys(toEvent(get('/prod/x'), { target: 'rest' }))).toEqual(REST_KEYS);
  });

  test.each(['', ';', ' ; '])('has no cookies in payload 2.0 if the Cookie header is %j', (cookie) => {
    expect(toEvent(get('/', [['Cookie', cookie]]), { target: 'http-2.0' })).not.toHaveProperty('cookies');
  });

  test('omits empty fields in payload 2.0', () => {
    const event = toEvent(get('/x'), { target: 'http-2.0' });
    expect(Object.keys(event)).toEqual([
      'version',
      'routeKey',
      'rawPath',
      'rawQueryString',
      'headers',
      'requestContext',
      'isBase64Encoded',
    ]);
  });

  test.each([
    ['__proto__=1&constructor=2', { ['__proto__']: '1', constructor: '2' }],
    ['a=1&a=2', { a: '2' }],
    ['flag&empty=&plus=a+b&pct=a%2Bb', { flag: '', empty: '', plus: 'a b', pct: 'a+b' }],
    ['a=1;b=2;c', { a: '1', b: '2', c: '' }],
    ['a=1%3Bb=2', { a: '1;b=2' }],
    ['?q=1', { '?q': '1' }],
  ])('parses the query %s', (query, expected) => {
    const { queryStringParameters } = toEvent(get(`/prod/x?${query}`), { target: 'rest' });
    expect(Object.entries(queryStringParameters ?? {})).toEqual(Object.entries(expected));
  });

  test.each(['http-1.0', 'http-2.0'] as const)('gives %s one decoded path, in the context, the parameters and path()', (target) => {
    const segment = fc.string({ unit: fc.constantFrom('a', '%2F', '%3F', '%23', '%25', '%252F', '+', '%C3%A9', '/'), maxLength: 5 });
    fc.assert(
      fc.property(segment, segment, (first, rest) => {
        const route = findRoute(get(`/${first}/${rest}`), ['/{first}/{rest+}', '/{first}', '$default'], { target }) ?? '$default';
        const event = toEvent(get(`/${first}/${rest}`), { target, route });
        const context = 'http' in event.requestContext ? event.requestContext.http.path : event.requestContext.path;
        const { first: one, rest: others } = event.pathParameters ?? {};
        const parts = others === undefined ? [one] : [one, others];
        if ('rawPath' in event) expect(event.rawPath).toBe(context);
        expect(path(event)).toBe(context.replace(/^\/*/, '/'));
        if (one !== undefined) expect(context).toBe(`/${parts.join('/')}`);
      }),
    );
  });

  test.each([
    ['/users/7', 'GET /users/{id}', '/users/{id}'],
    ['/a/b', undefined, '/{proxy+}'],
    ['/', undefined, '/'],
  ])('gives a console test of %s with the route %s the context path %s', (target, route, expected) => {
    const event = toEvent(get(target), { target: 'rest', testInvoke: true, ...(route !== undefined && { route }) });
    expect([event.path, event.requestContext.path, event.requestContext.resourcePath]).toEqual([target, expected, expected]);
  });

  test('removes the stage and the slashes around it', () => {
    const at = (target: string): (string | undefined)[] => {
      const { path, requestContext } = toEvent(get(target), { target: 'rest' });
      return [path, requestContext.path];
    };
    expect(at('/prod')).toEqual(['/', '/prod']);
    expect(at('/prod/')).toEqual(['/', '/prod/']);
    expect(at('//prod/a')).toEqual(['/a', '/prod/a']);
    expect(at('/prod//a//b')).toEqual(['/a//b', '/prod//a//b']);
  });

  test.each<[string, HttpRequest, Gateway, string]>([
    ['a path without the stage', get('/users'), { target: 'rest' }, 'stage-not-in-path'],
    ['a path that only starts like the stage', get('/production/users'), { target: 'rest' }, 'stage-not-in-path'],
    ['a path beside the route', get('/prod/users'), { target: 'rest', route: '/orders' }, 'route-mismatch'],
    ['a method beside the route', get('/prod/users'), { target: 'rest', route: 'POST /users' }, 'route-mismatch'],
    [
      'a path without the base path',
      get('/x'),
      { target: 'http-2.0', customDomain: { domainName: 'd', basePath: 'b' } },
      'base-path-not-in-path',
    ],
  ])('throws a GatewayError for %s', (_, request, gateway, code) => {
    expect(() => toEvent(request, gateway)).toThrow(expect.objectContaining({ name: 'GatewayError', code }));
  });

  test('keeps every byte of a binary body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (body) => {
        const event = toEvent({ ...get('/x'), body }, { target: 'http-2.0' });
        expect(event.isBase64Encoded).toBe(true);
        expect([...Buffer.from(event.body ?? '', 'base64')]).toEqual([...body]);
      }),
    );
  });

  test.each<[Gateway['ids'], Gateway['target'], string, string | undefined]>([
    [{ requestId: 'mine' }, 'http-1.0', 'mine', 'mine'],
    [{ requestId: 'mine' }, 'http-2.0', 'mine', undefined],
    [{ requestId: 'mine' }, 'websocket', 'mine', 'mine'],
    [{ requestId: 'a', extendedRequestId: 'b' }, 'http-1.0', 'b', 'b'],
    [{ requestId: 'a', extendedRequestId: 'b' }, 'rest', 'a', 'b'],
    [{ requestId: 'mine' }, 'function-url', 'mine', undefined],
  ])('uses the ids %j on %s', (ids, target, requestId, extended) => {
    const { requestContext } = toEvent(get(target === 'rest' ? '/prod/x' : '/x'), { target, ids: ids ?? {} });
    expect(requestContext.requestId).toBe(requestId);
    expect('extendedRequestId' in requestContext ? requestContext.extendedRequestId : undefined).toBe(extended);
  });

  const API_HOST = 'abcde12345.execute-api.eu-west-1.amazonaws.com';
  const URL_HOST = 'abcde12345.lambda-url.eu-west-1.on.aws';
  const DEFAULT_API = { domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', apiId: 'a1b2c3d4e5' };
  const DEFAULT_URL_ID = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6';
  const DEFAULT_URL = { domainName: `${DEFAULT_URL_ID}.lambda-url.us-east-1.on.aws`, apiId: DEFAULT_URL_ID };

  test.each<[string, Target, Partial<Gateway>, { domainName: string; apiId: string }]>([
    [API_HOST, 'rest', {}, { domainName: API_HOST, apiId: 'abcde12345' }],
    [`${API_HOST}:443`, 'http-2.0', {}, { domainName: API_HOST, apiId: 'abcde12345' }],
    [API_HOST.toUpperCase(), 'websocket', {}, { domainName: API_HOST, apiId: 'abcde12345' }],
    [`${API_HOST}.`, 'http-1.0', {}, { domainName: API_HOST, apiId: 'abcde12345' }],
    [URL_HOST, 'function-url', {}, { domainName: URL_HOST, apiId: 'abcde12345' }],
    ['abc.lambda-url.eu-west-1.amazonaws.com', 'function-url', {}, { domainName: 'abc.lambda-url.eu-west-1.amazonaws.com', apiId: 'abc' }],
    ...['abc-vpce-0bc7.execute-api.eu-west-1.amazonaws.com', 'abc.execute-api.eusc-de-east-1.amazonaws.eu'].map(
      (domainName): [string, Target, Partial<Gateway>, { domainName: string; apiId: string }] => [
        domainName,
        'rest',
        {},
        { domainName, apiId: 'abc' },
      ],
    ),
    // A custom domain doesn't contain the id of the API.
    ['api.example.com:8443', 'rest', {}, { domainName: 'api.example.com', apiId: 'a1b2c3d4e5' }],
    [`${API_HOST}.evil.example`, 'http-2.0', {}, { domainName: `${API_HOST}.evil.example`, apiId: 'a1b2c3d4e5' }],
    // Other AWS host names are ignored, and so are custom domains for a function URL.
    [API_HOST, 'function-url', {}, DEFAULT_URL],
    [URL_HOST, 'http-2.0', {}, DEFAULT_API],
    ['api.example.com', 'function-url', {}, DEFAULT_URL],
    ['d111111abcdef8.cloudfront.net', 'rest', {}, DEFAULT_API],
    ['d-abc.execute-api.eu-west-1.amazonaws.com', 'rest', {}, DEFAULT_API],
    // Addresses are ignored.
    ['127.0.0.1:3000', 'rest', {}, DEFAULT_API],
    ['localhost:3000', 'http-2.0', {}, DEFAULT_API],
    ['[::1]:3000', 'http-2.0', {}, DEFAULT_API],
    [`${'a.'.repeat(200)}example`, 'rest', {}, DEFAULT_API],
    ['a b.example', 'rest', {}, DEFAULT_API],
    // The settings take precedence.
    [API_HOST, 'http-2.0', { customDomain: { domainName: 'a.example' } }, { domainName: 'a.example', apiId: 'a1b2c3d4e5' }],
    ['api.example.com', 'rest', { domainName: 'b.example' }, { domainName: 'b.example', apiId: 'a1b2c3d4e5' }],
    [API_HOST, 'rest', { apiId: 'mine' }, { domainName: API_HOST, apiId: 'mine' }],
  ])('reads the host %s on %s with the settings %j', (host, target, settings, expected) => {
    const request = get(target === 'rest' ? '/prod/x' : '/x', [['Host', host]]);
    const event = toEvent(request, { target, ...settings } as Gateway<Exclude<Target, 'websocket'>>);
    const { domainName, apiId, domainPrefix = domainName.split('.')[0] } = event.requestContext;
    expect({ domainName, apiId, domainPrefix }).toEqual({ ...expected, domainPrefix: expected.domainName.split('.')[0] });
  });

  test.each([API_HOST, 'api.example.com', 'abc.lambda-url.eu-west-1.api.aws', 'localhost'])(
    'returns the event of a function URL for any host: %s',
    (host) => {
      expect(detectEvent(toEvent(get('/x', [['Host', host]]), { target: 'function-url' }))).toBe('function-url');
    },
  );

  test('ignores stages, custom domains and stage variables for a function URL', () => {
    const customDomain = { domainName: 'api.example.com', basePath: 'v1' };
    const event = toEvent(get('/x'), { target: 'function-url', stage: 'dev', stageVariables: { a: '1' }, customDomain });
    expect(detectEvent(event)).toBe('function-url');
    expect(event).toMatchObject({ rawPath: '/x', requestContext: { stage: '$default', http: { path: '/x' } } });
    expect(event).not.toHaveProperty('stageVariables');
  });

  test.each<[Target, boolean]>([
    ['rest', true],
    ['http-1.0', true],
    ['websocket', true],
    ['http-2.0', false],
  ])('rejects a nested authorizer context on %s: %s', (target, refuses) => {
    const gateway: Gateway = { target, authorizer: { lambda: { context: { a: { b: 1 } } } } };
    const translate = () => toEvent(get('/prod/x'), gateway);
    if (refuses) expect(translate).toThrow(expect.objectContaining({ code: 'nested-authorizer-context' }));
    else expect(translate().requestContext.authorizer).toEqual({ lambda: { a: { b: 1 } } });
  });

  test('drops reserved and undefined keys of an authorizer context', () => {
    const authorizer = { lambda: { context: { claims: 'mine', a: 1, none: undefined } } };
    const v1 = toEvent(get('/x'), { target: 'http-1.0', authorizer });
    expect(v1.requestContext.authorizer).toStrictEqual({ claims: null, scopes: null, a: 1 });
    const v2 = toEvent(get('/x'), { target: 'http-2.0', authorizer });
    expect(v2.requestContext.authorizer).toStrictEqual({ lambda: { claims: 'mine', a: 1 } });
  });

  test('appends its addresses to those that the client sent', () => {
    const headers: HttpRequest['headers'] = [
      ['x-forwarded-for', '9.9.9.9'],
      ['X-Forwarded-For', '8.8.8.8'],
      ['Via', '1.1 a'],
    ];
    const event = toEvent(get('/prod/x', headers), { target: 'rest', endpointType: 'EDGE' });
    expect(event.headers?.['X-Forwarded-For']).toMatch(/^9\.9\.9\.9, 8\.8\.8\.8, 203\.0\.113\.1, /);
    expect(event.headers?.['Via']).toMatch(/^1\.1 a, 1\.1 .+ \(CloudFront\)$/);
  });

  test.each<[Gateway, HttpRequest['httpVersion'], string]>([
    [{ target: 'rest', endpointType: 'EDGE' }, '1.1', 'Authorization'],
    [{ target: 'rest', endpointType: 'EDGE' }, '2', 'Authorization'],
    [{ target: 'rest' }, '1.1', 'authorization'],
    [{ target: 'http-1.0', endpointType: 'EDGE' }, '1.1', 'authorization'],
    [{ target: 'websocket', route: '$connect', endpointType: 'EDGE' }, '1.1', 'authorization'],
  ])('capitalizes headers as CloudFront does: %j over HTTP/%s', (gateway, httpVersion, name) => {
    const event = toEvent({ ...get('/prod/x', [['authorization', 'x']]), httpVersion: httpVersion ?? '1.1' }, gateway);
    expect('headers' in event ? event.headers : undefined).toHaveProperty([name], 'x');
  });

  test.each<[Target, string, string]>([
    ['rest', 'http://h.example/prod/x?a=1', '/x'],
    ['http-2.0', 'HTTPS://h.example/x?a=1', '/x'],
    ['http-2.0', 'http://h.example?a=1', '/'],
    ['http-2.0', '*', '/*'],
  ])('finds the path on %s in %s', (target, line, expected) => {
    const event = toEvent(get(line), { target });
    expect('rawPath' in event ? event.rawPath : 'path' in event ? event.path : undefined).toBe(expected);
  });

  test('uses the certificate in the settings, otherwise that of the connection', () => {
    const clientCert = {
      clientCertPem: 'pem',
      subjectDN: 'CN=a',
      issuerDN: 'CN=b',
      serialNumber: '1',
      validity: { notBefore: 'x', notAfter: 'y' },
    };
    const request = { ...get('/x'), clientCert };
    expect(toEvent(request, { target: 'http-2.0' }).requestContext.authentication).toEqual({ clientCert });
    const other = { ...clientCert, subjectDN: 'CN=c' };
    expect(toEvent(request, { target: 'http-1.0', clientCert: other }).requestContext.identity.clientCert).toEqual(other);
  });
});
