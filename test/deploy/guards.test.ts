import { describe, expect, test } from 'vitest';
import type { Deployment } from '../../src/deploy/index.js';
import { onlyApi, readText, routeOf, say } from './template.js';

// A route that looks guarded is never open by mistake: what guards it is read, or the route stays closed, or is left out.

type Fields = Record<string, unknown>;

const FUNCTION = { Type: 'AWS::Serverless::Function', Properties: { InlineCode: 'x', Handler: 'index.handler', Runtime: 'nodejs22.x' } };
const FUNCTION_ARN = { 'Fn::GetAtt': ['Fn', 'Arn'] };

/** A parameter without a value, a condition that depends on it, and one that depends on that. */
const UNKNOWN = {
  Parameters: { Unknown: { Type: 'String' } },
  Conditions: { IsGuess: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'x'] }, IsOpposite: { 'Fn::Not': [{ Condition: 'IsGuess' }] } },
};

/** A SAM template with an API and the event of a function. */
function sam(kind: 'Api' | 'HttpApi', api: Fields, event: Fields = {}): Deployment {
  const reference = { [kind === 'Api' ? 'RestApiId' : 'ApiId']: { Ref: 'Api' } };
  const events = { E: { Type: kind, Properties: { Path: '/a', Method: 'get', ...reference, ...event } } };
  return readText(
    JSON.stringify({
      Transform: 'AWS::Serverless-2016-10-31',
      ...UNKNOWN,
      Resources: {
        Api: { Type: `AWS::Serverless::${kind}`, Properties: { StageName: 'prod', ...api } },
        Fn: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Events: events } },
      },
    }),
  );
}

/** A SAM template with a WebSocket API. */
function samWebSocket(api: Fields): Deployment {
  const Properties = { Routes: { $connect: { FunctionArn: FUNCTION_ARN } }, ...api };
  return readText(JSON.stringify({ ...UNKNOWN, Resources: { Api: { Type: 'AWS::Serverless::WebSocketApi', Properties }, Fn: FUNCTION } }));
}

/** A SAM template with the URL of a function. */
function functionUrl(AuthType: unknown): Deployment {
  const Properties = { ...FUNCTION.Properties, FunctionUrlConfig: { AuthType } };
  return readText(JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', ...UNKNOWN, Resources: { Fn: { ...FUNCTION, Properties } } }));
}

/** A CloudFormation template with the URL of a function. */
function plainUrl(AuthType: unknown): Deployment {
  const Url = { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: FUNCTION_ARN, AuthType } };
  return readText(
    JSON.stringify({ ...UNKNOWN, Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'x' } } }, Url } }),
  );
}

/** A CloudFormation template with one method of a REST API. */
function method(properties: Fields, resources: Fields = {}): Deployment {
  const Integration = { Type: 'AWS_PROXY', Uri: FUNCTION_ARN };
  const Properties = {
    HttpMethod: 'GET',
    RestApiId: { Ref: 'Api' },
    ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
    Integration,
    ...properties,
  };
  return readText(
    JSON.stringify({
      ...UNKNOWN,
      Resources: {
        Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'a' } },
        Method: { Type: 'AWS::ApiGateway::Method', Properties },
        ...resources,
      },
    }),
  );
}

/** A CloudFormation template with one route of an HTTP API. */
function v2Route(properties: Fields): Deployment {
  const Properties = { ApiId: { Ref: 'Api' }, RouteKey: 'GET /a', Target: 'integrations/none', ...properties };
  return readText(
    JSON.stringify({
      ...UNKNOWN,
      Resources: {
        Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } },
        Gate: { Type: 'AWS::ApiGatewayV2::Authorizer', Properties: { ApiId: { Ref: 'Api' }, AuthorizerType: 'JWT' } },
        Route: { Type: 'AWS::ApiGatewayV2::Route', Properties },
      },
    }),
  );
}

const INTEGRATION = { type: 'aws_proxy', payloadFormatVersion: '2.0', uri: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' };
const GATE = { 'x-amazon-apigateway-authorizer': { type: 'jwt', jwtConfiguration: { issuer: 'https://issuer', audience: ['me'] } } };

/** An OpenAPI document of an HTTP API. */
function openApi(paths: Fields): Fields {
  return { openapi: '3.0.1', info: { title: 'a' }, components: { securitySchemes: { gate: { type: 'oauth2', ...GATE } } }, paths };
}

function operation(properties: Fields): Deployment {
  return readText(JSON.stringify(openApi({ '/a': { get: { 'x-amazon-apigateway-integration': INTEGRATION, ...properties } } })), {
    functions: { orders: 'a.b' },
  });
}

/** Values that are no string, boolean, list of strings or object of settings, and one that only AWS knows. */
const ODD: readonly unknown[] = [[{ a: 1 }], [[]], { $unresolved: `\${Unknown}` }];

/** Choices by a condition that only AWS knows, between a guard and none. */
const CHOICES: readonly unknown[] = [{ Ref: 'AWS::NoValue' }, 'NONE', false].flatMap((none) => [
  { 'Fn::If': ['IsGuess', none, { Ref: 'Unknown' }] },
  { 'Fn::If': ['IsOpposite', { Ref: 'Unknown' }, none] },
]);

/** Checks whether a deployment has an open route. */
function isOpen({ apis }: Deployment): boolean {
  return apis.some(
    ({ routes, authType }) =>
      authType !== 'AWS_IAM' && routes.some(({ authorizer, apiKeyRequired }) => authorizer === undefined && apiKeyRequired !== true),
  );
}

describe('a guard that cannot be read', () => {
  const ofTemplates: readonly (readonly [place: string, read: (odd: unknown) => Deployment])[] = [
    ['Auth of a REST API of SAM', (Auth) => sam('Api', { Auth })],
    ['DefaultAuthorizer of a REST API of SAM', (odd) => sam('Api', { Auth: { DefaultAuthorizer: odd } })],
    ['ApiKeyRequired of a REST API of SAM', (odd) => sam('Api', { Auth: { ApiKeyRequired: odd } })],
    ['Auth of an Api event', (Auth) => sam('Api', {}, { Auth })],
    ['Authorizer of an Api event', (odd) => sam('Api', {}, { Auth: { Authorizer: odd } })],
    ['ApiKeyRequired of an Api event', (odd) => sam('Api', {}, { Auth: { ApiKeyRequired: odd } })],
    ['Auth of an HTTP API of SAM', (Auth) => sam('HttpApi', { Auth })],
    ['DefaultAuthorizer of an HTTP API of SAM', (odd) => sam('HttpApi', { Auth: { DefaultAuthorizer: odd } })],
    ['Auth of an HttpApi event', (Auth) => sam('HttpApi', {}, { Auth })],
    ['Authorizer of an HttpApi event', (odd) => sam('HttpApi', {}, { Auth: { Authorizer: odd } })],
    ['Auth of a WebSocket API of SAM', (Auth) => samWebSocket({ Auth })],
    ['AuthType of a WebSocket API of SAM', (AuthType) => samWebSocket({ Auth: { AuthType } })],
    ['AuthorizationType of a method', (AuthorizationType) => method({ AuthorizationType })],
    ['ApiKeyRequired of a method', (ApiKeyRequired) => method({ ApiKeyRequired })],
    ['AuthorizationType of a route', (AuthorizationType) => v2Route({ AuthorizationType })],
    ['AuthType of a function URL of SAM', functionUrl],
    ['AuthType of a function URL', plainUrl],
  ];
  const cases: typeof ofTemplates = [
    ...ofTemplates,
    ['security of an operation', (security) => operation({ security })],
    ['a requirement of an operation', (odd) => operation({ security: [odd] })],
    ['x-amazon-apigateway-auth', (auth) => operation({ 'x-amazon-apigateway-auth': auth })],
    ['the type in x-amazon-apigateway-auth', (type) => operation({ 'x-amazon-apigateway-auth': { type } })],
  ];

  test.each(cases.flatMap(([place, read]) => ODD.map((odd) => [place, odd, read] as const)))(
    'keeps the route closed: %s is %j',
    (...row) => {
      const [, odd, read] = row;
      const deployment = read(odd);
      expect(isOpen(deployment)).toBe(false);
      expect(deployment.unsupported).not.toEqual([]);
    },
  );

  test.each(ofTemplates.flatMap(([place, read]) => CHOICES.map((choice) => [place, choice, read] as const)))(
    'keeps the route closed, whatever AWS chooses: %s is %j',
    (...row) => {
      const [, choice, read] = row;
      expect(isOpen(read(choice))).toBe(false);
    },
  );

  const guess = { Condition: 'IsGuess' };
  const no = { 'Fn::Equals': ['a', 'b'] };
  test.each<[expression: object]>([
    [guess],
    [{ 'Fn::Or': [guess, no] }],
    [{ 'Fn::Or': [no, guess] }],
    [{ 'Fn::And': [{ 'Fn::Not': [no] }, guess] }],
    [{ 'Fn::Not': [{ 'Fn::Not': [guess] }] }],
    [{ 'Fn::Or': [no, { 'Fn::And': [guess, { Condition: 'IsOpposite' }] }, { 'Fn::Not': [no] }] }],
  ])('keeps the route closed, if the choice depends on a guess among others: %j', (expression) => {
    for (const branches of [
      ['NONE', 'AWS_IAM'],
      ['AWS_IAM', 'NONE'],
    ]) {
      const Properties = {
        ...{ HttpMethod: 'GET', RestApiId: { Ref: 'Api' }, ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] } },
        ...{ Integration: { Type: 'MOCK' }, AuthorizationType: { 'Fn::If': ['IsMixed', ...branches] } },
      };
      const Conditions = { ...UNKNOWN.Conditions, IsMixed: expression };
      const Resources = {
        Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'a' } },
        Method: { Type: 'AWS::ApiGateway::Method', Properties },
      };
      expect(isOpen(readText(JSON.stringify({ ...UNKNOWN, Conditions, Resources })))).toBe(false);
    }
  });

  test('keeps the route closed, whatever AWS chooses: all properties of a method', () => {
    const Properties = (AuthorizationType: string): Fields => ({
      ...{ HttpMethod: 'GET', RestApiId: { Ref: 'Api' }, ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] } },
      ...{ Integration: { Type: 'MOCK' }, AuthorizationType },
    });
    const choice = { 'Fn::If': ['IsGuess', Properties('NONE'), Properties('AWS_IAM')] };
    const Api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'a' } };
    const Method = { Type: 'AWS::ApiGateway::Method', Properties: choice };
    const found = readText(JSON.stringify({ ...UNKNOWN, Resources: { Api, Method } }));
    expect(onlyApi(found).routes).toHaveLength(1);
    expect(isOpen(found)).toBe(false);
  });

  test('is the first of two guards that AWS could choose', () => {
    const Auth = { DefaultAuthorizer: { 'Fn::If': ['IsGuess', 'AWS_IAM', 'Other'] } };
    expect(onlyApi(sam('Api', { Auth })).routes.map(({ authorizer }) => authorizer)).toEqual(['AWS_IAM']);
  });

  test.each([
    ['AWS_IAM', 'gate'],
    ['NONE', 'gate'],
  ])('leaves an authorizer in place: x-amazon-apigateway-auth has the type %s', (type, authorizer) => {
    const found = operation({ security: [{ gate: [] }], 'x-amazon-apigateway-auth': { type } });
    expect(routeOf(found, 'GET /a').authorizer).toBe(authorizer);
    expect(isOpen(operation({ security: [{ gone: [] }], 'x-amazon-apigateway-auth': { type } }))).toBe(false);
    expect(operation({ security: [{ gone: [] }], 'x-amazon-apigateway-auth': { type } }).apis[0]?.routes).toEqual([]);
  });

  test.each<[name: string, value: unknown]>([
    ['a name', 'gate'],
    ['names', ['gate']],
    ['a name that API Gateway would need inside an object', 'AWS_IAM'],
  ])('keeps the route of an operation closed: security has %s', (_, odd) => {
    expect(isOpen(operation({ security: [odd] }))).toBe(false);
    expect(isOpen(operation({ 'x-amazon-apigateway-auth': odd }))).toBe(false);
  });

  test('asks for a scope that no token has, if no scope can be read', () => {
    const guarded = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Gate' } };
    expect(routeOf(v2Route({ ...guarded, AuthorizationScopes: [{}] }), 'GET /a')).toMatchObject({ scopes: ['(unreadable)'] });
    expect(routeOf(v2Route({ ...guarded, AuthorizationScopes: { a: 1 } }), 'GET /a')).toMatchObject({ scopes: ['(unreadable)'] });
    expect(routeOf(v2Route({ ...guarded, AuthorizationScopes: ['read', {}] }), 'GET /a')).toMatchObject({ scopes: ['read'] });
    expect(routeOf(v2Route({ ...guarded, AuthorizationScopes: [] }), 'GET /a').authorizer).toBe('Gate');
  });
});

describe('an authorizer without a type', () => {
  test('guards the method, and is reported', () => {
    const found = method({ AuthorizerId: 'Gate' });
    expect(routeOf(found, 'GET /').authorizer).toBe('Gate');
    expect(say(found.unsupported)).toContain(
      'Resources.Method.Properties: AuthorizationType: `AuthorizerId` needs a type beside it, such as CUSTOM or JWT.',
    );
  });

  test('guards the route of an HTTP API', () => {
    expect(routeOf(v2Route({ AuthorizerId: { Ref: 'Gate' } }), 'GET /a').authorizer).toBe('Gate');
  });

  test('guards $connect', () => {
    const found = samWebSocket({ Auth: { AuthArn: FUNCTION_ARN } });
    expect(isOpen(found)).toBe(false);
    expect(say(found.unsupported)).toContain('Resources.Api.Properties.Auth: AuthType: `AuthArn` needs `AuthType: CUSTOM` beside it.');
  });

  test('is not called with the type NONE, and is reported', () => {
    const found = v2Route({ AuthorizationType: 'NONE', AuthorizerId: { Ref: 'Gate' } });
    expect(routeOf(found, 'GET /a').authorizer).toBeUndefined();
    expect(say(found.optional)).toContain(
      'Resources.Route.Properties.AuthorizationType: The type is NONE, so the authorizer of `AuthorizerId` is not called.',
    );
  });
});

describe('two routes with one key', () => {
  const other = { Type: 'AWS::ApiGateway::Method' };
  const Properties = {
    HttpMethod: 'GET',
    RestApiId: { Ref: 'Api' },
    ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
    Integration: { Type: 'MOCK' },
  };

  test.each([
    ['open', 'guarded', 'NONE', 'AWS_IAM'],
    ['guarded', 'open', 'AWS_IAM', 'NONE'],
  ])('are reported, and the guarded one stays: %s, then %s', (_one, _other, first, second) => {
    const found = method({ AuthorizationType: first }, { Other: { ...other, Properties: { ...Properties, AuthorizationType: second } } });
    expect(onlyApi(found).routes.map(({ authorizer }) => authorizer)).toEqual(['AWS_IAM']);
    expect(say(found.unsupported)).toContain(
      'Resources.Other.Properties.Integration: The API has the route `GET /` twice, so AWS refuses the template.',
    );
  });
});

describe('a $ref', () => {
  const open = { 'x-amazon-apigateway-integration': INTEGRATION };
  const guarded = { ...open, security: [{ gate: [] }] };

  test.each<[name: string, paths: Fields]>([
    ['an operation', { '/b': { get: { $ref: '#/paths/~1a/get', security: [{ gate: [] }] } } }],
    ['a path', { '/b': { $ref: '#/paths/~1a', get: guarded } }],
  ])('is reported and left out with other keys beside it: %s', (_, paths) => {
    const found = readText(JSON.stringify(openApi({ '/a': { get: open }, ...paths })), { functions: { orders: 'a.b' } });
    expect(onlyApi(found).routes.map(({ key }) => key)).toEqual(['GET /a']);
    expect(say(found.unsupported).join('\n')).toContain('Only a description can be next to `$ref`; got ');
  });

  test('can have a description beside it', () => {
    const found = readText(JSON.stringify(openApi({ '/a': { get: open }, '/b': { $ref: '#/paths/~1a', description: 'b' } })), {
      functions: { orders: 'a.b' },
    });
    expect(onlyApi(found).routes.map(({ key }) => key)).toEqual(['GET /a', 'GET /b']);
    expect(found.unsupported).toEqual([]);
  });
});

describe('the authorizers of an API of SAM', () => {
  const document = (schemes: Fields): Fields => ({
    openapi: '3.0.1',
    info: { title: 'a' },
    components: { securitySchemes: schemes },
    paths: { '/b': { get: { security: [{ Gate: [] }], 'x-amazon-apigateway-integration': INTEGRATION } } },
  });
  const Auth = { Authorizers: { Gate: { JwtConfiguration: { issuer: 'https://issuer', audience: ['me'] } } } };

  test.each<[name: string, schemes: Fields]>([
    ['has no scheme of that name', {}],
    ['has a scheme of that name without an authorizer', { Gate: { type: 'http', scheme: 'bearer' } }],
    ['has a scheme of that name that cannot be read', { Gate: 'bearer' }],
  ])('guard the routes of its document, if the document %s', (_, schemes) => {
    const found = sam('HttpApi', { DefinitionBody: document(schemes), Auth });
    expect(routeOf(found, 'GET /b').authorizer).toBe('Gate');
    expect(onlyApi(found).authorizers?.map(({ name, type }) => [name, type])).toEqual([['Gate', 'jwt']]);
  });
});

describe('Globals of SAM', () => {
  const read = (Globals: unknown): string[] => {
    const Resources = { Api: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'prod' } } };
    return say(readText(JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Globals, Resources })).unsupported);
  };

  test('are reported for a kind of resource that has none', () => {
    expect(read({ api: { Auth: { DefaultAuthorizer: 'AWS_IAM' } } })).toEqual([
      'Globals.api: SAM has no globals for "api", so it refuses the template.',
    ]);
  });

  test('are reported if they are no object', () => {
    expect(read([{ Api: { Auth: { DefaultAuthorizer: 'AWS_IAM' } } }])).toEqual(['Globals: This must be an object; got an array.']);
  });
});
