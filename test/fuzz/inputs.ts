import fc from 'fast-check';
import * as arbitraries from '../../src/arbitraries/index.js';
import * as root from '../../src/index.js';
import { STRINGS, text } from './values.js';

// What the functions are made for: requests, settings, events, results and options. `mutated` changes them.

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;
export const HTTP_TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

export const target: fc.Arbitrary<root.Target> = fc.constantFrom(...TARGETS);

const NAMES = [
  ...['Host', 'Cookie', 'cookie', 'Content-Type', 'Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Accept', 'Accept-Encoding'],
  ...['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers', 'Authorization', 'X-Forwarded-For', 'Via', 'Expect'],
  ...[
    'Connection',
    'Upgrade',
    'TE',
    'X-Amzn-Trace-Id',
    'X-API-Key',
    'Set-Cookie',
    'Date',
    'Sec-WebSocket-Protocol',
    '__proto__',
    'a b',
    'é',
    '',
  ],
];

const SAFE = fc.constantFrom('a', 'a, b', 'gzip', 'https://a.example', 'text/html; charset=utf-8', 'Basic YTpi', 'a=b; c=d', '1', '*/*');
const field: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(fc.constantFrom(...NAMES.filter((name) => /^[\w-]+$/.test(name))), SAFE),
  fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), text),
);

/** Header fields, with names that gateways treat specially. */
export const fields: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.array(field, { maxLength: 3 });

export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  fc.constantFrom(...STRINGS).map((each) => new TextEncoder().encode(each)),
);

const hostileRequest = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'OPTIONS', 'HEAD', 'TRACE', 'get', ''), text),
  target: fc.tuple(fc.constantFrom('', '/', '/prod/', '/prod', '*', 'https://example.com/'), text, text).map((parts) => parts.join('')),
  headers: fields,
  body: bytes,
});

export const request: fc.Arbitrary<unknown> = fc.oneof(
  arbitraries.httpRequest({ pathPrefix: '/prod' }),
  arbitraries.httpRequest(),
  hostileRequest,
);

/** Settings with everything that a setting can nest. */
const SETTINGS: readonly root.Gateway[] = [
  { target: 'http-2.0', cors: { allowOrigins: ['https://a.example'], allowMethods: ['GET'], allowHeaders: ['x-a'], maxAge: 5 } },
  { target: 'function-url', cors: root.configureCors({ allowOrigins: ['*'], allowMethods: ['*'] }), invokeMode: 'RESPONSE_STREAM' },
  { target: 'rest', customDomain: { domainName: 'api.example.com', basePath: 'v1' }, binaryMediaTypes: ['*/*'], minimumCompressionSize: 0 },
  { target: 'rest', authorizer: { lambda: { principalId: 'u', context: { a: 1, b: true } } }, apiKey: { id: 'k', value: 'v' } },
  { target: 'http-2.0', authorizer: { jwt: { claims: { sub: 'a' }, scopes: ['s'] } }, stageVariables: { a: 'b' } },
  { target: 'http-2.0', authorizer: { iam: { userArn: 'arn:aws:iam::123456789012:user/a' } }, route: 'GET /{id}/{rest+}' },
  {
    target: 'rest',
    gatewayResponses: root.customizeResponses({ DEFAULT_4XX: { statusCode: 418, responseTemplates: { 'a/b': '$context.path' } } }),
  },
  { target: 'websocket', route: '$connect', identitySource: ['route.request.querystring.a'], connectedAt: 0 },
  { target: 'websocket', route: '$disconnect', close: { code: 1000, reason: 'bye' } },
  {
    target: 'rest',
    identitySource: ['method.request.header.Authorization'],
    endpointType: 'PRIVATE',
    vpc: { vpcId: 'vpc-1', vpceId: 'vpce-1' },
  },
  {
    target: 'rest',
    ids: { requestId: 'r', extendedRequestId: 'x' },
    now: () => 1e12,
    responseTransferMode: 'STREAM',
    route: 'ANY /{proxy+}',
  },
];

export const gateway: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...SETTINGS), target.chain(arbitraries.gateway));

/** A request and settings. Half of them fit each other. */
export const exchange: fc.Arbitrary<readonly [unknown, unknown]> = fc.oneof(
  target.chain(arbitraries.exchange).map((drawn) => [drawn.request, drawn.gateway] as const),
  fc.tuple(request, gateway),
);

export const event: fc.Arbitrary<unknown> = fc.oneof(
  target.chain(arbitraries.event),
  fc.constantFrom(...(['rest', 'http-1.0', 'http-2.0', 'websocket'] as const)).chain(arbitraries.authorizerEvent),
  fc
    .tuple(target, fc.oneof(text, fc.json()))
    .map(([each, body]) => ({ ...root.toEvent({ method: 'POST', target: '/prod', headers: [] }, { target: each }), body })),
);

const hostileResult: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    statusCode: fc.constantFrom<unknown>(200, 204, 304, 401, '200', 1, 999, 1.5, null, '2e2', -1),
    headers: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), text), fc.oneof<fc.Arbitrary<unknown>[]>(text, fc.integer(), fc.boolean())),
    multiValueHeaders: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), text), fc.array(text, { maxLength: 3 })),
    cookies: fc.array(text, { maxLength: 3 }),
    body: text,
    isBase64Encoded: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What a function returns, or what happens in its place. */
export const result: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileResult },
  { weight: 2, arbitrary: fc.constantFrom(...HTTP_TARGETS).chain((each): fc.Arbitrary<unknown> => arbitraries.result(each)) },
  { weight: 2, arbitrary: fc.constantFrom(...HTTP_TARGETS).chain(arbitraries.refusedResult) },
  { weight: 1, arbitrary: text.map(root.payload) },
  { weight: 1, arbitrary: fc.tuple(hostileResult, text).map(([value, more]) => root.payload(`${JSON.stringify(value)}${more}`)) },
  { weight: 1, arbitrary: text.map(root.unauthorized) },
  { weight: 1, arbitrary: fc.tuple(text, text).map(([body, type]) => root.streamedBytes(body, type)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileResult, text)
      .map(([metadata, body]) => root.streamedResult(metadata as unknown as root.HttpResponseStreamMetadata, body)),
  }, // checked when rendered
  { weight: 1, arbitrary: fc.constantFrom('timeout', 'throttled', 'forbidden').map((type) => root.failure(type as root.FailureType)) },
);

const PATHS = [
  { path: '/users/1', route: 'GET /users/{id}' },
  { route: '/users/{id}/{rest+}', pathParameters: { id: 1, rest: 'a/b' } },
  { path: '/a%20b', stage: 'dev' },
  { path: '/', route: '$default' },
  {},
];

const options = fc.record({
  method: fc.constantFrom('GET', 'POST', 'get'),
  query: fc.oneof<fc.Arbitrary<unknown>[]>(
    text,
    fc.dictionary(text, fc.oneof<fc.Arbitrary<unknown>[]>(text, fc.array(text), fc.integer())),
    fc.array(field),
  ),
  headers: fc.oneof<fc.Arbitrary<unknown>[]>(fields, fc.dictionary(text, text)),
  cookies: fc.oneof<fc.Arbitrary<unknown>[]>(fc.dictionary(text, text), fc.array(text)),
  json: fc.jsonValue({ maxDepth: 2 }),
  body: fc.oneof<fc.Arbitrary<unknown>[]>(text, bytes),
  form: fc.dictionary(text, text),
  path: text,
  route: text,
  userAgent: text,
  sourceIp: fc.oneof(fc.constantFrom('192.0.2.1', '::1'), text),
  authorizer: fc.constantFrom<unknown>({ lambda: {} }, { jwt: { claims: { sub: 'a' } } }, { iam: {} }, { cognito: { claims: {} } }),
  override: fc.constantFrom<unknown>({ headers: null }, { requestContext: { stage: 'x' } }),
  stageVariables: fc.dictionary(text, text),
  customDomain: fc.constantFrom({ domainName: 'api.example.com', basePath: 'v1' }),
});

/** Options of a builder: a path, and up to three others. */
export const init: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...PATHS), options, fc.uniqueArray(fc.nat(20), { maxLength: 3 }))
  .map(([path, all, chosen]) => ({ ...path, ...Object.fromEntries(Object.entries(all).filter((_, index) => chosen.includes(index))) }));

/** Responses for `toHttp1Bytes`. Some have headers that would split the response. */
export const response: fc.Arbitrary<unknown> = fc.record({
  status: fc.oneof(fc.integer({ min: 100, max: 600 }), fc.constantFrom(200, 204, 304)),
  statusText: fc.oneof(fc.constantFrom('OK', ''), text),
  headers: fields,
  body: bytes,
});

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users/1';
const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** ARNs and patterns of ARNs. */
export const arn: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(ARN, FUNCTION_ARN, 'arn:aws:execute-api:*:*:a1b2c3d4e5/*/GET/*', `${FUNCTION_ARN}:live`, '*', 'f', '123456789012:f'),
  fc.tuple(fc.constantFrom(ARN, 'arn:aws:execute-api:', `${FUNCTION_ARN}:`), text).map((parts) => parts.join('')),
  fc.tuple(fc.nat(60), fc.constantFrom('*', '?', ':', '/', '**')).map(([at, sign]) => `${ARN.slice(0, at)}${sign}${ARN.slice(at + 1)}`),
  text,
);

const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Deny', 'allow', ''),
    Principal: fc.constantFrom<unknown>(
      '*',
      { Service: 'apigateway.amazonaws.com' },
      { AWS: ['123456789012'] },
      'apigateway.amazonaws.com',
    ),
    Action: fc.constantFrom<unknown>('lambda:InvokeFunction', 'lambda:*', ['lambda:InvokeFunctionUrl', '*'], 'LAMBDA:invoke*'),
    Resource: arn,
    NotAction: text,
    Condition: fc.dictionary(
      fc.constantFrom('ArnLike', 'StringEquals', 'StringLike', 'ForAnyValue:StringLike', 'Bool', 'Null', 'IpAddress', 'ArnLikeIfExists'),
      fc.dictionary(
        fc.constantFrom('AWS:SourceArn', 'aws:SourceAccount', 'lambda:FunctionUrlAuthType', 'k'),
        fc.oneof<fc.Arbitrary<unknown>[]>(arn, fc.array(arn)),
      ),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: ['Effect'] },
);

/** A function's resource policy. */
export const policy: fc.Arbitrary<unknown> = fc.oneof(
  fc.array(statement, { maxLength: 3 }).map((Statement) => ({ Version: '2012-10-17', Statement })),
  arn.map((sourceArn) => root.functionPolicy(root.invokeStatement({ functionArn: FUNCTION_ARN, sourceArn }))),
);
