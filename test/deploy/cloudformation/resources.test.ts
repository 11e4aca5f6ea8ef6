import { describe, expect, test } from 'vitest';
import { onlyApi, readResources, readText, routeOf, say } from '../template.js';

const FUNCTION = { Type: 'AWS::Lambda::Function', Properties: { Code: './a', Handler: 'a.b', Runtime: 'nodejs22.x' } };
const URI = { 'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations` };
const PROXY = { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: URI };
const ROOT = { 'Fn::GetAtt': ['Api', 'RootResourceId'] };

function method(properties: object): object {
  const always = { RestApiId: { Ref: 'Api' }, ResourceId: ROOT, HttpMethod: 'GET', AuthorizationType: 'NONE', Integration: PROXY };
  return { Type: 'AWS::ApiGateway::Method', Properties: { ...always, ...properties } };
}

function part(PathPart: string, parent: object = ROOT): object {
  return { Type: 'AWS::ApiGateway::Resource', Properties: { RestApiId: { Ref: 'Api' }, ParentId: parent, PathPart } };
}

function stage(StageName: string, Variables?: object): object {
  return { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName, Variables } };
}

const API = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } };

describe('a REST API', () => {
  test('has paths from the chain of its resources', () => {
    const resources = { Api: API, Fn: FUNCTION, A: part('a'), B: part('{b}', { Ref: 'A' }), Get: method({ ResourceId: { Ref: 'B' } }) };
    expect(routeOf(readResources({ ...resources, Prod: stage('prod') }), 'GET /a/{b}')).toEqual({
      key: 'GET /a/{b}',
      integration: 'proxy',
      function: 'Fn',
      handler: 'a.b',
      codeUri: './a',
    });
  });

  test.each<[name: string, parent: object, message: string]>([
    ['a parent in another stack', { 'Fn::ImportValue': 'root' }, `The resource \`\${import:root}\` isn't in this file`],
    ['a circle', { Ref: 'A' }, 'The path is too long, or its resources form a cycle'],
  ])('reports a path that is not known: %s', (_, parent, message) => {
    const { unsupported } = readResources({ Api: API, Fn: FUNCTION, A: part('a', parent), Get: method({ ResourceId: { Ref: 'A' } }) });
    expect(unsupported.map(({ what }) => what).join()).toContain(message);
  });

  test.each<[name: string, integration: object, expected: object]>([
    [
      'a function by its name',
      { ...PROXY, Uri: 'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:x:1:function:orders/invocations' },
      { integration: 'proxy', function: 'Named' },
    ],
    [
      'an alias',
      { ...PROXY, Uri: { 'Fn::Sub': `arn:aws:apigateway:x:lambda:path/2015-03-31/functions/\${Live}/invocations` } },
      { integration: 'proxy', function: 'Fn' },
    ],
    [
      'a version',
      { ...PROXY, Uri: { 'Fn::Sub': `arn:aws:apigateway:x:lambda:path/2015-03-31/functions/\${One}/invocations` } },
      { integration: 'proxy', function: 'Fn' },
    ],
    ['a stream', { ...PROXY, ResponseTransferMode: 'STREAM' }, { integration: 'proxy', streaming: true }],
    ['a time limit', { ...PROXY, TimeoutInMillis: '5000' }, { timeoutInMillis: 5000 }],
    ['a custom integration', { ...PROXY, Type: 'AWS' }, { integration: 'custom', function: 'Fn' }],
    ['a service', { Type: 'AWS', Uri: 'arn:aws:apigateway:x:sqs:path/a' }, { integration: 'aws-service' }],
    ['an HTTP proxy', { Type: 'HTTP_PROXY', Uri: 'https://a.example' }, { integration: 'http-proxy', uri: 'https://a.example' }],
    ['a VPC link', { Type: 'HTTP_PROXY', ConnectionType: 'VPC_LINK', Uri: 'http://a.example' }, { integration: 'vpc-link' }],
    [
      'a mock',
      {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{ statusCode: 200 }' },
        IntegrationResponses: [{ StatusCode: 204, ResponseParameters: { 'method.response.header.A': "'b'" } }],
      },
      { integration: 'mock', mock: { status: 204, headers: { A: 'b' } } },
    ],
    [
      'a mock whose template decides',
      { Type: 'MOCK', RequestTemplates: { 'application/json': '#if(true){"statusCode": 200}#end' } },
      { integration: 'mock' },
    ],
  ])('carries over %s', (_, Integration, expected) => {
    const found = readResources({
      Api: API,
      Fn: FUNCTION,
      Named: { ...FUNCTION, Properties: { ...FUNCTION.Properties, FunctionName: 'orders' } },
      Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' }, Name: 'live', FunctionVersion: '1' } },
      One: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { 'Fn::GetAtt': ['Fn', 'Arn'] } } },
      Get: method({ Integration }),
    });
    expect(routeOf(found, 'GET /')).toMatchObject(expected);
  });

  test('gives the details of a custom integration in the spelling of OpenAPI', () => {
    const Integration = {
      ...PROXY,
      Type: 'AWS',
      PassthroughBehavior: 'NEVER',
      RequestTemplates: { 'application/json': '{}' },
      IntegrationResponses: [
        { StatusCode: '200' },
        { StatusCode: '404', SelectionPattern: '.*missing.*', ResponseTemplates: { 'text/plain': '' } },
      ],
    };
    expect(routeOf(readResources({ Api: API, Fn: FUNCTION, Get: method({ Integration }) }), 'GET /').details).toMatchObject({
      type: 'aws',
      passthroughBehavior: 'never',
      requestTemplates: { 'application/json': '{}' },
      responses: { default: { statusCode: '200' }, '.*missing.*': { statusCode: '404', responseTemplates: { 'text/plain': '' } } },
    });
  });

  test('chooses the only stage, or the one of the options', () => {
    const resources = { Api: API, Fn: FUNCTION, Get: method({}), A: stage('a', { v: '1' }), B: stage('b', { v: '2' }) };
    expect(onlyApi(readResources(resources))).toMatchObject({ stage: null, stages: [{ name: 'a' }, { name: 'b' }] });
    expect(onlyApi(readResources(resources, { stage: 'b' }))).toMatchObject({ stage: 'b', stageVariables: { v: '2' } });
    expect(onlyApi(readResources({ ...resources, B: undefined }))).toMatchObject({ stage: 'a', stageVariables: { v: '1' } });
  });

  test('has a stage from its deployment', () => {
    const Properties = { RestApiId: { Ref: 'Api' }, StageName: 'dev', StageDescription: { Variables: { v: '1' } } };
    const found = readResources({ Api: API, Dev: { Type: 'AWS::ApiGateway::Deployment', Properties } });
    expect(onlyApi(found)).toMatchObject({ stage: 'dev', stageVariables: { v: '1' } });
  });

  test('is reported without a stage', () => {
    expect(say(readResources({ Api: API }).unsupported)).toEqual(['Resources.Api: The API has no stage, so no client can reach it.']);
  });

  test('names the function of each stage, if a stage variable chooses it', () => {
    const Uri = `arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:x:1:function:\${stageVariables.f}/invocations`;
    const named = (FunctionName: string): object => ({ ...FUNCTION, Properties: { ...FUNCTION.Properties, FunctionName } });
    const resources = {
      Api: API,
      One: named('one'),
      Two: named('two'),
      Get: method({ Integration: { ...PROXY, Uri } }),
      A: stage('a', { f: 'one' }),
      B: stage('b', { f: 'two' }),
    };
    expect(routeOf(readResources(resources), 'GET /')).toMatchObject({ function: null, functionByStage: { a: 'One', b: 'Two' } });
    expect(routeOf(readResources(resources, { stage: 'b' }), 'GET /')).toMatchObject({ function: 'Two', handler: 'a.b' });
  });

  test('keeps a route closed whose authorizer is not in the file', () => {
    const found = readResources({ Api: API, Fn: FUNCTION, Get: method({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Nobody' } }) });
    expect(routeOf(found, 'GET /').authorizer).toBe('Nobody');
    expect(say(found.unsupported).join()).toContain("The authorizer `Nobody` isn't in this file.");
  });

  test('names a function of another stack, with its handler from the options', () => {
    const Uri = 'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:x:1:function:far/invocations';
    const resources = { Api: API, Get: method({ Integration: { ...PROXY, Uri } }) };
    expect(say(readResources(resources).unsupported).join()).toContain("The function `far` isn't in this file.");
    const found = readResources(resources, { functions: { far: 'src/far.handler' } });
    expect(routeOf(found, 'GET /')).toMatchObject({ function: 'far', handler: 'src/far.handler' });
    expect(found.functions).toEqual({ far: { handler: 'src/far.handler' } });
  });
});

describe('an HTTP API', () => {
  const http = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'front', ProtocolType: 'HTTP' } };

  function route(properties: object, integration: object): Record<string, object> {
    const call = { ApiId: { Ref: 'Api' }, IntegrationType: 'AWS_PROXY', IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] }, ...integration };
    return {
      Api: http,
      Fn: FUNCTION,
      Call: { Type: 'AWS::ApiGatewayV2::Integration', Properties: call },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: { ApiId: { Ref: 'Api' }, RouteKey: 'GET /', Target: { 'Fn::Sub': `integrations/\${Call}` }, ...properties },
      },
    };
  }

  test.each([
    ['1.0', '1.0', 'http-1.0'],
    ['2.0', '2.0', 'http-2.0'],
    [1, '1.0', 'http-1.0'],
  ])('has the payload version %j', (PayloadFormatVersion, payloadVersion, target) => {
    const found = readResources(route({}, { PayloadFormatVersion }));
    expect(routeOf(found, 'GET /')).toMatchObject({ payloadVersion });
    expect(onlyApi(found).target).toBe(target);
  });

  test('is made by its target alone', () => {
    const Properties = { Name: 'quick', ProtocolType: 'HTTP', Target: { 'Fn::GetAtt': ['Fn', 'Arn'] } };
    const found = readResources({ Api: { ...http, Properties }, Fn: FUNCTION });
    expect(onlyApi(found)).toMatchObject({ stage: '$default', routes: [{ key: '$default', function: 'Fn', payloadVersion: '2.0' }] });
  });

  test('of another stack is imported', () => {
    const ApiId = { 'Fn::ImportValue': 'shared' };
    const found = readResources({ ...route({ ApiId }, { ApiId }), Api: undefined });
    expect(onlyApi(found)).toMatchObject({ target: 'http-2.0', id: `\${import:shared}`, imported: true, stage: null });
  });

  test('reports a route without an integration', () => {
    expect(say(readResources(route({ Target: undefined }, {})).unsupported)).toContain(
      'Resources.Route: The route has no integration in this file.',
    );
  });
});

describe('a function', () => {
  const described = (Properties: object, Metadata?: object): unknown =>
    readResources({ Fn: { Type: 'AWS::Lambda::Function', Properties, Metadata } }).functions['Fn'];
  const hash = 'a'.repeat(64);

  test.each<[name: string, properties: object, metadata: object | undefined, expected: object]>([
    ['a folder', { Code: './dist' }, undefined, { codeUri: './dist', timeout: 3 }],
    ['an asset in its metadata', { Code: { S3Key: `${hash}.zip` } }, { 'aws:asset:path': 'asset.b' }, { codeUri: 'asset.b' }],
    ['an asset by its hash', { Code: { S3Bucket: 'b', S3Key: `${hash}.zip` } }, undefined, { codeUri: `asset.${hash}` }],
    ['its own code', { Code: { ZipFile: 'exports.handler = 1' } }, undefined, { inline: true, code: 'exports.handler = 1' }],
    ['an image', { Code: { ImageUri: 'a' }, Handler: 'a.b' }, undefined, { packageType: 'Image', timeout: 3, logicalId: 'Fn' }],
    [
      'numbers in its environment',
      { Code: './a', Environment: { Variables: { A: 1, B: true } } },
      undefined,
      { environment: { A: '1', B: 'true' } },
    ],
  ])('has %s', (_, properties, metadata, expected) => {
    expect(described(properties, metadata)).toMatchObject(expected);
  });

  test('finds its asset in the list of assets', () => {
    const manifest = { files: { [hash]: { source: { path: 'asset.here' }, destinations: { a: { objectKey: `x/${hash}.zip` } } } } };
    const resources = { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: `x/${hash}.zip` } } } };
    const found = readText(JSON.stringify({ Resources: resources }), {}, { 'Shop.assets.json': JSON.stringify(manifest) });
    expect(found.functions['Fn']?.codeUri).toBe('asset.here');
  });

  test.each<[name: string, properties: object, where: string]>([
    ['another runtime', { Code: './a', Runtime: 'python3.13' }, 'Resources.Fn.Properties.Runtime'],
    ['an image', { Code: { ImageUri: 'a' } }, 'Resources.Fn'],
    ['a durable function', { Code: './a', DurableConfig: {} }, 'Resources.Fn.Properties.DurableConfig'],
    ['code in S3', { Code: { S3Bucket: 'a', S3Key: 'b' } }, 'Resources.Fn.Properties.Code'],
  ])('matters only if an API calls it: %s', (_, Properties, where) => {
    const Fn = { Type: 'AWS::Lambda::Function', Properties };
    expect(readResources({ Fn }).optional.map((finding) => finding.where)).toContain(where);
    const Url = { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Fn' }, AuthType: 'NONE' } };
    expect(readResources({ Fn, Url }).unsupported.map((finding) => finding.where)).toContain(where);
  });

  test('with a URL is an API', () => {
    const Properties = {
      TargetFunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] },
      AuthType: 'AWS_IAM',
      InvokeMode: 'RESPONSE_STREAM',
      Cors: { MaxAge: 5 },
    };
    const found = readResources({ Fn: FUNCTION, Url: { Type: 'AWS::Lambda::Url', Properties } });
    expect(onlyApi(found)).toMatchObject({
      target: 'function-url',
      authType: 'AWS_IAM',
      cors: { maxAge: 5 },
      routes: [{ key: '$default', function: 'Fn', payloadVersion: '2.0', authorizer: 'AWS_IAM', streaming: true }],
    });
  });
});

describe('a custom domain', () => {
  test('is mapped to the stage that it refers to', () => {
    const found = readResources({
      Api: API,
      Prod: stage('prod'),
      Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'a.example' } },
      Empty: {
        Type: 'AWS::ApiGateway::BasePathMapping',
        Properties: { DomainName: { Ref: 'Domain' }, RestApiId: { Ref: 'Api' }, Stage: { Ref: 'Prod' } },
      },
      Path: {
        Type: 'AWS::ApiGateway::BasePathMapping',
        Properties: { DomainName: 'b.example', BasePath: 'v1', RestApiId: { Ref: 'Api' }, Stage: 'prod' },
      },
    });
    expect(onlyApi(found).customDomains).toEqual([
      { domain: 'b.example', basePath: 'v1', stage: 'prod' },
      { domain: 'a.example', basePath: '', stage: 'prod' },
    ]);
  });
});
