import { describe, expect, test } from 'vitest';
import type { Deployment } from '../../../src/deploy/index.js';
import { onlyApi, readText, routeOf, say } from '../template.js';

/** A template with one function, whose events are given, and other resources. */
function withEvents(events: object, resources: object = {}, sections: object = {}): Deployment {
  const Properties = { CodeUri: './a', Handler: 'a.b', Runtime: 'nodejs22.x', Events: events };
  const template = {
    Transform: 'AWS::Serverless-2016-10-31',
    ...sections,
    Resources: { Fn: { Type: 'AWS::Serverless::Function', Properties }, ...resources },
  };
  return readText(JSON.stringify(template));
}

function restEvent(properties: object = {}): object {
  return { E: { Type: 'Api', Properties: { Path: '/a', Method: 'get', ...properties } } };
}

function httpEvent(properties: object = {}): object {
  return { E: { Type: 'HttpApi', Properties: { Path: '/a', Method: 'get', ...properties } } };
}

const RestApiId = { Ref: 'Api' };
const ApiId = { Ref: 'Api' };

function restApi(properties: object = {}): object {
  return { Api: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'prod', ...properties } } };
}

function httpApi(properties: object = {}): object {
  return { Api: { Type: 'AWS::Serverless::HttpApi', Properties: properties } };
}

describe('an Api event', () => {
  test('makes the implicit REST API with the stage Prod', () => {
    expect(onlyApi(withEvents(restEvent()))).toMatchObject({ target: 'rest', id: 'ServerlessRestApi', name: 'demo', stage: 'Prod' });
  });

  test.each([
    ['get', 'GET /a'],
    ['Any', 'ANY /a'],
    ['OPTIONS', 'OPTIONS /a'],
  ])('takes the method %s', (Method, key) => {
    expect(onlyApi(withEvents(restEvent({ Method }))).routes.map((route) => route.key)).toEqual([key]);
  });

  test.each<[name: string, properties: object, message: string]>([
    ['the method *', { Method: '*' }, 'Resources.Fn.Properties.Events.E: `*` is not a method. Write `any` for all methods.'],
    ['a path without a slash', { Path: 'a' }, 'Resources.Fn.Properties.Events.E: The path `a` must begin with `/`.'],
    [
      'an API of another stack',
      { RestApiId: { 'Fn::ImportValue': 'api' } },
      `Resources.Fn.Properties.Events.E.Properties.RestApiId: SAM needs a \`Ref\` to an API of this template; got \`\${import:api}\`.`,
    ],
    [
      'an API of another kind',
      { RestApiId: { Ref: 'Fn' } },
      'Resources.Fn.Properties.Events.E: `Fn` is not an AWS::Serverless::Api in this template, so SAM adds no route.',
    ],
  ])('is reported with %s', (_, properties, message) => {
    expect(say(withEvents(restEvent(properties)).unsupported)).toContain(message);
  });

  test('is reported if the API has its route already', () => {
    const twice = { ...restEvent(), F: { Type: 'Api', Properties: { Path: '/a', Method: 'GET' } } };
    const found = withEvents(twice);
    expect(onlyApi(found).routes).toHaveLength(1);
    expect(say(found.unsupported)).toEqual([
      'Resources.Fn.Properties.Events.F: The API has the route `GET /a` already, so SAM refuses the template.',
    ]);
  });

  test('carries over the time limit and the transfer mode', () => {
    const found = withEvents(restEvent({ TimeoutInMillis: 500, ResponseTransferMode: 'RESPONSE_STREAM' }));
    expect(routeOf(found, 'GET /a')).toMatchObject({ timeoutInMillis: 500, streaming: true });
  });
});

describe('an HttpApi event', () => {
  test('makes the implicit HTTP API with the stage $default', () => {
    expect(onlyApi(withEvents(httpEvent()))).toMatchObject({ target: 'http-2.0', id: 'ServerlessHttpApi', stage: '$default' });
  });

  test('without a path is the route for all other requests', () => {
    expect(onlyApi(withEvents({ E: { Type: 'HttpApi' } })).routes).toMatchObject([{ key: '$default', payloadVersion: '2.0' }]);
  });

  test('needs a path and a method together', () => {
    expect(say(withEvents({ E: { Type: 'HttpApi', Properties: { Path: '/a' } } }).unsupported)).toContain(
      'Resources.Fn.Properties.Events.E: `Path` and `Method` must come together, or not at all.',
    );
  });

  test('has the payload version that it names', () => {
    expect(onlyApi(withEvents(httpEvent({ PayloadFormatVersion: '1.0' })))).toMatchObject({ target: 'http-1.0' });
  });
});

describe('another event', () => {
  test.each(['Schedule', 'SQS', 'S3', 'Invented'])('is reported: %s', (Type) => {
    expect(withEvents({ E: { Type } }).unsupported.map(({ where }) => where)).toEqual(['Resources.Fn.Properties.Events.E']);
  });

  test('of a state machine is a service integration', () => {
    const Flow = { Type: 'AWS::Serverless::StateMachine', Properties: { Events: restEvent() } };
    const found = withEvents({}, { Flow });
    expect(onlyApi(found).routes).toEqual([{ key: 'GET /a', integration: 'aws-service' }]);
    expect(found.unsupported.map(({ where }) => where)).toEqual(['Resources.Flow.Properties.Events.E']);
  });
});

describe('Globals', () => {
  test('merge objects, put their list items first, and yield to scalars', () => {
    const globals = {
      Function: { Timeout: 9, Runtime: 'nodejs20.x', Layers: ['one'], Environment: { Variables: { A: 'global', B: 'global' } } },
    };
    const resources = {
      Other: {
        Type: 'AWS::Serverless::Function',
        Properties: { CodeUri: './b', Handler: 'b.c', Layers: ['two'], Timeout: 4, Environment: { Variables: { B: 'own' } } },
      },
    };
    const found = withEvents({}, resources, { Globals: globals });
    expect(found.functions['Other']).toMatchObject({ timeout: 4, runtime: 'nodejs20.x', environment: { A: 'global', B: 'own' } });
    expect(found.functions['Fn']).toMatchObject({ timeout: 9, environment: { A: 'global', B: 'global' } });
  });

  test('are where findings about them stand', () => {
    const { optional } = withEvents(
      {},
      {},
      { Globals: { Function: { MemorySize: 1, Environment: { Variables: { T: { Ref: 'Table' } } } } } },
    );
    expect(optional.map(({ where }) => where)).toEqual(['Globals.Function.MemorySize', 'Globals.Function.Environment.Variables.T']);
  });

  test.each(['Function', 'Api', 'HttpApi', 'SimpleTable', 'StateMachine', 'LayerVersion', 'CapacityProvider', 'WebSocketApi'])(
    'can be those of %s',
    (section) => {
      expect(say(withEvents({}, {}, { Globals: { [section]: {} } }).unsupported)).toEqual([]);
    },
  );

  test('are where findings about the items of their lists stand', () => {
    const Api = { MethodSettings: [{ CachingEnabled: true }] };
    const Rest = { Type: 'AWS::Serverless::Api', Properties: { StageName: 'a', BinaryMediaTypes: [{ a: 1 }], MethodSettings: [] } };
    const found = withEvents({}, { Rest }, { Globals: { Api: { ...Api, BinaryMediaTypes: [[], {}] } } });
    expect(found.unsupported.map(({ where }) => where)).toEqual([
      'Globals.Api.BinaryMediaTypes.0',
      'Globals.Api.BinaryMediaTypes.1',
      'Resources.Rest.Properties.BinaryMediaTypes.0',
      'Resources.Rest.Properties.MethodSettings',
    ]);
  });

  test('are all ignored by a resource that ignores *', () => {
    const Fn = { Type: 'AWS::Serverless::Function', IgnoreGlobals: '*', Properties: { CodeUri: './b', Handler: 'b.c' } };
    const found = withEvents({}, { Other: Fn }, { Globals: { Function: { Timeout: 9, Runtime: 'nodejs20.x' } } });
    expect(found.functions['Other']).toMatchObject({ timeout: 3, handler: 'b.c' });
    expect(found.functions['Other']).not.toHaveProperty('runtime');
  });

  test('are ignored by a resource that says so', () => {
    const resources = {
      Other: { Type: 'AWS::Serverless::Function', IgnoreGlobals: ['Timeout'], Properties: { CodeUri: './b', Handler: 'b.c' } },
    };
    const found = withEvents({}, resources, { Globals: { Function: { Timeout: 9, Runtime: 'nodejs20.x' } } });
    expect(found.functions['Other']).toMatchObject({ timeout: 3, runtime: 'nodejs20.x' });
  });
});

describe('the implicit API', () => {
  test.each([
    ['Api', 'AWS::Serverless::Api', 'ServerlessRestApi', 'GET /a'],
    ['HttpApi', 'AWS::Serverless::HttpApi', 'ServerlessHttpApi', 'GET /a'],
  ])('of %s events can be a resource with other settings', (Type, api, id, key) => {
    const Properties = { Path: '/a', Method: 'get' };
    const own = { [id]: { Type: api, Properties: { Name: 'own', StageName: 'live' } } };
    expect(onlyApi(withEvents({ E: { Type, Properties } }, own))).toMatchObject({ id, name: 'own', stage: 'live', routes: [{ key }] });
  });
});

describe('a stage of an API', () => {
  const mapping = (Stage: unknown, stage: string): Deployment => {
    const Properties = { DomainName: 'a.example', RestApiId: { Ref: 'Api' }, Stage };
    return withEvents({}, { ...restApi({ StageName: stage }), Mapping: { Type: 'AWS::ApiGateway::BasePathMapping', Properties } });
  };

  test.each([
    ['Api', 'prod'],
    ['ApiStage', 'prod'],
    ['ApiprodStage', 'prod'],
    ['ApiStage', 'not-alphanumeric'],
  ])('is %s for other resources, if it is %s', (id, stage) => {
    expect(onlyApi(mapping({ Ref: id }, stage)).customDomains).toEqual([{ domain: 'a.example', basePath: '', stage }]);
  });

  test.each([
    ['Apinot-alphanumericStage', 'not-alphanumeric'],
    ['ApiApiGatewayDefaultStage', 'prod'],
    ['ApidevStage', 'prod'],
  ])('is not %s, if it is %s', (id, stage) => {
    expect(onlyApi(mapping({ Ref: id }, stage)).customDomains?.[0]?.stage).toBeNull();
  });

  test('has an id of its own, if it is the default stage of an HTTP API', () => {
    const Properties = { DomainName: 'a.example', ApiId: { Ref: 'Api' }, Stage: { Ref: 'ApiApiGatewayDefaultStage' } };
    const found = withEvents({}, { ...httpApi(), Mapping: { Type: 'AWS::ApiGatewayV2::ApiMapping', Properties } });
    expect(onlyApi(found).customDomains).toEqual([{ domain: 'a.example', basePath: '', stage: '$default' }]);
  });
});

describe('Cors of a REST API', () => {
  function preflight(Cors: unknown, Method = 'get', auth: object = {}): unknown {
    const found = withEvents(restEvent({ RestApiId, Method }), restApi({ Cors, ...auth }));
    return onlyApi(found).routes.find(({ key }) => key === 'OPTIONS /a');
  }

  test.each<[name: string, cors: unknown, method: string, headers: object]>([
    ['an origin alone', "'*'", 'get', { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET,OPTIONS' }],
    [
      'any method',
      { AllowOrigin: "'a'" },
      'any',
      { 'Access-Control-Allow-Origin': 'a', 'Access-Control-Allow-Methods': 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT' },
    ],
    [
      'all settings',
      { AllowMethods: "'PUT'", AllowHeaders: "'x'", MaxAge: "'5'", AllowCredentials: true, AllowOrigin: "'a'" },
      'get',
      {
        'Access-Control-Allow-Origin': 'a',
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'x',
        'Access-Control-Max-Age': '5',
        'Access-Control-Allow-Credentials': 'true',
      },
    ],
  ])('answers a preflight request with %s', (_, cors, method, headers) => {
    expect(preflight(cors, method)).toMatchObject({ integration: 'mock', mock: { status: 200, headers } });
  });

  test('leaves a path with its own OPTIONS alone', () => {
    expect(preflight("'*'", 'options')).toMatchObject({ integration: 'proxy' });
  });

  const Auth = { DefaultAuthorizer: 'AWS_IAM', ApiKeyRequired: true };

  test('asks for the default authorizer and the API key, unless the API says otherwise', () => {
    expect(preflight("'*'", 'get', { Auth })).toMatchObject({ authorizer: 'AWS_IAM', apiKeyRequired: true });
    const open = { ...Auth, AddDefaultAuthorizerToCorsPreflight: false, AddApiKeyRequiredToCorsPreflight: false };
    const route = preflight("'*'", 'get', { Auth: open });
    expect(route).not.toHaveProperty('authorizer');
    expect(route).not.toHaveProperty('apiKeyRequired');
  });

  test('needs quotes inside its values', () => {
    const { unsupported } = withEvents(restEvent({ RestApiId }), restApi({ Cors: '*' }));
    expect(say(unsupported)).toEqual([`Resources.Api.Properties.Cors: AllowOrigin: Write the value with single quotes inside: "'*'".`]);
  });
});

describe('Auth of a REST API', () => {
  const Auth = {
    DefaultAuthorizer: 'Token',
    Authorizers: {
      Token: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, Identity: { Header: 'X', ValidationExpression: '^a', ReauthorizeEvery: 5 } },
      Request: {
        FunctionPayloadType: 'REQUEST',
        FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] },
        Identity: { Headers: ['A'], QueryStrings: ['b'], StageVariables: ['c'], Context: ['d'] },
      },
      Pool: { UserPoolArn: { 'Fn::GetAtt': ['Users', 'Arn'] }, AuthorizationScopes: ['read'] },
    },
  };
  const access = (auth: object | undefined): object =>
    routeOf(withEvents(restEvent({ RestApiId, Auth: auth }), restApi({ Auth })), 'GET /a');

  test('has authorizers of all types', () => {
    expect(onlyApi(withEvents({}, restApi({ Auth }))).authorizers).toEqual([
      { name: 'Token', type: 'token', identitySource: ['method.request.header.X'], ttl: 5, validation: '^a', function: 'Fn' },
      {
        name: 'Request',
        type: 'request',
        identitySource: ['method.request.header.A', 'method.request.querystring.b', 'stageVariables.c', 'context.d'],
        function: 'Fn',
      },
      { name: 'Pool', type: 'cognito', identitySource: ['method.request.header.Authorization'], userPools: [`\${Users.Arn}`] },
    ]);
  });

  test.each<[name: string, auth: object | undefined, expected: object]>([
    ['nothing', undefined, { authorizer: 'Token' }],
    ['NONE', { Authorizer: 'NONE' }, {}],
    ['NONE with scopes', { Authorizer: 'NONE', AuthorizationScopes: ['read'] }, {}],
    ['scopes of no authorizer', { AuthorizationScopes: ['read'] }, { authorizer: 'Token' }],
    ['another authorizer', { Authorizer: 'Request' }, { authorizer: 'Request' }],
    ['an authorizer with scopes', { Authorizer: 'Pool' }, { authorizer: 'Pool', scopes: ['read'] }],
    ['other scopes', { Authorizer: 'Pool', AuthorizationScopes: ['write'] }, { authorizer: 'Pool', scopes: ['write'] }],
    ['no scopes', { Authorizer: 'Pool', AuthorizationScopes: [] }, { authorizer: 'Pool' }],
    ['AWS_IAM', { Authorizer: 'AWS_IAM' }, { authorizer: 'AWS_IAM' }],
    ['an API key alone', { Authorizer: 'NONE', ApiKeyRequired: true }, { apiKeyRequired: true }],
    ['an unknown authorizer', { Authorizer: 'Nobody' }, { authorizer: 'Nobody' }],
  ])('guards a route whose event asks for %s', (_, auth, expected) => {
    const {
      key: _key,
      integration: _integration,
      function: _function,
      handler: _handler,
      codeUri: _codeUri,
      ...rest
    } = Object(access(auth));
    expect(rest).toEqual(expected);
  });
});

describe('the definition of an API', () => {
  const operation = { 'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri: 'https://a.example' } };
  const body = (paths: object): object => ({ openapi: '3.0.1', info: { title: 'written', version: '1' }, paths });

  test('takes no routes from events', () => {
    const found = withEvents(restEvent({ RestApiId }), restApi({ DefinitionBody: body({ '/b': { get: operation } }) }));
    expect(onlyApi(found)).toMatchObject({ name: 'written', routes: [{ key: 'GET /b' }] });
    expect(found.unsupported.map(({ where }) => where)).toEqual(['Resources.Fn.Properties.Events.E']);
  });

  test('may have the route of an event already', () => {
    const found = withEvents(restEvent({ RestApiId }), restApi({ DefinitionBody: body({ '/a': { get: operation } }) }));
    expect(onlyApi(found).routes).toMatchObject([{ key: 'GET /a', integration: 'http-proxy' }]);
    expect(say(found.unsupported)).toEqual([]);
    expect(say(found.optional)).toContain(
      'Resources.Fn.Properties.Events.E: The definition of the API already has the route `GET /a`, so this event adds nothing.',
    );
  });

  test('takes the routes of events with MergeDefinitions, and theirs win', () => {
    const DefinitionBody = body({ '/a': { get: operation }, '/b': { get: operation } });
    const found = withEvents(restEvent({ RestApiId, TimeoutInMillis: 70 }), restApi({ DefinitionBody, MergeDefinitions: true }));
    expect(onlyApi(found).routes).toMatchObject([
      { key: 'GET /a', integration: 'proxy', function: 'Fn', timeoutInMillis: 70 },
      { key: 'GET /b', integration: 'http-proxy' },
    ]);
  });

  test('of an HTTP API gets the integrations that it lacks', () => {
    const DefinitionBody = body({ '/a': { get: {} }, '/b': { get: operation } });
    const events = { ...httpEvent({ ApiId }), F: { Type: 'HttpApi', Properties: { ApiId, Path: '/b', Method: 'get' } } };
    const found = withEvents(events, httpApi({ DefinitionBody }));
    expect(onlyApi(found).routes).toMatchObject([
      { key: 'GET /a', integration: 'proxy', function: 'Fn', payloadVersion: '2.0' },
      { key: 'GET /b', integration: 'http-proxy' },
    ]);
    expect(say(found.unsupported)).toEqual([]);
  });

  test('is guarded by the default authorizer', () => {
    const Auth = { DefaultAuthorizer: 'AWS_IAM' };
    const found = withEvents({}, restApi({ DefinitionBody: body({ '/b': { get: operation } }), Auth }));
    expect(routeOf(found, 'GET /b').authorizer).toBe('AWS_IAM');
  });

  const own = { ...operation, security: [{ Pool: ['read'] }] };
  const Authorizers = {
    Pool: { UserPoolArn: 'arn:pool' },
    Other: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
  };

  test.each<[auth: object | undefined, merging: boolean, expected: object]>([
    [undefined, false, { authorizer: 'Pool', scopes: ['read'] }],
    [{ Authorizer: 'Other' }, false, { authorizer: 'Pool', scopes: ['read'] }],
    [{ ApiKeyRequired: true }, false, { authorizer: 'Pool', scopes: ['read'] }],
    [{ OverrideApiAuth: true }, false, { authorizer: 'Pool', scopes: ['read'] }],
    [{ Authorizer: 'Other', OverrideApiAuth: true }, false, { authorizer: 'Other' }],
    [{ Authorizer: 'NONE', OverrideApiAuth: true }, false, {}],
    [{ ApiKeyRequired: true, OverrideApiAuth: true }, false, { authorizer: 'Pool', scopes: ['read'], apiKeyRequired: true }],
    [{ Authorizer: 'Other', AuthorizationScopes: ['write'], OverrideApiAuth: true }, false, { authorizer: 'Other', scopes: ['write'] }],
    [undefined, true, { authorizer: 'Pool', scopes: ['read'] }],
    [{ Authorizer: 'Other' }, true, { authorizer: 'Other' }],
    [{ Authorizer: 'NONE' }, true, {}],
    [{ ApiKeyRequired: true }, true, { authorizer: 'Pool', scopes: ['read'], apiKeyRequired: true }],
  ])('guards its route if the event has %j (MergeDefinitions: %j)', (auth, MergeDefinitions, expected) => {
    const DefinitionBody = body({ '/a': { get: own } });
    const event = { RestApiId, ...(auth === undefined ? {} : { Auth: auth }) };
    const found = withEvents(restEvent(event), restApi({ DefinitionBody, MergeDefinitions, Auth: { Authorizers } }));
    const { authorizer, scopes, apiKeyRequired } = routeOf(found, 'GET /a');
    expect({ authorizer, scopes, apiKeyRequired }).toEqual({
      authorizer: undefined,
      scopes: undefined,
      apiKeyRequired: undefined,
      ...expected,
    });
  });

  test.each<[auth: object | undefined, expected: object]>([
    [undefined, { authorizer: 'Jwt', scopes: ['read'] }],
    [{ AuthorizationScopes: ['write'] }, { authorizer: 'Jwt', scopes: ['read'] }],
    [{ Authorizer: 'Gate' }, { authorizer: 'Gate' }],
    [{ Authorizer: 'NONE' }, {}],
  ])('of an HTTP API guards its route if the event has %j', (auth, expected) => {
    const Auth = { Authorizers: { Jwt: { JwtConfiguration: {} }, Gate: Authorizers.Other } };
    const DefinitionBody = body({ '/a': { get: { ...operation, security: [{ Jwt: ['read'] }] } } });
    const event = { ApiId, ...(auth === undefined ? {} : { Auth: auth }) };
    const { authorizer, scopes } = routeOf(withEvents(httpEvent(event), httpApi({ DefinitionBody, Auth })), 'GET /a');
    expect({ authorizer, scopes }).toEqual({ authorizer: undefined, scopes: undefined, ...expected });
  });

  test('can have a route for any method, and the settings of its event', () => {
    const settings = { TimeoutInMillis: 70, ResponseTransferMode: 'RESPONSE_STREAM', Method: 'any', RestApiId };
    const DefinitionBody = body({ '/a': { 'x-amazon-apigateway-any-method': operation } });
    const found = withEvents(restEvent(settings), restApi({ DefinitionBody, MergeDefinitions: true, Cors: "'*'" }));
    expect(routeOf(found, 'ANY /a')).toMatchObject({ function: 'Fn', timeoutInMillis: 70, streaming: true });
    expect(routeOf(found, 'OPTIONS /a').mock?.headers).toMatchObject({
      'Access-Control-Allow-Methods': 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT',
    });
  });

  test('of an HTTP API can have the route $default, and the payload version of its event', () => {
    const DefinitionBody = body({ $default: { 'x-amazon-apigateway-any-method': {} } });
    const found = withEvents({ E: { Type: 'HttpApi', Properties: { ApiId, PayloadFormatVersion: '1.0' } } }, httpApi({ DefinitionBody }));
    expect(onlyApi(found).routes).toMatchObject([{ key: '$default', function: 'Fn', payloadVersion: '1.0' }]);
  });

  test('that is a file takes no routes of events', () => {
    const Properties = { CodeUri: './a', Handler: 'a.b', Events: { ...httpEvent({ ApiId: { Ref: 'Api' } }) } };
    const Fn = { Type: 'AWS::Serverless::Function', Properties };
    const Resources = { Fn, ...httpApi({ DefinitionUri: './api.yaml' }) };
    const found = readText(JSON.stringify({ Resources }), {}, { 'api.yaml': JSON.stringify(body({ '/b': { get: operation } })) });
    expect(onlyApi(found).routes.map(({ key }) => key)).toEqual(['GET /b']);
    expect(say(found.unsupported)).toContain(
      'Resources.Fn.Properties.Events.E: The definition of the API is a file, so SAM adds no route to it.',
    );
  });

  test('can be a file beside the template', () => {
    const template = { Resources: restApi({ DefinitionUri: './api.yaml' }) };
    const found = readText(JSON.stringify(template), {}, { 'api.yaml': JSON.stringify(body({ '/b': { get: {} } })) });
    expect(onlyApi(found).name).toBe('written');
    expect(say(found.unsupported).join()).toMatch(/^Resources\.Api\.Properties\.DefinitionUri: \.\/api\.yaml, paths\.\/b\.get: /);
  });

  test('is reported if it is in S3', () => {
    const { unsupported } = withEvents({}, restApi({ DefinitionUri: 's3://a/b' }));
    expect(say(unsupported)).toEqual([
      "Resources.Api.Properties.DefinitionUri: The OpenAPI document at `s3://a/b` can't be read. Write the path of a local file.",
    ]);
  });
});

describe('an HTTP API', () => {
  const Auth = {
    EnableIamAuthorizer: true,
    DefaultAuthorizer: 'Jwt',
    Authorizers: {
      Jwt: {
        IdentitySource: '$request.header.Authorization',
        JwtConfiguration: { Issuer: 'https://a.example', audience: ['b'] },
        AuthorizationScopes: ['read'],
      },
      Lambda: {
        FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] },
        AuthorizerPayloadFormatVersion: 2,
        EnableSimpleResponses: true,
        Identity: { Headers: ['A'], ReauthorizeEvery: 0 },
      },
    },
  };

  test('has authorizers of both types', () => {
    expect(onlyApi(withEvents({}, httpApi({ Auth }))).authorizers).toEqual([
      { name: 'Jwt', type: 'jwt', identitySource: ['$request.header.Authorization'], issuer: 'https://a.example', audience: ['b'] },
      {
        name: 'Lambda',
        type: 'request',
        identitySource: ['$request.header.A'],
        ttl: 0,
        payloadVersion: '2.0',
        simpleResponses: true,
        function: 'Fn',
      },
    ]);
  });

  test.each<[name: string, method: string, auth: object | undefined, expected: object]>([
    ['the default', 'get', undefined, { authorizer: 'Jwt', scopes: ['read'] }],
    ['no authorizer for OPTIONS', 'options', undefined, { authorizer: undefined }],
    ['scopes for the default', 'get', { AuthorizationScopes: ['write'] }, { authorizer: 'Jwt', scopes: ['write'] }],
    ['AWS_IAM', 'get', { Authorizer: 'AWS_IAM' }, { authorizer: 'AWS_IAM' }],
    ['NONE', 'get', { Authorizer: 'NONE' }, { authorizer: undefined }],
  ])('guards its routes with %s', (_, Method, auth, expected) => {
    const found = withEvents(httpEvent({ ApiId, Method, Auth: auth }), httpApi({ Auth }));
    expect({ authorizer: undefined, ...onlyApi(found).routes[0] }).toMatchObject(expected);
  });

  test('needs EnableIamAuthorizer for AWS_IAM', () => {
    const { unsupported } = withEvents(httpEvent({ ApiId, Auth: { Authorizer: 'AWS_IAM' } }), httpApi());
    expect(say(unsupported).join()).toContain('The API needs `Auth.EnableIamAuthorizer: true` for `AWS_IAM`.');
  });

  test.each<[value: unknown, cors: object | undefined]>([
    [true, { allowOrigins: ['*'] }],
    ['true', { allowOrigins: ['*'] }],
    [false, undefined],
    ['https://a.example', { allowOrigins: ['https://a.example'] }],
    [
      { AllowMethods: ['GET'], MaxAge: 5 },
      { allowMethods: ['GET'], maxAge: 5 },
    ],
    [undefined, undefined],
  ])('has the CORS settings of %j', (CorsConfiguration, cors) => {
    expect(onlyApi(withEvents({}, httpApi({ CorsConfiguration }))).cors).toEqual(cors);
  });
});

describe('a WebSocket API', () => {
  const api = (properties: object): object => ({
    Api: {
      Type: 'AWS::Serverless::WebSocketApi',
      Properties: {
        RouteSelectionExpression: '$request.body.kind',
        Routes: {
          $connect: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
          say: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, IntegrationTimeout: 500, ApiKeyRequired: true },
        },
        ...properties,
      },
    },
  });

  test('has the stage default, and guards $connect only', () => {
    const Auth = { AuthType: 'CUSTOM', AuthArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, IdentitySource: ['route.request.querystring.t'] };
    expect(onlyApi(withEvents({}, api({ Auth })))).toMatchObject({
      target: 'websocket',
      name: 'Api',
      stage: 'default',
      routeSelectionExpression: '$request.body.kind',
      routes: [
        { key: '$connect', function: 'Fn', authorizer: 'ApiConnectAuthorizer' },
        { key: 'say', timeoutInMillis: 500, apiKeyRequired: true },
      ],
      authorizers: [{ type: 'request', function: 'Fn', identitySource: ['route.request.querystring.t'] }],
    });
  });
});

describe('Domain', () => {
  test.each<[kind: string, resources: object, expected: readonly string[]]>([
    ['a REST API without symbols', restApi({ Domain: { DomainName: 'a.example', BasePath: ['/v-1', 'b'] } }), ['v1', 'b']],
    ['a REST API with symbols', restApi({ Domain: { DomainName: 'a.example', BasePath: ['v-1'], NormalizeBasePath: false } }), ['v-1']],
    ['an HTTP API, the empty one last', httpApi({ Domain: { DomainName: 'a.example', BasePath: ['/', '/v-1/'] } }), ['v-1', '']],
    ['an API without base paths', httpApi({ Domain: { DomainName: 'a.example' } }), ['']],
  ])('maps the base paths of %s', (_, resources, expected) => {
    expect(onlyApi(withEvents({}, resources)).customDomains?.map(({ basePath }) => basePath)).toEqual(expected);
  });
});

describe('a function', () => {
  test('built by esbuild names its source', () => {
    const Metadata = { BuildMethod: 'esbuild', BuildProperties: { EntryPoints: ['src/a.ts'] } };
    const Fn = { Type: 'AWS::Serverless::Function', Metadata, Properties: { CodeUri: './a', Handler: 'src/a.b' } };
    expect(readText(JSON.stringify({ Resources: { Fn } })).functions['Fn']).toMatchObject({ source: 'src/a.ts', codeUri: './a' });
  });

  test('with a false condition does not exist, nor do its routes', () => {
    const Fn = {
      Type: 'AWS::Serverless::Function',
      Condition: 'Never',
      Properties: { CodeUri: './a', Handler: 'a.b', Events: restEvent() },
    };
    const found = readText(JSON.stringify({ Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } }, Resources: { Fn } }));
    expect([found.apis, found.functions]).toEqual([[], {}]);
  });
});

describe('the words of YAML 1.1', () => {
  test('are what SAM reads', () => {
    const found = readText(`
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: a/
            Handler: a.b
            Timeout: 012
            Environment: { Variables: { A: on, B: 22:30, C: "on" } }
            Events:
              E: { Type: Api, Properties: { Path: /, Method: !Sub "GET" } }`);
    expect(found.functions['Fn']).toMatchObject({ timeout: 10, environment: { A: 'true', B: '1350', C: 'on' } });
    expect(onlyApi(found).routes[0]?.key).toBe('GET /');
  });
});
