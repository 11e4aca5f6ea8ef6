import {
  createConnectionsApi,
  createLocalApi,
  createLocalWebsocketApi,
  type LocalApiInit,
  type LocalWebsocketApiInit,
} from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

/** Values that JavaScript may pass for any setting. */
const VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['an empty string', ''],
  ['a string', 'x'],
  ['NaN', Number.NaN],
  ['0', 0],
  ['1', 1],
  ['-1', -1],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['true', true],
  ['false', false],
  ['a BigInt', 1n],
  ['a symbol', Symbol('x')],
  ['an array', []],
  ['an array of undefined', [undefined]],
  ['an array of null', [null]],
  ['an array with an empty string', ['']],
  ['an array of strings', ['x']],
  ['an array of objects', [{}]],
  ['a sparse array', Array(1)],
  ['an object', {}],
  ['an object with unknown keys', { x: 1 }],
  ['a Map', new Map()],
  ['a function', () => undefined],
  ['a RegExp', /x/],
];

const deny = () => {
  throw new Error('Unauthorized');
};
const ok = () => ({ statusCode: 200 });
const key = { id: 'k', value: 'secret' };

/** A setting that guards access. */
interface Guard {
  /** Where it is: the path of the error. */
  readonly path: readonly (string | number)[];
  /** The settings of a REST API with this value. Without it, `GET /` is closed to everyone who has no credentials. */
  readonly init: (value: unknown) => object;
  /** The values that are accepted. */
  readonly accepts: readonly string[];
  /** The accepted values that open the route on purpose. */
  readonly opens?: readonly string[];
}

const api = (more: object, route: object = {}) => ({ target: 'rest', routes: { 'GET /': { handler: ok, ...route } }, ...more });
const keyed = (apiKeys: unknown) => api({ apiKeys }, { apiKeyRequired: true });
const authorized = (a: unknown, more: object = {}) => api({ authorizers: { a }, authorizer: 'a', ...more });
const FUNCTIONS = ['a function'];

const GUARDS: Readonly<Record<string, Guard>> = {
  apiKeys: { path: ['apiKeys'], init: keyed, accepts: ['an array'] },
  'a key': { path: ['apiKeys', 0], init: (value) => keyed([value]), accepts: [] },
  'the value of a key': { path: ['apiKeys', 0, 'value'], init: (value) => keyed([{ ...key, value }]), accepts: ['a string'] },
  'the id of a key': { path: ['apiKeys', 0, 'id'], init: (id) => keyed([{ ...key, id }]), accepts: ['a string'] },
  'the value of a second key': {
    path: ['apiKeys', 1, 'value'],
    init: (value) => keyed([key, { id: 'l', value }]),
    accepts: ['a string'],
  },
  apiKeyRequired: {
    path: ['routes', 'GET /', 'apiKeyRequired'],
    init: (apiKeyRequired) => api({ apiKeys: [key] }, { apiKeyRequired }),
    accepts: ['true', 'false'],
    opens: ['false'],
  },
  'the authorizer of a route': {
    path: ['routes', 'GET /', 'authorizer'],
    init: (authorizer) => api({ authorizers: { x: { request: deny } } }, { authorizer }),
    accepts: ['a string', 'false'],
    opens: ['false'],
  },
  'the authorizer of a route, with another for the API': {
    path: ['routes', 'GET /', 'authorizer'],
    init: (authorizer) => api({ authorizers: { x: { request: deny } }, authorizer: 'x' }, { authorizer }),
    accepts: ['a string', 'false'],
    opens: ['false'],
  },
  'the authorizer of the API': {
    path: ['authorizer'],
    init: (authorizer) => api({ authorizers: { x: { request: deny } }, authorizer }),
    accepts: ['a string'],
  },
  authorizers: { path: ['authorizers'], init: (authorizers) => api({ authorizers, authorizer: 'x' }), accepts: [] },
  'an authorizer': { path: ['authorizers', 'a'], init: authorized, accepts: [] },
  'a fixed authorizer': {
    path: ['authorizers', 'a', 'iam'],
    init: (iam) => authorized({ iam }),
    accepts: ['an object', 'a Map', 'a RegExp'],
  },
  'a token authorizer': { path: ['authorizers', 'a', 'token'], init: (token) => authorized({ token }), accepts: FUNCTIONS },
  'a request authorizer': { path: ['authorizers', 'a', 'request'], init: (request) => authorized({ request }), accepts: FUNCTIONS },
  'a verifier': { path: ['authorizers', 'a', 'verify'], init: (verify) => authorized({ verify }), accepts: FUNCTIONS },
  'the header of a token': {
    path: ['authorizers', 'a', 'header'],
    init: (header) => authorized({ token: deny, header }),
    accepts: ['a string'],
  },
  'the header of a verifier': {
    path: ['authorizers', 'a', 'header'],
    init: (header) => authorized({ verify: deny, header }),
    accepts: ['a string'],
  },
  'the form of a token': {
    path: ['authorizers', 'a', 'validation'],
    init: (validation) => authorized({ token: deny, validation }),
    accepts: ['a RegExp'],
  },
  'an identity source': {
    path: ['authorizers', 'a', 'identitySource'],
    init: (identitySource) => authorized({ request: deny, identitySource }),
    accepts: ['an array'],
  },
  'a second identity source': {
    path: ['authorizers', 'a', 'identitySource', 1],
    init: (source) => authorized({ request: deny, identitySource: ['$request.header.Authorization', source] }),
    accepts: [],
  },
  'how long an answer is kept': {
    path: ['authorizers', 'a', 'ttl'],
    init: (ttl) => authorized({ request: deny, ttl }),
    accepts: ['0', '1'],
  },
  scopes: {
    path: ['routes', 'GET /', 'scopes'],
    init: (scopes) => ({ ...authorized({ verify: () => ({ scope: '' }) }), routes: { 'GET /': { handler: ok, scopes } } }),
    accepts: ['an array', 'an array of strings'],
  },
};

const WITHOUT_CREDENTIALS: readonly Record<string, string>[] = [
  {},
  { 'x-api-key': '' },
  { 'x-api-key': ' ' },
  { 'x-api-key': 'undefined', authorization: '' },
  { 'x-api-key': 'null', authorization: 'Bearer' },
  { authorization: 'Bearer ' },
];

describe.each(Object.entries(GUARDS))('%s', (_, { path, init, accepts, opens = [] }) => {
  test.each(VALUES)('that is %s is rejected when the API is created, or lets nobody pass', async (name, value) => {
    const settings = init(value) as LocalApiInit<'rest'>; // JavaScript can pass anything
    const create = () => createLocalApi(settings);
    if (!accepts.includes(name)) {
      expect(create).toThrow(expect.objectContaining({ name: 'GatewayError', path: expect.toSatisfy(startsWith(path.slice(0, -1))) }));
      return;
    }
    const api = create();
    if (path.includes('iam')) return; // a fixed authorizer lets everyone pass: that is its purpose
    for (const headers of WITHOUT_CREDENTIALS) {
      const { status } = await api.fetch('/prod/', { headers });
      expect([headers, status === 200]).toEqual([headers, opens.includes(name)]);
    }
  });
});

function startsWith(start: readonly unknown[]): (path: readonly unknown[]) => boolean {
  return (path) => start.every((part, index) => path[index] === part);
}

describe('createLocalApi', () => {
  test.each<[string, object, string]>([
    ['two keys with the same value', keyed([key, { id: 'l', value: 'secret' }]), 'conflicting-options'],
    ['two keys with the same id', keyed([key, { id: 'k', value: 'other' }]), 'conflicting-options'],
    ['a key with an unknown name', keyed([{ ...key, enabled: false }]), 'unknown-option'],
    ['two kinds of authorizer at once', authorized({ token: deny, verify: deny }), 'unknown-option'],
    ['two fixed authorizers at once', authorized({ iam: {}, lambda: {} }), 'conflicting-options'],
    ['an unknown name in a fixed authorizer', authorized({ lambda: { principal: 'x' } }), 'unknown-option'],
    ['a payload format on REST', authorized({ request: deny, payload: '2.0' }), 'unsupported-option'],
    ['an unknown payload format', { ...authorized({ request: deny, payload: '3.0' }), target: 'http-2.0' }, 'invalid-option'],
    ['the authorizer constructor', api({ authorizer: 'constructor' }), 'unknown-authorizer'],
    ['two routes for the same requests', api({ routes: { 'GET /{a}': { handler: ok }, 'GET /{b}': ok } }), 'conflicting-options'],
    ['two routes for any method', api({ routes: { 'ANY /a': ok, '/a': ok } }), 'conflicting-options'],
    ['an unknown name in cors', { ...api({ cors: { allowOrigin: ['*'] } }), target: 'http-2.0' }, 'unknown-option'],
    ['an origin that is not a string', { ...api({ cors: { allowOrigins: [undefined] } }), target: 'http-2.0' }, 'invalid-option'],
    ['a media type that is not a string', api({ binaryMediaTypes: [null] }), 'invalid-option'],
    ['an unknown limit', api({ limits: { maxHeaders: 1 } }), 'unknown-option'],
    ['an unknown id', api({ ids: { requestid: 'x' } }), 'unknown-option'],
  ])('rejects %s', (_, init, code) => {
    expect(() => createLocalApi(init as LocalApiInit<'rest'>)).toThrow(expect.objectContaining({ name: 'GatewayError', code }));
  });

  test('calls a function route even if the function has properties of a route', async () => {
    const route = Object.assign(() => ({ statusCode: 201 }), { handler: ok, authorizer: 'x' });
    const open = createLocalApi({ target: 'rest', routes: { 'GET /': route } });
    expect((await open.fetch('/prod/')).status).toBe(201);
  });

  test('closes a route whose authorizer is removed later', async () => {
    const authorizers: Record<string, { request: () => unknown }> = { a: { request: deny } };
    const closed = createLocalApi({ target: 'rest', routes: { 'GET /': ok }, authorizers, authorizer: 'a' });
    delete authorizers['a'];
    expect((await closed.fetch('/prod/')).status).toBe(500);
  });
});

describe('createLocalWebsocketApi', () => {
  test.each(VALUES)('rejects %s as an API key, or lets nobody pass', async (name, value) => {
    const routes = { $connect: { handler: ok, apiKeyRequired: true } };
    const init = { routes, apiKeys: [{ id: 'k', value }] } as LocalWebsocketApiInit; // JavaScript can pass anything
    if (name !== 'a string') {
      expect(() => createLocalWebsocketApi(init)).toThrow(expect.objectContaining({ name: 'GatewayError' }));
      return;
    }
    for (const headers of WITHOUT_CREDENTIALS) expect((await createLocalWebsocketApi(init).connect({ headers })).isOpen).toBe(false);
  });
});

const API = createLocalApi({ target: 'http-2.0', routes: { $default: ok } });

describe.each<[string, string, readonly string[]]>([
  ['the host of a server', 'host', ['undefined']],
  ['whether a server shows its exchanges', 'inspect', ['undefined', 'true', 'false']],
  ['the time limit for clients', 'clientTimeout', ['undefined', '1', 'Infinity']],
  ['the time limit for closing', 'closeTimeout', ['undefined', '0', '1', 'Infinity']],
])('%s', (_, option, accepts) => {
  test.each(VALUES.filter(([name]) => name !== 'a string'))('that is %s does not open the server by accident', async (name, value) => {
    const listen = API.listen(0, { [option]: value });
    if (!accepts.includes(name)) {
      await expect(listen).rejects.toMatchObject({ name: 'GatewayError', path: [option] });
      return;
    }
    const server = await listen;
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await server.close();
  });
});

describe('listen', () => {
  test.each(VALUES.filter(([name]) => !['undefined', '0', '1'].includes(name)))('rejects %s as a port', async (_, port) => {
    for (const api of [API, createLocalWebsocketApi({ routes: {} })]) {
      await expect(api.listen(port as number)).rejects.toMatchObject({ name: 'GatewayError', path: ['port'] }); // JavaScript can pass anything
    }
  });

  test('rejects an unknown option', async () => {
    await expect(API.listen(0, { inspct: false } as object)).rejects.toMatchObject({ code: 'unknown-option', path: ['inspct'] });
  });
});

describe('createConnectionsApi', () => {
  test.each(VALUES)('rejects %s as `allows`, or denies the permission', (name, value) => {
    const create = () => createConnectionsApi({ allows: value as () => boolean }); // JavaScript can pass anything
    if (!['undefined', 'a function'].includes(name)) {
      expect(create).toThrow(expect.objectContaining({ name: 'GatewayError' }));
      return;
    }
    const { status } = create().handle({ method: 'POST', target: '/prod/@connections/x', headers: [] });
    expect(status).toBe(name === 'undefined' ? 410 : 403);
  });

  test.each(VALUES)('allows the caller only if `allows` returns true: %s', (name, value) => {
    const { handle } = createConnectionsApi({ allows: () => value as boolean }); // JavaScript can return anything
    expect(handle({ method: 'POST', target: '/prod/@connections/x', headers: [] }).status).toBe(name === 'true' ? 410 : 403);
  });
});
