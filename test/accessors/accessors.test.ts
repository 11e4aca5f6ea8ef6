import {
  BodyError,
  bodyBytes,
  bodyJson,
  bodyText,
  buildEvents,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  claims,
  cookies,
  type EventInit,
  header,
  headerList,
  method,
  path,
  query,
  type RequestEvent,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const everywhere = (init: EventInit): RequestEvent[] => Object.values(buildEvents(init));

describe('method', () => {
  test('is the concrete one behind ANY', () => {
    expect(method(buildHttpEvent({ route: 'ANY /{proxy+}', method: 'PATCH', path: '/a' }))).toBe('PATCH');
  });
});

describe('path', () => {
  const customDomain = { domainName: 'api.example.com', basePath: 'orders/v1' };

  test.each<[string, RequestEvent, string]>([
    ['a REST API', buildRestEvent({ path: '/a%20b' }), '/a b'],
    ['a REST API behind a custom domain', buildRestEvent({ route: 'GET /a/{id}', path: '/a/1', customDomain }), '/a/1'],
    [
      'a REST API with the stage in the path of its domain',
      buildRestEvent({ path: '/a/', customDomain: { ...customDomain, stageInPath: true } }),
      '/a/',
    ],
    ['the root of a REST API behind a custom domain', buildRestEvent({ path: '/', customDomain }), '/'],
    ['a console test', buildRestEvent({ path: '/a', testInvoke: true }), '/a'],
    ['payload 1.0 in a named stage', buildHttpEventV1({ path: '/a%20b', stage: 'dev' }), '/a b'],
    ['payload 1.0 behind a custom domain', buildHttpEventV1({ route: 'GET /a', path: '/a', customDomain }), '/a'],
    ['payload 2.0 in a named stage', buildHttpEvent({ path: '/a%20b', stage: 'dev' }), '/a b'],
    ['payload 2.0 in a named stage, by a route', buildHttpEvent({ route: 'GET /a/{rest+}', path: '/a/b/', stage: 'dev' }), '/a/b/'],
    ['the root of a named stage', buildHttpEvent({ path: '/', stage: 'dev' }), '/'],
    ['a stage whose name starts another', buildHttpEvent({ path: '/device', stage: 'dev' }), '/device'],
    ['a path that starts like the stage', buildHttpEvent({ path: '/dev/a', stage: 'dev' }), '/dev/a'],
    ['a function URL', buildFunctionUrlEvent({ path: '/a%20b' }), '/a b'],
  ])('is without stage and base path: %s', (_, event, expected) => {
    expect(path(event)).toBe(expected);
  });

  test('is what the event says where it was written by hand, and lacks what AWS sends', () => {
    expect(path({ ...buildRestEvent({ path: '/a/b' }), pathParameters: null })).toBe('/a/b');
    expect(query({ ...buildRestEvent({ query: 'a=1' }), multiValueQueryStringParameters: null }).get('a')).toBe('1');
    expect(header({ ...buildRestEvent({ headers: { 'X-A': '1' } }), multiValueHeaders: null }, 'x-a')).toBe('1');
  });

  test('needs to be told the base path where only $default matched', () => {
    const event = buildHttpEventV1({ path: '/a', customDomain });
    expect(path(event)).toBe('/orders/v1/a');
    expect(path(event, 'orders/v1')).toBe('/a');
  });
});

describe('header', () => {
  test.each(['ACCEPT', 'accept', 'Accept'])('finds %s, all values, in every payload format', (name) => {
    for (const event of everywhere({ headers: { Accept: ['text/html', 'image/*'] } }))
      expect(header(event, name)).toBe('text/html,image/*');
  });

  test('is undefined without one, and for the name of a method of objects', () => {
    for (const event of everywhere({})) expect([header(event, 'x-none'), header(event, 'valueOf')]).toEqual([undefined, undefined]);
  });

  test('finds the cookies where the payload format has moved them', () => {
    for (const event of everywhere({ headers: { Cookie: 'a=1; b=2' } })) expect(header(event, 'cookie')).toBe('a=1; b=2');
  });
});

describe('headerList', () => {
  test.each([
    ['a, b ,c', ['a', 'b', 'c']],
    ['"a, b", W/"c"', ['"a, b"', 'W/"c"']],
    ['"a \\", b"', ['"a \\", b"']],
    ['a,, ,b', ['a', 'b']],
    ['"open', ['"open']],
  ])('splits %j at its commas', (value, expected) => {
    for (const event of everywhere({ headers: { 'X-List': value } })) expect(headerList(event, 'x-list')).toEqual(expected);
  });
});

describe('cookies', () => {
  test.each<[string, [string, string][]]>([
    ['a=1; a=2', [['a', '1']]],
    [
      'a="b c"; d=%C3%A9; e=%ff',
      [
        ['a', 'b c'],
        ['d', 'é'],
        ['e', '%ff'],
      ],
    ],
    ['a; =b; c=', [['c', '']]],
    ['__proto__=x', [['__proto__', 'x']]],
  ])('reads %j', (text, expected) => {
    for (const event of everywhere({ headers: { Cookie: text } })) expect([...cookies(event)]).toEqual(expected);
  });
});

describe('bodyJson', () => {
  test('is the value, text or base64, and undefined without a body', () => {
    for (const event of everywhere({ json: { a: [1] } })) expect(bodyJson(event)).toEqual({ a: [1] });
    for (const event of everywhere({ body: '[1]', headers: { 'Content-Type': 'application/x-json' } }))
      expect(bodyJson(event)).toEqual([1]);
    for (const event of everywhere({}))
      expect([bodyJson(event), bodyText(event), bodyBytes(event)]).toEqual([undefined, undefined, undefined]);
  });

  test.each<[BodyError['code'], string]>([
    ['not-json', '{'],
    ['prototype-key', '{"a":[{"__proto__":{"admin":true}}]}'],
    ['prototype-key', '{"\\u005f_proto__":1}'],
    ['prototype-key', '{"\\u005F\\u005fproto\\u005f_":1}'],
  ])('refuses as %s: %s', (code, body) => {
    for (const event of everywhere({ body, headers: { 'Content-Type': 'application/json' } })) {
      expect(() => bodyJson(event)).toThrow(expect.objectContaining({ code, status: 400 }));
    }
  });

  test('minds neither the text __proto__ nor deep nesting', () => {
    const body = `${'['.repeat(100_000)}"__proto__"${']'.repeat(100_000)}`;
    expect(bodyJson(buildHttpEvent({ body, headers: { 'Content-Type': 'application/json' } }))).toHaveLength(1);
  });
});

describe('bodyText', () => {
  const event = (body: Uint8Array, type: string): RequestEvent =>
    buildHttpEvent({ method: 'POST', body, headers: { 'Content-Type': type } });

  test('decodes by the charset', () => {
    expect(bodyText(event(new Uint8Array([0xe9]), 'application/x-www-form-urlencoded; charset=iso-8859-1'))).toBe('é');
  });

  test.each<[BodyError['code'], 400 | 415, RequestEvent]>([
    ['not-text', 400, event(new Uint8Array([0xff]), 'application/octet-stream')],
    ['unknown-charset', 415, event(new Uint8Array([1]), 'application/octet-stream; charset=none')],
    ['not-base64', 400, { ...buildHttpEvent(), body: '*', isBase64Encoded: true }],
  ])('refuses as %s', (code, status, refused) => {
    expect(() => bodyText(refused)).toThrow(BodyError);
    expect(() => bodyText(refused)).toThrow(expect.objectContaining({ code, status }));
  });
});

describe('claims', () => {
  const sub = { sub: 'ada' };

  test.each<[string, RequestEvent]>([
    ['Cognito on REST', buildRestEvent({ authorizer: { cognito: { claims: sub } } })],
    ['JWT with payload 1.0', buildHttpEventV1({ authorizer: { jwt: { claims: sub } } })],
    ['JWT with payload 2.0', buildHttpEvent({ authorizer: { jwt: { claims: sub } } })],
  ])('are those of %s', (_, event) => {
    expect(claims(event)).toEqual(sub);
  });

  test.each<[string, RequestEvent]>([
    ['no authorizer', buildRestEvent()],
    ['a Lambda authorizer', buildHttpEvent({ authorizer: { lambda: { context: { claims: 'x' } } } })],
    ['a flat context with that name', buildRestEvent({ authorizer: { lambda: { context: { claims: 'x' } } } })],
    ['a Lambda authorizer without context', buildHttpEventV1({ authorizer: { lambda: {} } })],
    ['IAM', buildFunctionUrlEvent({ authorizer: { iam: {} } })],
  ])('are undefined with %s', (_, event) => {
    expect(claims(event)).toBeUndefined();
  });
});
