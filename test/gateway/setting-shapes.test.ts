import type { Gateway } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { checkAuthorizer } from '../../src/gateway/check-authorizer.js';
import { checkEndpoint, checkGateway } from '../../src/gateway/check-gateway.js';
import { checkHeaders } from '../../src/gateway/check-headers.js';

const validity = { notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' };

/** A right value for every setting, with everything that an object can have. */
const FULL: Gateway = {
  target: 'http-2.0',
  stage: 'prod',
  route: 'GET /a',
  stageVariables: { table: 'users' },
  binaryMediaTypes: ['image/*'],
  minimumCompressionSize: 1024,
  inflate: () => undefined,
  cors: {
    allowOrigins: ['*'],
    allowMethods: ['*'],
    allowHeaders: ['*'],
    exposeHeaders: ['*'],
    allowCredentials: true,
    maxAge: 300,
  },
  gatewayResponses: {},
  routeResponse: true,
  identitySource: ['$request.header.Authorization'],
  apiKey: { id: 'k1', value: 'secret' },
  clientCert: { clientCertPem: 'a', subjectDN: 'b', issuerDN: 'c', serialNumber: 'd', validity },
  domainName: 'api.example.com',
  customDomain: { domainName: 'api.example.com', basePath: 'a', stripBasePath: true, stageInPath: true, stageInRawPath: true },
  cloudFront: { viewerCountry: 'DE', viewerAsn: '16509', device: 'mobile', edgeIp: '198.51.100.7', edgeId: 'a', requestId: 'b' },
  vpc: { vpcId: 'vpc-0a1b', vpceId: 'vpce-0a1b' },
  testInvoke: true,
  apiId: 'a1b2c3d4e5',
  accountId: '123456789012',
  region: 'eu-west-1',
  deploymentId: 'd1',
  resourceId: 'r1',
  operationName: 'getUser',
  connectedAt: 0,
  close: { code: 1001, reason: 'Going away' },
  now: () => 0,
  ids: { requestId: 'a', extendedRequestId: 'b', traceId: 'c', connectionId: 'd', messageId: 'e' },
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  responseTransferMode: ['BUFFERED', 'STREAM'],
  invokeMode: ['BUFFERED', 'RESPONSE_STREAM'],
  endpointType: ['EDGE', 'REGIONAL', 'PRIVATE'],
  'cloudFront.device': ['desktop', 'mobile', 'smarttv', 'tablet'],
};
const NULLABLE = ['minimumCompressionSize', 'cors'];
const NEEDED = [
  ...['clientCert.clientCertPem', 'clientCert.subjectDN', 'clientCert.issuerDN', 'clientCert.serialNumber', 'clientCert.validity'],
  ...['clientCert.validity.notBefore', 'clientCert.validity.notAfter', 'customDomain.domainName', 'apiKey.id', 'apiKey.value'],
  ...['vpc.vpcId', 'vpc.vpceId', 'close.code'],
];

const LAMBDA = { principalId: 'a', context: { tenant: 'b' }, integrationLatency: 5 };
const IDENTITY = { amr: ['a'], identityId: 'b', identityPoolId: 'c' };
const IAM = { accessKey: 'a', accountId: 'b', callerId: 'c', principalOrgId: 'd', userArn: 'e', userId: 'f', cognitoIdentity: IDENTITY };
const AUTHORIZERS: readonly object[] = [
  { lambda: LAMBDA },
  { cognito: { claims: { sub: 'a' } } },
  { jwt: { claims: { sub: 'a' }, scopes: ['read'] } },
  { iam: IAM },
];
const NULLABLE_FIELDS = ['lambda.context', 'jwt.scopes', 'iam.cognitoIdentity', 'iam.principalOrgId'];
const NEEDED_FIELDS = [
  ...['cognito.claims', 'jwt.claims'],
  ...['iam.cognitoIdentity.amr', 'iam.cognitoIdentity.identityId', 'iam.cognitoIdentity.identityPoolId'],
];

/** Every path of keys in an object, without those whose names are free. */
function pathsIn(value: object, before: readonly string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...before, key];
    const isOpen = ['target', 'stageVariables', 'gatewayResponses', 'claims', 'context'].includes(key);
    const isInner = typeof inner === 'object' && !Array.isArray(inner) && !isOpen;
    return key === 'target' ? [] : [path, ...(isInner ? pathsIn(inner as object, path) : [])];
  });
}

/** A copy of an object with another value at a path. `undefined` removes it. */
function replaceAt(object: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const changed = rest.length === 0 ? value : replaceAt(Object(Reflect.get(object, key)), rest, value);
  return { ...object, [key]: changed };
}

/** A table, and the function that checks it. */
interface Subject {
  readonly full: object;
  readonly check: (value: object) => void;
  readonly nullable: readonly string[];
  readonly needed: readonly string[];
  readonly prefix: readonly string[];
}
const SUBJECTS: [string, Subject][] = [
  ['gateway', { full: FULL, check: (value) => checkGateway(value as Gateway), nullable: NULLABLE, needed: NEEDED, prefix: [] }],
  ...AUTHORIZERS.map((full): [string, Subject] => [
    `authorizer ${Object.keys(full)}`,
    { full, check: (value) => checkAuthorizer(value, 'rest'), nullable: NULLABLE_FIELDS, needed: NEEDED_FIELDS, prefix: ['authorizer'] },
  ]),
];

describe.each(SUBJECTS)('the settings of a %s', (_, { full, check, nullable, needed, prefix }) => {
  const paths = pathsIn(full);
  const isKind = (path: readonly string[]) => prefix.length > 0 && path.length === 1;

  test('are accepted, each of them', () => {
    expect(() => check(full)).not.toThrow();
  });

  test.each(paths.map((path) => [path.join('.'), path] as const))('has a check for %s that says what to pass', (name, path) => {
    const symbol = Symbol('wrong');
    const fix = expect.stringMatching(/^Pass (?=.{4}).*\.$/);
    const error = { name: 'GatewayError', code: 'invalid-option', path: [...prefix, ...path], fix };
    expect(() => check(replaceAt(full, path, symbol))).toThrow(expect.objectContaining(error));
    const withNull = () => check(replaceAt(full, path, null));
    if (nullable.includes(name)) expect(withNull).not.toThrow();
    else expect(withNull).toThrow(expect.objectContaining(error));
    const without = () => check(replaceAt(full, path, undefined));
    const missing = { code: 'missing-option', path: [...prefix, ...path], fix };
    if (needed.includes(name)) expect(without).toThrow(expect.objectContaining(missing));
    else if (!isKind(path)) expect(without).not.toThrow();
    const below = typeof path.reduce<unknown>((value, key) => Object(value)[key], full) === 'object';
    if (below && !/Variables|Types|Responses|Source|allow|expose|claims|context|amr|scopes/.test(name)) {
      const unknown = { code: 'unknown-option', path: [...prefix, ...path, 'other'] };
      expect(() => check(replaceAt(full, [...path, 'other'], 1))).toThrow(expect.objectContaining(unknown));
    }
  });
});

describe('checkGateway', () => {
  test.each(Object.entries(CHOICES))('accepts, as %s, one of %j', (name, choices) => {
    const path = name.split('.');
    for (const choice of choices) expect(() => checkGateway(replaceAt({ target: 'rest' }, path, choice) as Gateway)).not.toThrow();
    const list = choices.map((choice) => `'${choice}'`).join(', ');
    const message = `\`${name}\` must be one of ${list}; got "". Pass '${choices[0]}'.`;
    expect(() => checkGateway(replaceAt({ target: 'rest' }, path, '') as Gateway)).toThrow(
      expect.objectContaining({ code: 'invalid-option', path, message }),
    );
  });

  test.each([
    ['stage', '', '`$default`, or at most 128 letters, digits, - and _'],
    ['stage', 'a b', '`$default`, or at most 128 letters, digits, - and _'],
    ['region', '', 'a non-empty string'],
    ['apiId', '', 'a non-empty string'],
    ['accountId', '', 'a non-empty string'],
    ['domainName', '', 'a non-empty string'],
    ['customDomain', { domainName: '' }, 'a non-empty string'],
    ['route', 5, 'a string'],
    ['testInvoke', 'true', 'a boolean'],
    ['inflate', {}, 'a function'],
    ['gatewayResponses', 5, 'an object'],
    ['connectedAt', Number.NaN, 'a number'],
    ['connectedAt', '5', 'a number'],
    ['minimumCompressionSize', 1.5, 'an integer that is 0 or more'],
    ['minimumCompressionSize', -1, 'an integer that is 0 or more'],
    ['minimumCompressionSize', '1', 'an integer that is 0 or more'],
    ['binaryMediaTypes', 'image/*', 'an array of strings'],
    ['stageVariables', 'a', 'an object of strings'],
    ['binaryMediaTypes', ['a', 5], 'a string'],
    ['stageVariables', { a: 5 }, 'a string'],
  ])('rejects %s %j, which must be %s', (name, value, must) => {
    const message = expect.stringContaining(` must be ${must}; got `);
    expect(() => checkGateway({ target: 'rest', [name]: value } as Gateway)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message }),
    );
  });

  test('accepts 0 as a size, and every stage that AWS does', () => {
    for (const setting of [{ minimumCompressionSize: 0 }, { stage: 'a-B_9' }]) checkGateway({ target: 'rest', ...setting });
    checkGateway({ target: 'http-2.0', stage: '$default' });
    const fix = "Pass a stage name such as 'prod'. A REST API has no stage `$default`.";
    const message = `\`stage\` must be at most 128 letters, digits, - and _; got "$default". ${fix}`;
    expect(() => checkGateway({ target: 'rest', stage: '$default' })).toThrow(
      expect.objectContaining({ code: 'invalid-option', path: ['stage'], message, fix }),
    );
  });

  test.each([checkGateway, checkEndpoint])('says what to pass instead of 5', (check) => {
    const message = "`gateway` must be an object; got 5. Pass settings such as { target: 'rest' }.";
    expect(() => check(5 as never)).toThrow(expect.objectContaining({ code: 'invalid-option', path: ['gateway'], message }));
  });

  test.each(['stage', 'domainName', 'customDomain', 'testInvoke', 'apiId', 'accountId', 'region'])(
    'has %s among what makes the URL',
    (name) => {
      expect(() => checkEndpoint({ target: 'rest', [name]: 5 } as never)).toThrow(expect.objectContaining({ path: [name] }));
      expect(() => checkEndpoint({ target: 'rest', route: 5 } as never)).not.toThrow();
    },
  );

  test.each([
    ['rest', ['restapi', 'rest-api', 'apigateway', 'v1']],
    ['http-1.0', ['1.0']],
    ['http-2.0', ['http', 'httpapi', 'http-api', 'apigatewayv2', 'v2', '2.0', 'HTTP']],
    ['websocket', ['ws']],
    ['function-url', ['url', 'lambda-url', 'lambda']],
  ])('guesses %s from its other names', (target, names) => {
    const fix = `Did you mean \`${target}\`?`;
    for (const name of names) {
      expect(() => checkGateway({ target: name } as never)).toThrow(expect.objectContaining({ code: 'unknown-target', fix }));
    }
  });
});

describe('checkAuthorizer', () => {
  const MUST = '`authorizer` must be an object with one of the keys lambda, cognito, jwt, iam; got';

  test.each([
    ['rest', {}, `${MUST} an empty object. Pass { cognito: { claims: { sub: 'ada' } } }.`],
    ['http-1.0', {}, `${MUST} an empty object. Pass { jwt: { claims: { sub: 'ada' }, scopes: null } }.`],
    ['http-2.0', 5, `${MUST} 5. Pass { jwt: { claims: { sub: 'ada' }, scopes: null } }.`],
    ['function-url', {}, `${MUST} an empty object. Pass { iam: {} }.`],
    ['websocket', {}, `${MUST} an empty object. Pass { lambda: { principalId: 'user', context: { tenant: 'a' } } }.`],
    ['rest', { claims: {} }, `${MUST} an object with claims. Did you mean \`{ cognito: { claims } }\`?`],
    ['http-2.0', { scopes: [] }, `${MUST} an object with scopes. Did you mean \`{ jwt: { scopes } }\`?`],
    ['http-2.0', { claims: {}, scopes: [] }, `${MUST} an object with claims, scopes. Did you mean \`{ jwt: { claims, scopes } }\`?`],
    ['rest', { principalId: 'a' }, `${MUST} an object with principalId. Did you mean \`{ lambda: { principalId } }\`?`],
    ['rest', { a: 1, context: {} }, `${MUST} an object with a, context. Did you mean \`{ lambda: { a, context } }\`?`],
    ['rest', { lamda: {} }, `${MUST} an object with lamda. Did you mean \`lambda\`?`],
    [
      'rest',
      { lambda: 5 },
      "`authorizer.lambda` must be an object; got 5. Pass { lambda: { principalId: 'user', context: { tenant: 'a' } } } as `authorizer`.",
    ],
    ['rest', { iam: {}, jwt: {} }, '`authorizer.iam` and `authorizer.jwt` contradict each other. Remove one of them.'],
    ['rest', { iam: {}, other: {} }, 'Unknown option `authorizer.other`. Use one of lambda, cognito, jwt, iam.'],
  ] as const)('says, at %s, what is wrong with %j', (target, authorizer, message) => {
    expect(() => checkAuthorizer(authorizer as object, target)).toThrow(message);
  });
});

describe('checkHeaders', () => {
  test.each<[unknown, (string | number)[], string]>([
    [{}, ['headers'], "`headers` must be an array of [name, value] pairs; got an object. Pass pairs such as [['Accept', '*/*']]."],
    [['a'], ['headers', 0], "`headers[0]` must be a pair of strings; got \"a\". Pass a pair such as ['Accept', '*/*']."],
    [
      [
        ['a', 'b'],
        [5, 'b'],
      ],
      ['headers', 1],
      "`headers[1]` must be a pair of strings; got an array. Pass a pair such as ['Accept', '*/*'].",
    ],
    [[['a', 5]], ['headers', 0, 1], "`headers[0][1]` must be a string; got 5. Pass a pair such as ['Accept', '*/*']."],
  ])('says what is wrong with %j', (headers, path, message) => {
    expect(() => checkHeaders(headers)).toThrow(expect.objectContaining({ code: 'invalid-option', path, message }));
  });

  test('accepts pairs of strings', () => {
    expect(() => checkHeaders([['a', 'b']])).not.toThrow();
  });
});
