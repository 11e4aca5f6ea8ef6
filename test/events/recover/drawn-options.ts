import type { EventInit, Target } from 'apigw-proxy/events';
import * as fc from 'fast-check';

/** A part of a path, and the part of a route that matches it. */
type Part = readonly [sent: string, matched: string];

const FIXED = fc.constantFrom('users', '42').map((text): Part => [text, text]);
const SENT = fc.constantFrom('1', 'ada@example.com', 'caf%C3%A9', 'a+b', '%7Bid%7D', "it's", 'a,b;c=d', '100%25', '(x)!*');
const GREEDY = fc.array(SENT, { maxLength: 2 }).map((sent): Part[] => (sent.length === 0 ? [] : [[sent.join('/'), '{rest+}']]));
const PARTS = fc
  .tuple(fc.array(fc.oneof(FIXED, SENT), { maxLength: 3 }), GREEDY)
  .map(([parts, greedy]): Part[] => [
    ...parts.map((part, index): Part => (typeof part === 'string' ? [part, `{p${index}}`] : part)),
    ...greedy,
  ]);
const PATHS = PARTS.map((parts) => ({ path: join(parts, 0), route: join(parts, 1) }));
const HTTP_PATHS = fc
  .tuple(PATHS, fc.constantFrom('ANY', 'PUT'))
  .map(([{ path, route }, method]): EventInit => ({ path, route: `${method} ${route}` }));

function join(parts: readonly Part[], side: 0 | 1): string {
  return `/${parts.map((part) => part[side]).join('/')}`;
}

const TEXTS = fc.dictionary(fc.constantFrom('sub', 'tenant', 'a b'), fc.constantFrom('1', 'ada', ''), { minKeys: 1 });
const CONTEXT = fc.constantFrom(null, { user: 'ada' }, { user: 'ada', level: '5' });
const IDENTITY = { identityId: 'us-east-1:identity', identityPoolId: 'us-east-1:pool' };
const IAM = fc.constantFrom<EventInit['authorizer']>(
  { iam: {} },
  { iam: { userArn: 'arn:aws:iam::210987654321:user/ada', accountId: '210987654321', principalOrgId: 'o-1' } },
  { iam: { cognitoIdentity: { ...IDENTITY, amr: ['authenticated'] } } },
  { iam: { cognitoIdentity: { ...IDENTITY, amr: ['authenticated', 'cognito', 'cognito:signin:1'] } } },
);
const COGNITO = TEXTS.map((claims) => ({ cognito: { claims } }));
const JWT = fc.record({ claims: TEXTS, scopes: fc.constantFrom(null, ['read', 'write']) }).map((jwt) => ({ jwt }));
const LAMBDA = CONTEXT.map((context) => ({ lambda: { context } }));
const REST_LAMBDA = fc
  .record({ context: CONTEXT, principalId: fc.constantFrom('user', 'ada'), integrationLatency: fc.constantFrom(0, 57) })
  .map((lambda) => ({ lambda }));

const JSON_BODY: EventInit = { json: { name: 'Zoë' } };
const BYTES = new Uint8Array([0, 255]);
const IMAGE: EventInit = { body: BYTES, headers: { 'Content-Type': 'image/png; q=1' } };
const REST_BODIES = fc.constantFrom<EventInit>(
  {},
  JSON_BODY,
  { body: 'text' },
  { ...IMAGE, binaryMediaTypes: ['image/png'] },
  { body: BYTES, binaryMediaTypes: ['*/*'] },
);
const BODIES = fc.constantFrom<EventInit>({}, JSON_BODY, { body: 'text' }, { body: BYTES }, IMAGE);

const HEADERS = fc.constantFrom<{ readonly [name: string]: string | readonly string[] }>(
  {},
  { 'X-Custom': ['one', 'two'], Authorization: 'Bearer abc' },
  { 'X-Forwarded-For': '192.0.2.1', Via: '1.1 proxy' },
  { 'X-Forwarded-Proto-Of': 'a', 'My-X-Amz-Cf-Id': 'b', 'Content-Length-Of': '5' },
);

const CLOUD_FRONT = {
  viewerCountry: 'DE',
  viewerAsn: '3320',
  device: 'mobile',
  edgeIp: '203.0.113.9',
  edgeId: 'ffff',
  requestId: 'cf',
} as const;
const ENDPOINTS = fc.constantFrom<EventInit>(
  {},
  { endpointType: 'EDGE' },
  { endpointType: 'EDGE', cloudFront: CLOUD_FRONT },
  { endpointType: 'PRIVATE', vpc: true },
);

/** Arbitrary values by the name of the option. */
type Values = { readonly [Name in keyof EventInit]?: fc.Arbitrary<EventInit[Name]> };

const COMMON: Values = {
  sourceIp: fc.constantFrom('198.51.100.9', '2001:db8::1'),
  accountId: fc.constant('210987654321'),
  apiId: fc.constant('z9y8x7w6v5'),
  region: fc.constantFrom('eu-west-1', 'cn-north-1'),
  userAgent: fc.constant('test/1.0'),
  cookies: fc.constantFrom(['session=abc'], ['session=abc', 'theme=dark']),
  query: fc.constantFrom('a=1&a=2&b=%26', 'q'),
  ids: fc.constant({ requestId: 'r', extendedRequestId: 'e', traceId: 'Root=1-0', connectionId: 'c', messageId: 'm' }),
  now: fc.constant(() => 1_000_000_000_000),
};
const OF_API: Values = {
  ...COMMON,
  stage: fc.constantFrom('dev', 'v1'),
  stageVariables: fc.constant({ table: 'users' }),
  clientCert: fc.constant(true as const),
};
const API_KEY: Values = { apiKey: fc.constant({ id: 'k1', value: 'secret' }) };
const domainName = 'api.example.com';
const DOMAINS: Values = { customDomain: fc.constantFrom({ domainName }, { domainName, basePath: 'orders/v1' }) };

const SETTINGS: Readonly<Record<Target, Values>> = {
  rest: {
    ...OF_API,
    ...API_KEY,
    ...DOMAINS,
    deploymentId: fc.constant('d9'),
    resourceId: fc.constant('r9'),
    operationName: fc.constant('GetUser'),
    authorizer: fc.oneof(REST_LAMBDA, COGNITO, IAM),
  },
  'http-1.0': { ...OF_API, ...DOMAINS, authorizer: fc.oneof(LAMBDA, JWT, IAM) },
  'http-2.0': {
    ...OF_API,
    customDomain: fc.constantFrom({ domainName }, { domainName, stageInRawPath: false }),
    authorizer: fc.oneof(LAMBDA, JWT, IAM),
  },
  'function-url': { ...COMMON, authorizer: IAM },
  websocket: {
    ...COMMON,
    ...API_KEY,
    stage: fc.constantFrom('dev', 'v1'),
    stageVariables: fc.constant({ table: 'users' }),
    connectedAt: fc.constant(999_999_000_000),
    close: fc.constantFrom({ code: 1001, reason: 'Going away' }, { code: 1000 }),
    authorizer: REST_LAMBDA,
  },
};

/** What the options of each target have besides the settings. */
const REQUESTS: Readonly<Record<Target, readonly fc.Arbitrary<EventInit>[]>> = {
  rest: [PATHS, REST_BODIES, ENDPOINTS],
  'http-1.0': [HTTP_PATHS, BODIES],
  'http-2.0': [HTTP_PATHS, BODIES],
  'function-url': [PATHS.map(({ path }) => ({ path })), BODIES],
  websocket: [fc.constantFrom('$connect', '$default', 'say', '$disconnect').map((route) => ({ route })), fc.constantFrom({}, JSON_BODY)],
};

/** Generates options of a target's builder that its events show. */
export function eventOptions(target: Target): fc.Arbitrary<EventInit> {
  const settings = fc.record(SETTINGS[target] as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  return fc.tuple(HEADERS, settings, ...REQUESTS[target]).map(([more, ...parts]) => {
    const init: EventInit = Object.assign({}, ...parts);
    return { ...init, headers: { ...init.headers, ...more } };
  });
}
