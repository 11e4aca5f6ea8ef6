import { payload } from 'apigw-proxy';
import type { DeployedApi, DeployedAuthorizer, DeployedRoute } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { type AuthorizerOptions, authorizersOf } from '../../../src/cli/deployed/authorizers.js';
import { decodeToken } from '../../../src/cli/deployed/decode-token.js';
import type { OpenFunction } from '../../../src/cli/deployed/open-functions.js';
import type { ServedModule } from '../../../src/cli/served-modules.js';
import type { LocalAuthorizer } from '../../../src/local/api/local-authorizer.js';

/** A module whose handler is given. */
function moduleOf(handler: (event: unknown) => unknown): ServedModule {
  // only the handler is called
  return { module: { handler } as unknown as ServedModule['module'], label: 'a.mjs#handler', folders: [] };
}

const check = async (): Promise<object> => ({ isAuthorized: true });
const FUNCTIONS: ReadonlyMap<string, OpenFunction> = new Map<string, OpenFunction>([
  ['Check', { served: moduleOf(check), timeout: 3000 }],
  ['Snake', { gap: "The function Snake has the runtime python3.13, which can't run here." }],
]);
const CLOSED: AuthorizerOptions = { replaced: new Map(), decodes: false, identity: undefined };

function apiWith(
  target: DeployedApi['target'],
  authorizers: readonly DeployedAuthorizer[],
  routes: readonly DeployedRoute[] = [],
): DeployedApi {
  return { name: 'api', target, stage: null, routes, authorizers };
}

/** What an authorizer named `Gate` becomes. */
function gateOf(
  authorizer: Partial<DeployedAuthorizer>,
  options: Partial<AuthorizerOptions> = {},
  target: DeployedApi['target'] = 'rest',
): LocalAuthorizer | undefined {
  const api = apiWith(target, [{ name: 'Gate', type: 'token', ...authorizer }]);
  return authorizersOf(api, FUNCTIONS, { ...CLOSED, ...options })['Gate'];
}

const REST_HEADER = ['method.request.header.X-Token'];
const HTTP_HEADER = ['$request.header.X-Token'];

describe('an authorizer that can not run here', () => {
  test.each<[string, LocalAuthorizer | undefined, string, string]>([
    [
      'without a function',
      gateOf({ identitySource: REST_HEADER }),
      'lambda',
      'Pass --authorizer Gate=FILE#EXPORT with a function that answers as this authorizer does.',
    ],
    [
      'whose function is not in the template',
      gateOf({ type: 'request', function: 'Other' }),
      'lambda',
      'Pass --authorizer Gate=FILE#EXPORT with a function that answers as this authorizer does.',
    ],
    [
      'whose function can not run',
      gateOf({ type: 'request', function: 'Snake' }),
      'lambda',
      "The function Snake has the runtime python3.13, which can't run here. Pass --authorizer Gate=FILE#EXPORT with a function that answers as this authorizer does.",
    ],
    [
      'whose token is in the query',
      gateOf({ function: 'Check', identitySource: ['method.request.querystring.t'] }),
      'lambda',
      'The token of Gate must be in a header.',
    ],
    ['whose token is nowhere', gateOf({ function: 'Check' }), 'lambda', 'The token of Gate must be in a header.'],
    [
      'whose token is in two headers',
      gateOf({ function: 'Check', identitySource: [...REST_HEADER, ...REST_HEADER] }),
      'lambda',
      'The token of Gate must be in a header.',
    ],
    [
      'whose header has no name',
      gateOf({ function: 'Check', identitySource: ['method.request.header.'] }),
      'lambda',
      'The token of Gate must be in a header.',
    ],
    [
      'with another prefix',
      gateOf({ function: 'Check', identitySource: ['x.method.request.header.A'] }),
      'lambda',
      'The token of Gate must be in a header.',
    ],
    [
      'whose pattern JavaScript does not have',
      gateOf({ function: 'Check', identitySource: REST_HEADER, validation: '(?i)a' }),
      'lambda',
      "The pattern of Gate isn't a regular expression in JavaScript: (?i)a",
    ],
    [
      'of a user pool',
      gateOf({ type: 'cognito', identitySource: REST_HEADER }),
      'cognito',
      'Pass --jwt to accept tokens without verifying them, or --authorizer Gate=FILE#EXPORT with a function that gets the token and returns its claims.',
    ],
    [
      'of an issuer',
      gateOf({ type: 'jwt' }, {}, 'http-2.0'),
      'jwt',
      'Pass --jwt to accept tokens without verifying them, or --authorizer Gate=FILE#EXPORT with a function that gets the token and returns its claims.',
    ],
    [
      'of an issuer, with the token in the query',
      gateOf({ type: 'jwt', identitySource: ['$request.querystring.t'] }, { decodes: true }, 'http-2.0'),
      'jwt',
      'The token of Gate must be in a header.',
    ],
    [
      'of a user pool, with the token in the query',
      gateOf({ type: 'cognito', identitySource: ['x'] }, { decodes: true }),
      'cognito',
      'The token of Gate must be in a header.',
    ],
  ])('refuses every request: %s', (_, found, refuse, fix) => {
    expect(found).toEqual({ refuse, fix });
  });

  test('that the template does not have refuses, too', () => {
    const routes: DeployedRoute[] = [{ key: 'GET /a', authorizer: 'Gone' }, { key: 'GET /b' }, { key: 'GET /c', authorizer: 'Gate' }];
    const found = authorizersOf(apiWith('rest', [{ name: 'Gate', type: 'request', function: 'Check' }], routes), FUNCTIONS, CLOSED);
    expect(Object.keys(found).sort()).toEqual(['AWS_IAM', 'Gate', 'Gone']);
    expect(found['Gone']).toEqual({ refuse: 'lambda', fix: 'The template has no authorizer Gone. Add it there.' });
    expect(found['Gate']).toMatchObject({ request: check });
  });
});

describe('a Lambda authorizer', () => {
  test.each<[Partial<DeployedAuthorizer>, DeployedApi['target'], object]>([
    [{ identitySource: REST_HEADER }, 'rest', { token: check, header: 'X-Token' }],
    [{ identitySource: REST_HEADER, ttl: 0, validation: '^v1' }, 'rest', { token: check, header: 'X-Token', ttl: 0, validation: /^v1/ }],
    [{ type: 'request' }, 'rest', { request: check, identitySource: [] }],
    [{ type: 'request', ttl: 60, identitySource: REST_HEADER }, 'rest', { request: check, identitySource: REST_HEADER, ttl: 60 }],
    [{ type: 'request', payloadVersion: '1.0' }, 'rest', { request: check, identitySource: [] }],
    [{ type: 'request' }, 'websocket', { request: check, identitySource: [] }],
    [{ type: 'request' }, 'http-2.0', { request: check, identitySource: [], payload: '2.0', enableSimpleResponses: false }],
    [
      { type: 'request', simpleResponses: true },
      'http-1.0',
      { request: check, identitySource: [], payload: '2.0', enableSimpleResponses: true },
    ],
    [{ type: 'request', payloadVersion: '1.0', simpleResponses: true }, 'http-2.0', { request: check, identitySource: [], payload: '1.0' }],
  ])('keeps its settings: %j of %s', (authorizer, target, expected) => {
    expect(gateOf({ function: 'Check', ...authorizer }, {}, target)).toEqual(expected);
  });

  test('is replaced by the function that the user names', () => {
    const own = moduleOf(() => undefined);
    const replaced = new Map([['Gate', own]]);
    for (const name of ['Check', 'Snake', undefined]) {
      const authorizer = { type: 'request' as const, ...(name !== undefined && { function: name }) };
      expect(gateOf(authorizer, { replaced })).toEqual({ request: own.module.handler, identitySource: [] });
    }
    expect(gateOf({ type: 'request', function: 'Check' }, { replaced: new Map([['Other', own]]) })).toMatchObject({ request: check });
  });
});

describe('a verifier of tokens', () => {
  test.each(['jwt', 'cognito'] as const)('decodes tokens if the user says so: %s', (type) => {
    expect(gateOf({ type }, { decodes: true })).toEqual({ verify: decodeToken, header: 'Authorization' });
    expect(gateOf({ type, identitySource: HTTP_HEADER }, { decodes: true })).toEqual({ verify: decodeToken, header: 'X-Token' });
  });

  test('asks the function of the user first', async () => {
    const own = moduleOf(async (token) => payload(JSON.stringify({ sub: token })));
    const found = gateOf({ type: 'jwt' }, { decodes: true, replaced: new Map([['Gate', own]]) }, 'http-2.0');
    if (found === undefined || !('verify' in found)) throw new Error('It verifies nothing.');
    expect(found.header).toBe('Authorization');
    expect(await found.verify('abc')).toEqual({ sub: 'abc' });
  });

  test.each<[string, (token: unknown) => unknown, string]>([
    [
      'throws',
      async () => {
        throw new Error('the token is bad');
      },
      'the token is bad',
    ],
    ['returns nothing', async () => payload('null'), 'The function returned no claims. Return an object.'],
    ['is of another kind', async () => ({ sub: 'ada' }), 'The function returned no claims. Return an object.'],
    ['returns a text', async () => payload('"ada"'), 'The function returned no claims. Return an object.'],
    ['returns a list', async () => payload('["ada"]'), 'The function returned no claims. Return an object.'],
  ])('refuses a token if the function %s', async (_, handler, message) => {
    const found = gateOf({ type: 'jwt' }, { replaced: new Map([['Gate', moduleOf(handler)]]) }, 'http-2.0');
    if (found === undefined || !('verify' in found)) throw new Error('It verifies nothing.');
    await expect(Promise.resolve(found.verify('abc'))).rejects.toMatchObject({ message });
  });
});

describe('a signed route', () => {
  test.each([
    [
      undefined,
      { refuse: 'iam', fix: 'Pass --identity ARN to let every request pass as this caller, such as arn:aws:iam::123456789012:user/me.' },
    ],
    ['arn:aws:iam::123456789012:user/me', { iam: { userArn: 'arn:aws:iam::123456789012:user/me', accountId: '123456789012' } }],
    ['arn:aws:iam:::user/me', { iam: { userArn: 'arn:aws:iam:::user/me' } }],
    ['me', { iam: { userArn: 'me' } }],
  ])('lets only the caller pass that the user names: %s', (identity, expected) => {
    expect(authorizersOf(apiWith('rest', []), FUNCTIONS, { ...CLOSED, identity })).toEqual({ AWS_IAM: expected });
    const { authorizers, ...bare } = apiWith('rest', []);
    expect(authorizers).toEqual([]);
    expect(authorizersOf(bare, FUNCTIONS, { ...CLOSED, identity })).toEqual({ AWS_IAM: expected });
  });

  test('has the same authorizer even if the template names one AWS_IAM', () => {
    const found = authorizersOf(apiWith('rest', [{ name: 'AWS_IAM', type: 'request', function: 'Check' }]), FUNCTIONS, CLOSED);
    expect(found['AWS_IAM']).toMatchObject({ refuse: 'iam' });
  });
});

describe('decodeToken', () => {
  const part = (text: string): string => Buffer.from(text).toString('base64url');

  test('returns the claims', () => {
    expect(decodeToken(`x.${part('{"sub":"é"}')}.x`)).toEqual({ sub: 'é' });
    expect(decodeToken(`.${part('{}')}.`)).toEqual({});
  });

  test.each([
    '',
    'x',
    'x.y',
    `x.${part('{}')}`,
    `x.${part('{}')}.x.x`,
    `x.${part('"a"')}.x`,
    `x.${part('[]')}.x`,
    `x.${part('null')}.x`,
    'x.{}.x',
  ])('refuses %j', (token) => {
    expect(() => decodeToken(token)).toThrow('The token is not a JWT: it must have three parts, and the second must be JSON in base64url.');
  });
});
