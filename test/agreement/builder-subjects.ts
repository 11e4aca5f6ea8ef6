import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildWebsocketSession,
  type EventInit,
  type Gateway,
  type Target,
  toAuthorizerEvent,
} from 'apigw-proxy';
import fc from 'fast-check';
import { presetsOf } from '../../src/events/build/presets.js';
import { requestOfPlainly } from '../events/plain/request-of.js';
import { toEventPlainly } from '../events/plain/to-event.js';
import { type Subject, subject } from './subject.js';

const TEXT = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'a b', 'a/b', '%2F', 'é', '\u{1f600}', '\ud800', '__proto__', 'constructor', '1', '{', ';', 'a;b=c', '?#'),
);
const VALUE = fc.stringMatching(/^(?:[!-~](?:[ -~]{0,6}[!-~])?)?$/);
const NAME = fc.oneof(
  fc.constantFrom(
    'Host',
    'host',
    'Cookie',
    'Content-Type',
    'content-type',
    'Content-Length',
    'X-Forwarded-For',
    'Authorization',
    'X-A',
    'x-a',
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,6}$/),
);
const CONTENT: fc.Arbitrary<EventInit> = fc.oneof(
  fc.constant({}),
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), TEXT).map((json) => ({ json })),
  fc.dictionary(TEXT, TEXT, { maxKeys: 2 }).map((form) => ({ form })),
  TEXT.map((body) => ({ body })),
  fc.uint8Array({ maxLength: 8 }).map((body) => ({ body })),
);
const PATH: fc.Arbitrary<EventInit> = fc.oneof(
  fc.constantFrom<EventInit>(
    {},
    { route: '$default' },
    { route: 'GET /' },
    { path: '//a//b/' },
    { path: '/a%zz' },
    { path: '/users/1?x=1&x=2' },
  ),
  fc
    .constantFrom('/users/{id}', 'POST /a b/{id}/c', 'ANY /%41/{id+}')
    .chain((route) => fc.oneof(TEXT, fc.integer()).map((id) => ({ route, pathParameters: { id } }))),
  TEXT.map((path) => ({ path, route: '/{proxy+}' })),
);
const QUERY: fc.Arbitrary<NonNullable<EventInit['query']>> = fc.oneof(
  fc.dictionary(TEXT, fc.oneof(TEXT, fc.integer(), fc.boolean(), fc.array(TEXT, { maxLength: 3 })), { maxKeys: 3 }),
  TEXT.filter((text) => !/\p{Surrogate}/u.test(text)), // a client can't send half a surrogate pair
  fc.array(fc.tuple(TEXT, TEXT), { maxLength: 3 }).map((pairs) => new URLSearchParams(pairs)),
);
const REQUEST = fc.record<EventInit>(
  {
    method: fc.constantFrom('GET', 'PUT'),
    headers: fc.oneof(
      fc.array(fc.tuple(NAME, VALUE), { maxLength: 20 }),
      fc.dictionary(NAME, fc.oneof(VALUE, fc.array(VALUE, { maxLength: 3 })), { maxKeys: 6 }),
    ),
    sourceIp: fc.constantFrom('192.0.2.1', '2001:db8::1'),
    httpVersion: fc.constantFrom('1.1', '2'),
  },
  { requiredKeys: [] },
);
const SETTINGS = fc.record<EventInit>(
  {
    stage: fc.constantFrom('dev', 'v1'),
    stageVariables: fc.dictionary(TEXT, TEXT, { maxKeys: 2 }),
    authorizer: fc.constantFrom<NonNullable<EventInit['authorizer']>>(
      { iam: {} },
      { jwt: { claims: { sub: 'ada' }, scopes: ['a'] } },
      { cognito: { claims: { sub: 'ada' } } },
      { lambda: { context: { a: 1, b: null } } },
    ),
    customDomain: fc.constantFrom(
      { domainName: 'api.example.com' },
      { domainName: 'd', basePath: 'v1' },
      { domainName: 'd', basePath: 'v?1' },
    ),
    apiId: fc.constant('mine'),
    endpointType: fc.constantFrom('EDGE', 'REGIONAL'),
    binaryMediaTypes: fc.constantFrom(['*/*'], ['application/json']),
    testInvoke: fc.boolean(),
    apiKey: fc.constant(true),
    clientCert: fc.constant(true),
    now: fc.constant(() => 1_700_000_000_000.7),
  },
  { requiredKeys: [] },
);

/** Options without cookies and User-Agent, which `headers` may have, too. */
const INIT = fc
  .tuple(PATH, fc.option(QUERY, { nil: undefined }), CONTENT, REQUEST, fc.oneof(fc.constant({}), SETTINGS))
  .map(([path, query, content, request, settings]): EventInit => {
    const isWhole = path.path?.includes('?') || query === undefined;
    return { ...path, ...(!isWhole && { query }), ...content, ...request, ...settings };
  });
const OWN_HEADERS = fc.record<EventInit>(
  { cookies: fc.oneof(fc.dictionary(TEXT, TEXT, { maxKeys: 3 }), fc.array(TEXT, { maxLength: 3 })), userAgent: VALUE },
  { requiredKeys: [] },
);
/** Options that a builder accepts, as far as they contradict nothing. */
const VALID = fc.tuple(INIT, OWN_HEADERS).map(([init, own]): EventInit => {
  const { headers: _, ...others } = init;
  return Object.keys(own).length > 0 ? { ...others, ...own } : init;
});

/** Values of the wrong type, and names that no builder knows. */
const FAULTY = fc
  .tuple(VALID, fc.constantFrom(null, 5, '', {}, [], true, 'x', [1], { a: 1 }), fc.string(), fc.nat())
  .map(([init, value, name, place]) => {
    const names = [
      'method',
      'path',
      'pathParameters',
      'query',
      'headers',
      'cookies',
      'userAgent',
      'form',
      'body',
      'sourceIp',
      'route',
      name,
    ];
    return { ...init, [names[place % names.length] ?? 'method']: value } as EventInit; // what JavaScript can pass
  });

function gatewayOf(target: Target, init: EventInit): Gateway {
  return { target, ...init, ...presetsOf(init) } as Gateway; // the presets replace everything that may be `true`
}

/** A setting that changes nothing, so that the builder checks all options again. */
const SAME = { accountId: '123456789012' };

const BUILDERS = [
  ['rest', buildRestEvent],
  ['http-1.0', buildHttpEventV1],
  ['http-2.0', buildHttpEvent],
  ['function-url', buildFunctionUrlEvent],
] as const satisfies readonly (readonly [Target, (init: never) => unknown])[];

function subjectsOf(target: Target, build: { (init: EventInit): unknown; with(init: EventInit): (init: EventInit) => unknown }): Subject[] {
  const plain = (init: EventInit): unknown => toEventPlainly(requestOfPlainly(init, gatewayOf(target, init)), gatewayOf(target, init));
  return [
    subject(`builder of ${target} events`, VALID, (init) => build(init), plain),
    subject(
      `builder of ${target} events, with defaults`,
      fc.tuple(SETTINGS, VALID),
      ([defaults, init]) => build.with(defaults)(init),
      ([defaults, init]) => plain({ ...defaults, ...init }),
      1 / 2,
    ),
    subject(`builder of ${target} events, defaults alone`, VALID, (defaults) => buildTwice(build.with(defaults)), plain, 1 / 2),
    subject(
      `builder of ${target} events, wrong options`,
      FAULTY,
      (init) => build(init),
      (init) => build({ ...init, ...SAME }),
      1 / 2,
    ),
  ];
}

/** Returns the second event that a builder makes of its defaults alone. */
function buildTwice(build: (init: EventInit) => unknown): unknown {
  build({});
  return build({});
}

function authorizerSubject<T extends 'rest' | 'http-2.0'>(target: T, build: (init: object) => unknown): Subject {
  return subject(
    `builder of ${target} authorizer events`,
    VALID,
    (init) => build(init as object),
    (init) => {
      const gateway = gatewayOf(target, init) as Gateway<T>;
      return toAuthorizerEvent(requestOfPlainly(init, gateway), gateway);
    },
    1 / 4,
  );
}

const authorizerSubjects = [
  authorizerSubject('rest', buildRequestAuthorizerEvent),
  authorizerSubject('http-2.0', buildRequestAuthorizerEventV2),
  subject(
    'messages of a WebSocket session',
    TEXT,
    (text) => buildWebsocketSession({ ids: { requestId: 'r', messageId: 'm' } }).message(text, { route: 'say' }),
    (text) => {
      const gateway: Gateway = { target: 'websocket', route: 'say', ids: { requestId: 'r', messageId: 'm' } };
      return toEventPlainly({ method: 'GET', target: '/', headers: [], body: Buffer.from(text) }, gateway);
    },
    1 / 4,
  ),
];

/** The builders, and what they throw. */
export const builderSubjects: readonly Subject[] = [
  ...BUILDERS.flatMap(([target, build]) => subjectsOf(target, build as unknown as Parameters<typeof subjectsOf>[1])), // more precise types
  ...authorizerSubjects,
];
