import { toEvent } from 'apigw-proxy';
import { exchange, gateway, httpRequest, refusedResult, result } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// What the arbitraries draw and what they never draw, from draws that are always the same.

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] as const;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9-]{0,12}$/;
const FIELD_VALUE = /^[!-~](?:[ -~]{0,20}[!-~])?$/;

function draw<T>(arbitrary: fc.Arbitrary<T>, numRuns = 400): T[] {
  return fc.sample(arbitrary, { seed: 1, numRuns });
}

const distinct = (values: readonly unknown[]): unknown[] => [...new Set(values)].sort();
const most = (values: readonly { readonly length: number }[]): number => Math.max(...values.map(({ length }) => length));
const least = (values: readonly { readonly length: number }[]): number => Math.min(...values.map(({ length }) => length));
const keysOf = (values: readonly object[]): unknown[] => distinct(values.flatMap((value) => Object.keys(value)));

describe('httpRequest', () => {
  const requests = draw(httpRequest());
  const targets = requests.map(({ target }) => target);
  const fields = requests.flatMap(({ headers }) => headers);

  test('draws every method', () => {
    expect(distinct(requests.map(({ method }) => method))).toEqual(
      ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PURGE'].sort(),
    );
  });

  test('draws up to four segments, and up to four parameters', () => {
    const paths = targets.map((target) => target.split('?', 1)[0]?.split('/').slice(1) ?? []);
    expect([least(paths), most(paths)]).toEqual([1, 4]);
    expect(most(paths.flat().filter((segment) => !segment.includes('%')))).toBe(8);
    expect(targets).toContain('/');
    const queries = targets.filter((target) => target.includes('?')).map((target) => target.slice(target.indexOf('?') + 1).split('&'));
    expect(queries.length).toBeGreaterThan(200);
    expect(queries.length).toBeLessThan(400);
    expect(most(queries)).toBeGreaterThanOrEqual(4);
    const parts = queries.flat();
    for (const wanted of ['', /^[^=%]+$/, /^%[^=]*=%[^=]*$/, /=.*=/]) expect(parts).toContainEqual(expect.stringMatching(wanted));
  });

  test('draws only targets that a client can send', () => {
    for (const target of targets)
      expect(target).toMatch(
        /^(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2})*)+(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*)?$/,
      );
    const texts = decodeURIComponent(targets.map((target) => target.replace(/\?.*/, '')).join(''));
    for (const character of ' %+&=#?/\\"<>{}|^`\t\u007fäßéÅ日本語ΩЖ🙂👩🏽‍🚀\u0301') expect(texts).toContain(character);
    expect(texts).toMatch(/[\u{20000}-\u{10ffff}]/u);
  });

  test('draws the headers that gateways treat specially, and others', () => {
    const known = Object.entries({
      Host: 'api.example.com',
      'User-Agent': 'client/1.0',
      Accept: 'text/html, application/json;q=0.9',
      Cookie: 'session=abc; theme=dark',
      Connection: 'keep-alive',
      'Content-Type': 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'X-Forwarded-For': '192.0.2.1',
      Authorization: 'Bearer abc',
      'X-Amzn-Trace-Id': 'Root=1-5759e988-bd862e3fe1be46a994272793',
    });
    for (const field of [...known, ['Content-Type', 'image/png']]) expect(fields).toContainEqual(field);
    const names = fields.map(([name]) => name).filter((name) => !['X-Forwarded-For', 'X-Amzn-Trace-Id'].includes(name));
    const values = fields.filter(([name]) => names.includes(name)).map(([, value]) => value);
    expect([least(names), most(names)]).toEqual([1, 13]);
    for (const name of names) expect(name).toMatch(FIELD_NAME);
    const others = values.filter((value) => !known.some(([, each]) => each === value));
    expect([least(others), most(others) > 10]).toEqual([1, true]);
    for (const value of others) expect(value).toMatch(FIELD_VALUE);
    expect(others).toContainEqual(expect.stringContaining(' '));
  });

  test('draws none to eight headers, with names that repeat, but one Host', () => {
    const lists = requests.map(({ headers }) => headers.map(([name]) => name));
    expect([least(lists), most(lists)]).toEqual([0, 8]);
    const hosts = lists.map((names) => names.filter((name) => name === 'Host'));
    expect([least(hosts), most(hosts)]).toEqual([0, 1]);
    expect(lists.some((names) => names.filter((name) => name === 'Content-Type').length > 1)).toBe(true);
  });

  test('draws bodies of up to 64 bytes, addresses of both versions, and both protocols', () => {
    const bodies = requests.flatMap(({ body }) => body ?? []);
    expect([least(bodies), most(bodies) > 5, most(bodies) <= 64]).toEqual([0, true, true]);
    const addresses = requests.flatMap(({ sourceIp }) => sourceIp ?? []);
    for (const wanted of [/^\d+\.\d+\.\d+\.\d+$/, /^[0-9a-f:]+:[0-9a-f.:]*$/])
      expect(addresses).toContainEqual(expect.stringMatching(wanted));
    expect(distinct(requests.flatMap(({ httpVersion }) => httpVersion ?? []))).toEqual(['1.1', '2']);
  });

  test('leaves out what a request may leave out', () => {
    const counts = Object.fromEntries(
      keysOf(requests).map((key) => [key, requests.filter((request) => Object.hasOwn(request, `${key}`)).length]),
    );
    expect(counts).toMatchObject({ method: 400, target: 400, headers: 400 });
    expect(Object.keys(counts)).toHaveLength(6);
    for (const key of ['body', 'sourceIp', 'httpVersion']) expect([counts[key], key]).not.toEqual([400, key]);
  });

  test('keeps to its constraints', () => {
    const path = fc.constant('/a%20b');
    const drawn = draw(httpRequest({ pathPrefix: '/prod', path, methods: ['LINK'], maxBodyLength: 2 }), 100);
    expect(distinct(drawn.map(({ method }) => method))).toEqual(['LINK']);
    expect(distinct(drawn.map(({ target }) => target.replace(/\?.*/, '')))).toEqual(['/prod/a%20b']);
    expect(most(drawn.flatMap(({ body }) => body ?? []))).toBe(2);
  });
});

describe('gateway', () => {
  const SETTINGS = {
    rest: ['apiKey', 'authorizer', 'binaryMediaTypes', 'clientCert', 'endpointType', 'now', 'stage', 'stageVariables', 'target'],
    'http-1.0': ['authorizer', 'clientCert', 'now', 'stage', 'stageVariables', 'target'],
    'http-2.0': ['authorizer', 'clientCert', 'now', 'stage', 'stageVariables', 'target'],
    websocket: ['apiKey', 'authorizer', 'now', 'stage', 'stageVariables', 'target'],
    'function-url': ['authorizer', 'now', 'stage', 'target'],
  };
  const STAGES = {
    rest: ['dev', 'prod', 'v1'],
    'http-1.0': ['$default', 'dev'],
    'http-2.0': ['$default', 'dev'],
    websocket: ['dev', 'prod'],
    'function-url': ['$default'],
  };
  const AUTHORIZERS = {
    rest: ['cognito', 'iam', 'lambda'],
    'http-1.0': ['iam', 'jwt', 'lambda'],
    'http-2.0': ['iam', 'jwt', 'lambda'],
    websocket: ['lambda'],
    'function-url': ['iam'],
  };

  test.each(TARGETS)('draws every setting of %s, and leaves out any', (target) => {
    const drawn = draw(gateway(target), 200);
    expect(keysOf(drawn)).toEqual(SETTINGS[target]);
    expect(distinct(drawn.map((each) => each.target))).toEqual([target]);
    for (const key of SETTINGS[target])
      expect(
        drawn.every((each) => Object.hasOwn(each, key)),
        key,
      ).toBe(key === 'target');
    expect(distinct(drawn.flatMap(({ stage }) => stage ?? []))).toEqual(STAGES[target]);
    expect(keysOf(drawn.flatMap(({ authorizer }) => authorizer ?? []))).toEqual(AUTHORIZERS[target]);
    const times = drawn.flatMap(({ now }) => (now ? [now()] : []));
    for (const time of times) expect(new Date(Number(time)).getUTCFullYear()).toBeLessThan(2101);
  });

  const rest = draw(gateway('rest'));
  const jwts = draw(gateway('http-2.0')).flatMap(({ authorizer }) => (authorizer && 'jwt' in authorizer ? authorizer.jwt : []));

  test('draws a context, claims and scopes of every shape', () => {
    const lambdas = rest.flatMap(({ authorizer }) => (authorizer && 'lambda' in authorizer ? authorizer.lambda : []));
    const contexts = lambdas.map(({ context }) => context);
    expect(contexts).toContain(null);
    expect([...new Set(contexts.flatMap((context) => Object.values(context ?? {})).map((value) => typeof value))].sort()).toEqual([
      'boolean',
      'number',
      'string',
    ]);
    expect(most(contexts.map((context) => Object.keys(context ?? {})))).toBe(3);
    for (const { principalId } of lambdas) expect(principalId).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,7}$/);
    expect(most(lambdas.map(({ principalId = '' }) => principalId))).toBe(8);
    const cognito = rest.flatMap(({ authorizer }) => (authorizer && 'cognito' in authorizer ? authorizer.cognito : []));
    expect(most(cognito.map(({ claims }) => Object.keys(claims)))).toBe(3);
    const scopes = jwts.flatMap((jwt) => jwt.scopes ?? []);
    expect(scopes).toContainEqual(expect.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,7}$/));
    expect(distinct(jwts.map((jwt) => jwt.scopes?.length ?? 0))).toEqual([0, 1, 2]);
    expect(most(jwts.map(({ claims }) => Object.keys(claims ?? {})))).toBe(3);
  });

  test('draws certificates, keys and what only REST APIs have', () => {
    expect(rest).toContainEqual(
      expect.objectContaining({
        clientCert: {
          clientCertPem: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n.+\n-----END CERTIFICATE-----$/),
          subjectDN: 'CN=client.example',
          issuerDN: 'CN=issuer.example',
          serialNumber: 'a1:b2:c3:d4',
          validity: { notBefore: 'May 28 12:30:02 2025 GMT', notAfter: 'Aug  5 09:36:04 2035 GMT' },
        },
      }),
    );
    expect(rest).toContainEqual(expect.objectContaining({ apiKey: { id: 'k1', value: 'secret' } }));
    expect(distinct(rest.flatMap(({ endpointType }) => endpointType ?? []))).toEqual(['EDGE', 'REGIONAL']);
    const types = rest.flatMap(({ binaryMediaTypes }) => binaryMediaTypes ?? []);
    expect(distinct(types)).toEqual(['*/*', 'application/octet-stream', 'image/*', 'image/png']);
    expect(rest).toContainEqual(expect.objectContaining({ binaryMediaTypes: [] }));
  });
});

describe('exchange', () => {
  test.each(['rest', 'http-1.0', 'http-2.0'] as const)('draws routes of %s with parameters, also greedy ones, and none', (target) => {
    const drawn = draw(exchange(target), 120);
    const routes = drawn.map(({ gateway: { route } }) => route);
    expect(routes).toContain(undefined);
    const given = routes.flatMap((route) => (route === undefined ? [] : [route]));
    for (const route of given) expect(route).toMatch(/^(?:\/(?:[A-Za-z0-9._-]{1,8}|\{p[0-2]\})){1,3}(?:\/\{rest\+\})?$/);
    for (const wanted of [/^\/[^{]+$/, /^\/\{p0\}$/, /\{p1\}/, /\{p2\}/, /\/\{rest\+\}$/, /[^}]$/]) {
      expect(given).toContainEqual(expect.stringMatching(wanted));
    }
    const segments = given.map((route) => route.split('/').slice(1));
    expect([least(segments), most(segments)]).toEqual([1, 4]);
    expect(most(segments.flat().filter((segment) => !segment.startsWith('{')))).toBe(8);
  });

  test.each(['rest', 'http-1.0', 'http-2.0'] as const)('draws a path of %s that its route matches', (target) => {
    let deepest = 0;
    for (const { request, gateway: settings } of draw(exchange<'rest' | 'http-1.0' | 'http-2.0'>(target), 120)) {
      if (settings.route === undefined) continue;
      const { pathParameters } = toEvent(request, settings);
      const names = [...settings.route.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name);
      expect(Object.keys(pathParameters ?? {}).sort(), settings.route).toEqual(names.sort());
      deepest = Math.max(deepest, (pathParameters?.['rest'] ?? '').split('/').length);
    }
    expect(deepest).toBeGreaterThanOrEqual(3);
  });

  test('draws only paths without a route for a function URL', () => {
    const drawn = draw(exchange('function-url'), 100);
    expect(distinct(drawn.map(({ gateway: { route } }) => route))).toEqual([undefined]);
    expect(drawn.map(({ request }) => request.target)).toContainEqual(expect.stringMatching(/^\/[^/?]+\/[^/?]+/));
  });

  test('draws every kind of route of a WebSocket API', () => {
    expect(distinct(draw(exchange('websocket'), 100).map(({ gateway: { route } }) => route))).toEqual([
      '$connect',
      '$default',
      '$disconnect',
      'say',
    ]);
  });

  test('gives a body to a GET only where the API accepts it', () => {
    const all = draw(exchange('rest'), 300);
    const drawn = all.filter(({ request }) => (request.body?.length ?? 0) > 0);
    const gets = drawn.filter(({ request }) => request.method === 'GET');
    expect(gets.map(({ gateway: { endpointType } }) => endpointType)).not.toContain('EDGE');
    expect(gets.map(({ gateway: { endpointType } }) => endpointType)).toContain('REGIONAL');
    const edge = drawn.filter(({ gateway: { endpointType } }) => endpointType === 'EDGE').map(({ request: { method } }) => method);
    expect(distinct(edge)).toEqual(['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PURGE', 'PUT']);
    const bare = all.filter(({ request: { body = [] } }) => body.length === 0);
    expect(bare.filter(({ gateway: { endpointType } }) => endpointType === 'EDGE').map(({ request }) => request.method)).toContain('GET');
    for (const target of ['http-2.0', 'function-url'] as const) {
      const others = draw(exchange(target), 100).filter(({ request: { body = [] } }) => body.length > 0);
      expect(others.map(({ request }) => request.method)).toContain('GET');
    }
  });
});

describe('result', () => {
  const PAYLOAD_1 = ['body', 'headers', 'isBase64Encoded', 'multiValueHeaders', 'statusCode'];
  const PAYLOAD_2 = ['body', 'cookies', 'headers', 'isBase64Encoded', 'statusCode'];

  test.each([
    ['rest', PAYLOAD_1],
    ['http-1.0', PAYLOAD_1],
    ['http-2.0', PAYLOAD_2],
    ['function-url', PAYLOAD_2],
  ] as const)('draws every field of a result for %s, and leaves out any but the status code', (target, keys) => {
    const drawn = draw<object>(result(target), 200);
    expect(keysOf(drawn)).toEqual(keys);
    for (const key of keys)
      expect(
        drawn.every((each) => Object.hasOwn(each, key)),
        key,
      ).toBe(key === 'statusCode');
  });

  test('draws status codes with a rule of their own, and others', () => {
    const codes = draw(result('rest')).map(({ statusCode }) => statusCode);
    for (const code of [200, 201, 204, 302, 304, 400, 404, 500, 502]) expect(codes).toContain(code);
    expect([Math.min(...codes), Math.max(...codes)]).toEqual([200, 599]);
    expect(new Set(codes).size).toBeGreaterThan(50);
  });

  const [one, two] = [draw(result('rest')), draw(result('http-2.0'))];
  const maps = [...one, ...two].map(({ headers }) => Object.entries(headers ?? {}));
  const lists = one.map(({ multiValueHeaders }) => Object.entries(multiValueHeaders ?? {}));
  const values = lists.flat().map(([, list]) => list ?? []);

  test('draws up to five headers, and three lists of one to three values', () => {
    expect([least(maps), most(maps)]).toEqual([0, 5]);
    expect([least(lists), most(lists)]).toEqual([0, 3]);
    expect([least(values), most(values)]).toEqual([1, 3]);
  });

  test('draws names and values that a gateway accepts', () => {
    const names = [...maps, ...lists].flat().map(([name]) => name);
    for (const name of ['Content-Type', 'content-type', 'Location', 'X-Id', 'ETag']) expect(names).toContain(name);
    for (const name of names) expect(name).toMatch(FIELD_NAME);
    expect(most(names)).toBeGreaterThan(8);
    const texts = [...maps.flat().map(([, value]) => `${value}`), ...values.flat().map(String)];
    for (const text of texts) expect(text).toMatch(FIELD_VALUE);
    expect([least(texts), most(texts) > 8]).toEqual([1, true]);
    expect(texts).toContainEqual(expect.stringContaining(' '));
  });

  test('draws up to three cookies, with an attribute or without', () => {
    const cookies = two.flatMap((each) => (each.cookies ? [each.cookies] : []));
    expect([least(cookies), most(cookies)]).toEqual([0, 3]);
    for (const cookie of cookies.flat()) expect(cookie).toMatch(/^[a-z]{1,5}=[a-z0-9]{0,5}(?:; HttpOnly)?$/);
    for (const wanted of [/^[a-z]{5}=/, /=[a-z0-9]{5}(?:;|$)/, /; HttpOnly$/, /=[a-z0-9]*$/]) {
      expect(cookies.flat()).toContainEqual(expect.stringMatching(wanted));
    }
  });

  test('draws text, JSON and Base64', () => {
    const encoded = one.filter((each) => Object.hasOwn(each, 'isBase64Encoded'));
    expect(distinct(encoded.map(({ isBase64Encoded }) => isBase64Encoded))).toEqual([true]);
    for (const { body = '' } of encoded) expect(body).toMatch(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
    const texts = one.filter((each) => !encoded.includes(each)).flatMap(({ body }) => body ?? []);
    for (const wanted of [/^$/, /^[{[]/, /^[^{["\d]/]) expect(texts).toContainEqual(expect.stringMatching(wanted));
  });
});

describe('refusedResult', () => {
  type Drawn = { readonly statusCode?: number; readonly headers?: unknown; readonly body?: unknown; readonly cookies?: unknown };

  test.each([
    ['rest', ['array', 'bad status', 'body', 'cookies', 'header list', 'headers', 'null', 'string']],
    ['http-1.0', ['array', 'bad status', 'body', 'header list', 'headers', 'null', 'string']],
    ['http-2.0', ['bad status', 'body', 'header list', 'headers']],
    ['function-url', ['bad status', 'header list', 'headers']],
  ] as const)('draws each fault that %s rejects', (target, kinds) => {
    const drawn = draw(refusedResult(target), 600);
    expect(distinct(drawn.map(faultOf))).toEqual(kinds);
    const objects = drawn.filter((each): each is Drawn => faultOf(each) !== 'null' && typeof each === 'object');
    expect(distinct(objects.filter((each) => faultOf(each) === 'bad status').map(({ statusCode }) => statusCode))).toEqual(
      [-1, 0, 1000, 600, 99].sort(),
    );
    const headers = objects.filter((each) => faultOf(each) === 'headers').map((each) => JSON.stringify(each.headers));
    expect(distinct(headers)).toEqual(['"x"', '1', '["x"]']);
    const lists = objects.filter((each) => faultOf(each) === 'header list').map((each) => Object.keys(each.headers ?? {}));
    expect(least(lists)).toBe(1);
  });

  function faultOf(drawn: unknown): string {
    if (drawn === null) return 'null';
    if (Array.isArray(drawn)) return 'array';
    if (typeof drawn === 'string') return 'string';
    const { statusCode = 0, headers, body, cookies } = drawn as Drawn; // the others are objects
    if (cookies !== undefined) return 'cookies';
    if (headers !== undefined) return typeof headers === 'object' && !Array.isArray(headers) ? 'header list' : 'headers';
    if (typeof body === 'object') return 'body';
    return statusCode < 200 || statusCode > 599 ? 'bad status' : 'none';
  }
});
