import {
  anonymize,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketSession,
  type EventInit,
  fromEvent,
  type RecoverableEvent,
} from 'apigw-proxy/events';
import { detectEvent } from 'apigw-proxy/guards';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozen } from '../../frozen.js';
import { EVENTS } from '../drawn-events.js';

/** A request in which every value that identifies somebody contains one of {@link SECRETS}. */
const INIT: EventInit = {
  route: 'POST /users/{id}',
  path: '/users/Zebra%C3%A9-1',
  query: 'token=Zebra2&email=zebra3%40zebra4.zoo&name=Zebra5+Zebra6',
  headers: {
    Authorization: 'Bearer Zebra7.Zebra8.Zebra9',
    'User-Agent': 'Zebra10/1.0',
    'X-Forwarded-For': '192.0.2.77, 2001:db8:77::1',
    'X-User': ['Zebra11', 'Zebra12'],
    Referer: 'https://zebra13.example/?user=Zebra14',
    'Content-Type': 'application/json',
  },
  cookies: { session: 'Zebra15', 'zoo-id': 'Zebra16%20' },
  json: { name: 'Zebra17', nested: [{ email: 'zebra18@zebra19.zoo' }], phone: 491234567777, count: 3 },
  sourceIp: '192.0.2.78',
  apiId: 'zebra20abc',
  accountId: '777777777777',
  stage: 'dev',
  stageVariables: { secret: 'Zebra21' },
  ids: { requestId: 'Zebra22-77', extendedRequestId: 'Zebra23=', traceId: 'Root=1-zebra24-zebra25' },
};
const SECRETS = [/zebra/i, /777/, /192\.0\.2/, /2001:db8:77/];
const LAMBDA: EventInit = { authorizer: { lambda: { principalId: 'Zebra26', context: { user: 'Zebra27' } } } };
const JWT: EventInit = {
  authorizer: { jwt: { claims: { sub: 'Zebra28', iss: 'https://zebra29.example/777777777777' }, scopes: ['zebra30'] } },
};
const IAM: EventInit = {
  authorizer: {
    iam: {
      accessKey: 'ZEBRA31',
      accountId: '777777777778',
      callerId: 'ZEBRA32:zebra33',
      userArn: 'arn:aws:sts::777777777778:assumed-role/zebra34',
      userId: 'ZEBRA32:zebra33',
      principalOrgId: 'o-zebra35',
    },
  },
};
const CERT: EventInit = {
  clientCert: {
    clientCertPem: '-----BEGIN CERTIFICATE-----\nZebra36\n',
    subjectDN: 'CN=zebra37',
    issuerDN: 'CN=zebra38',
    serialNumber: 'zebra39',
    validity: { notBefore: 'a', notAfter: 'b' },
  },
};

const PLANTED: readonly (readonly [string, object])[] = [
  ['rest', buildRestEvent({ ...INIT, ...LAMBDA, ...CERT, apiKey: { id: 'zebra40', value: 'Zebra41' } } as object)],
  ['rest with claims', buildRestEvent({ ...INIT, ...JWT } as object)],
  ['rest with IAM', buildRestEvent({ ...INIT, ...IAM } as object)],
  [
    'rest at the edge',
    buildRestEvent({ ...INIT, endpointType: 'EDGE', cloudFront: { requestId: 'Zebra42', edgeId: 'zebra43' } } as object),
  ],
  ['rest in a VPC', buildRestEvent({ ...INIT, endpointType: 'PRIVATE', vpc: { vpcId: 'vpc-zebra44', vpceId: 'vpce-zebra45' } } as object)],
  ['rest behind a domain', buildRestEvent({ ...INIT, customDomain: { domainName: 'zebra46.zebra47.zoo', basePath: 'v1' } } as object)],
  ['http-1.0', buildHttpEventV1({ ...INIT, ...JWT, ...CERT } as object)],
  ['http-2.0', buildHttpEvent({ ...INIT, ...LAMBDA, ...CERT } as object)],
  ['http-2.0 with a JWT', buildHttpEvent({ ...INIT, ...JWT } as object)],
  [
    'http-2.0 with a form',
    buildHttpEvent({ ...INIT, json: undefined, headers: {}, form: { name: 'Zebra48', email: 'zebra49@zebra50.zoo' } } as object),
  ],
  [
    'http-2.0 with bytes',
    buildHttpEvent({ ...INIT, json: undefined, headers: {}, body: new TextEncoder().encode('\u0000Zebra51\xff') } as object),
  ],
  ['http-2.0 with text', buildHttpEvent({ ...INIT, json: undefined, headers: {}, body: 'I am Zebra52.' } as object)],
  ['function-url', buildFunctionUrlEvent({ ...INIT, ...IAM } as object)],
  ['connect', buildWebsocketSession({ query: 'token=Zebra53', sourceIp: '192.0.2.78', ids: { connectionId: 'Zebra54=' } }).connect()],
  ['message', buildWebsocketSession({ userAgent: 'Zebra55' }).message({ action: 'say', text: 'I am Zebra56' })],
  ['token', buildTokenAuthorizerEvent(INIT)],
  ['request authorizer', buildRequestAuthorizerEvent(INIT)],
  ['request authorizer with payload 2.0', buildRequestAuthorizerEventV2({ ...INIT, identitySource: ['$request.header.Authorization'] })],
];

describe('anonymize', () => {
  test.each([null, undefined, 'text', 5])('refuses %j, and says what to pass', (given) => {
    expect(() => anonymize(given as never)).toThrow(/`event` must be an event; got .+\. Pass the whole event\./);
  });

  test.each(PLANTED)('leaves nothing that identifies anyone: %s', (_, given) => {
    const text = JSON.stringify(anonymize(given));
    for (const secret of SECRETS) expect(text).not.toMatch(secret);
    for (const piece of base64sIn(text)) for (const secret of SECRETS) expect(piece).not.toMatch(secret);
  });

  test.each(PLANTED)('keeps what mirrors what: %s', (_, given) => {
    expect(fromEvent(given as RecoverableEvent).override).toBeUndefined();
    expect(fromEvent(anonymize(given) as RecoverableEvent).override).toBeUndefined();
  });

  test.each(EVENTS)('returns an event of the same kind with the same keys, and keeps its argument: %s', (_, events) => {
    fc.assert(
      fc.property(events, (given) => {
        const anonymized = anonymize(frozen(given));
        expect(detectEvent(anonymized)).toBe(detectEvent(given));
        expect(shapeOf(anonymized)).toEqual(shapeOf(given));
        expect(anonymize(given)).toEqual(anonymized);
        expect(detectEvent(anonymize(anonymized))).toBe(detectEvent(given));
      }),
    );
  });

  test('replaces different words by different ones, and equal words by equal ones', () => {
    const values = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,4}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (words) => {
        const { queryStringParameters } = anonymize(
          buildRestEvent({ query: Object.fromEntries(words.map((word, index) => [`q${index}`, word])) }),
        );
        const replaced = words.map((_, index) => queryStringParameters?.[`q${index}`]);
        expect(new Set(replaced).size).toBe(new Set(words).size);
        for (const [index, word] of words.entries()) expect(replaced[words.indexOf(word)]).toBe(replaced[index]);
      }),
    );
  });

  test('gives the same words the same replacements in several events', () => {
    const known = new Map<string, string>();
    const first = anonymize(buildHttpEvent({ route: 'GET /users/{id}', path: '/users/ada' }), { known });
    const second = anonymize(buildHttpEvent({ path: '/a', query: { friend: 'ada', other: 'grace' } }), { known });
    expect(second.queryStringParameters?.['friend']).toBe(first.pathParameters?.['id']);
    expect(known.get('ada')).toBe(first.pathParameters?.['id']);
  });

  test('keeps the given words', () => {
    const { rawPath } = anonymize(buildHttpEvent({ path: '/users/ada' }), { keep: ['users'] });
    expect(rawPath).toMatch(/^\/users\/x\d+$/);
  });

  test.each([
    [null, ['options'], '`options` must be an object; got null.'],
    [{ keep: 'users' }, ['options', 'keep'], '`options.keep` must be an array of strings; got "users".'],
    [{ keep: null }, ['options', 'keep'], '`options.keep` must be an array of strings; got null.'],
    [{ keep: ['users', 5] }, ['options', 'keep', '1'], '`options.keep.1` must be a string; got 5.'],
    [{ known: {} }, ['options', 'known'], '`options.known` must be a Map; got an object.'],
  ])('refuses the options %j', (options, path, message) => {
    const facts = { name: 'TypeError', code: 'invalid-argument', path, message };
    expect(() => anonymize({}, options as never)).toThrow(expect.objectContaining(facts));
  });

  test('keeps every word of the given strings', () => {
    const given = { rawPath: '/user-profiles/ada', body: 'Profiles of user ada: user-profiles' };
    expect(anonymize(given, { keep: ['user-profiles'] })).toEqual({
      rawPath: '/user-profiles/x03',
      body: 'x0000001 x2 user x03: user-profiles',
    });
  });

  test.each(EVENTS.filter(([name]) => name !== 'authorizer of websocket'))('keeps what mirrors what in drawn events: %s', (_, events) => {
    const overrideOf = (event: object) => fromEvent(event as RecoverableEvent).override;
    fc.assert(
      fc.property(events, (given) => {
        fc.pre(overrideOf(given) === undefined);
        expect(overrideOf(anonymize(given))).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  test('keeps what a handler needs: method, route, stage, types, times, names and small numbers', () => {
    const given = buildRestEvent({ ...INIT, ...LAMBDA } as object);
    const anonymized = anonymize(given);
    expect(anonymized.httpMethod).toBe('POST');
    expect(anonymized.resource).toBe('/users/{id}');
    expect(anonymized.path).toMatch(/^\/users\/[^/]+$/);
    expect(anonymized.headers?.['Content-Type']).toBe('application/json');
    expect(anonymized.headers?.['Authorization']).toMatch(/^Bearer /);
    expect(anonymized.requestContext.requestTime).toBe(given.requestContext.requestTime);
    expect(anonymized.requestContext.domainName).toMatch(/^x\d+\.execute-api\.us-east-1\.amazonaws\.com$/);
    expect(JSON.parse(anonymized.body ?? '')).toMatchObject({ count: 3, nested: [{ email: expect.stringContaining('@') }] });
  });
});

/** The keys of a value at any depth, without its leaves. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, part]) => [key, shapeOf(part)]);
}

/** The texts behind strings that could be base64. */
function base64sIn(text: string): string[] {
  return (text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? []).map((piece) => Buffer.from(piece, 'base64').toString('latin1'));
}
