import { readCloudFormation } from '../../src/deploy/cloudformation/read-cloudformation.js';
import type { ReadTemplateOptions } from '../../src/deploy/options.js';
import { readSam } from '../../src/deploy/sam/read-sam.js';
import type { Source } from '../../src/deploy/yaml/source.js';
import type { Subject } from './subjects.js';

type Sections = Readonly<Record<string, unknown>>;

function sourceOf(value: Sections): Source {
  return { file: 'template.json', value, notes: [], lineOf: () => 1 };
}

function reading(read: typeof readSam, value: Sections, options: ReadTemplateOptions = {}): () => unknown {
  const source = sourceOf(value);
  return () => read(source, { options, readFile: () => undefined, listFiles: () => [], parse: () => sourceOf({}) });
}

/** Numbers names, so that each is another. */
function named(n: number, name: string, value: (index: number) => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: n }, (_, index) => [`${name}${index}`, value(index)]));
}

function listed(n: number, value: (index: number) => unknown): unknown[] {
  return Array.from({ length: n }, (_, index) => value(index));
}

const ref = (Ref: string): unknown => ({ Ref });
const resource = (Type: string, Properties: Sections = {}): unknown => ({ Type, Properties });
const restApi = { Api: resource('AWS::ApiGateway::RestApi'), Fn: resource('AWS::Lambda::Function', { Code: './a' }) };
const httpApi = {
  Api: resource('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }),
  Fn: resource('AWS::Lambda::Function', { Code: './a' }),
};

const integration = {
  Type: 'AWS_PROXY',
  Uri: { 'Fn::Sub': `arn:aws:apigateway:x:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations` },
};

function method(index: number, properties: Sections = {}): unknown {
  const parent = { RestApiId: ref('Api'), ResourceId: ref(`Part${index}`), HttpMethod: 'GET', Integration: integration };
  return resource('AWS::ApiGateway::Method', { ...parent, ...properties });
}

function part(index: number): unknown {
  return resource('AWS::ApiGateway::Resource', {
    RestApiId: ref('Api'),
    ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
    PathPart: `p${index}`,
  });
}

/** CloudFormation templates that grow, by what grows in them. */
const TEMPLATES: Readonly<Record<string, (n: number) => Sections>> = {
  methods: (n) => ({ Resources: { ...restApi, ...named(n, 'Part', part), ...named(n, 'Get', (index) => method(index)) } }),
  'methods with authorizers': (n) => ({
    Resources: {
      ...restApi,
      ...named(n, 'Part', part),
      ...named(n, 'Guard', () =>
        resource('AWS::ApiGateway::Authorizer', { RestApiId: ref('Api'), Type: 'TOKEN', AuthorizerUri: integration.Uri }),
      ),
      ...named(n, 'Get', (index) => method(index, { AuthorizationType: 'CUSTOM', AuthorizerId: ref(`Guard${index}`) })),
    },
  }),
  'resources in a chain': (n) => ({
    Resources: {
      ...restApi,
      ...named(n, 'Part', (index) =>
        resource('AWS::ApiGateway::Resource', { RestApiId: ref('Api'), ParentId: ref(`Part${index + 1}`), PathPart: 'a' }),
      ),
      Get: method(0),
    },
  }),
  'resources in a circle, with methods': (n) => ({
    Resources: {
      ...restApi,
      Part: resource('AWS::ApiGateway::Resource', { RestApiId: ref('Api'), ParentId: ref('Part'), PathPart: 'a' }),
      ...named(n, 'Get', () => method(0, { ResourceId: ref('Part') })),
    },
  }),
  'routes that share an integration': (n) => ({
    Resources: {
      ...httpApi,
      Call: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref('Api'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': 'Fn.Arn' },
      }),
      ...named(n, 'Route', (index) =>
        resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref('Api'),
          RouteKey: `GET /${index}`,
          Target: { 'Fn::Sub': `integrations/\${Call}` },
        }),
      ),
    },
  }),
  'responses of an integration': (n) => ({
    Resources: {
      ...httpApi,
      ...named(n, 'Answer', (index) =>
        resource('AWS::ApiGatewayV2::IntegrationResponse', { IntegrationId: ref('Call'), IntegrationResponseKey: `/${index}/` }),
      ),
    },
  }),
  'APIs of other stacks': (n) => ({
    Resources: named(n, 'Route', (index) =>
      resource('AWS::ApiGatewayV2::Route', { ApiId: { 'Fn::ImportValue': `api${index}` }, RouteKey: 'GET /' }),
    ),
  }),
  'stages and deployments': (n) => ({
    Resources: {
      ...restApi,
      ...named(n, 'Stage', (index) => resource('AWS::ApiGateway::Stage', { RestApiId: ref('Api'), StageName: `s${index}` })),
      ...named(n, 'Deployment', (index) => resource('AWS::ApiGateway::Deployment', { RestApiId: ref('Api'), StageName: `s${index}` })),
    },
  }),
  'stages that choose the functions of methods': (n) => ({
    Resources: {
      ...restApi,
      ...named(n, 'Part', part),
      ...named(n / 4, 'Get', (index) =>
        method(index, {
          Integration: { Type: 'AWS_PROXY', Uri: `arn:aws:apigateway:x:lambda:path/2015-03-31/functions/\${stageVariables.f}/invocations` },
        }),
      ),
      ...named(n, 'Stage', (index) =>
        resource('AWS::ApiGateway::Stage', { RestApiId: ref('Api'), StageName: `s${index}`, Variables: { f: 'Fn' } }),
      ),
    },
  }),
  'aliases in a chain': (n) => ({
    Resources: {
      ...named(n, 'Alias', (index) => resource('AWS::Lambda::Alias', { FunctionName: ref(`Alias${index + 1}`) })),
      Url: resource('AWS::Lambda::Url', { TargetFunctionArn: ref('Alias0'), AuthType: 'NONE' }),
    },
  }),
  'conditions in a chain': (n) => ({
    Conditions: named(n, 'If', (index) => ({ 'Fn::Not': [{ Condition: `If${index + 1}` }] })),
    Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Condition: 'If0' } },
  }),
  'conditions, each used': (n) => ({
    Conditions: named(n, 'If', (index) => ({ 'Fn::Equals': [String(index % 2), '1'] })),
    Resources: named(n, 'Api', (index) => ({ Type: 'AWS::ApiGateway::RestApi', Condition: `If${index}` })),
  }),
  'a condition with many parts': (n) => ({
    Conditions: { All: { 'Fn::And': listed(n, () => ({ 'Fn::Equals': ['a', 'a'] })) } },
    Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Condition: 'All' } },
  }),
  'Fn::If of Fn::If': (n) => ({
    Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } },
    Resources: {
      Api: resource('AWS::ApiGateway::RestApi', { Tags: listed(n, () => ({ 'Fn::If': ['Yes', { 'Fn::If': ['Yes', 'a', 'b'] }, 'c'] })) }),
    },
  }),
  'items that vanish': (n) => ({
    Resources: {
      Api: resource('AWS::ApiGateway::RestApi', { Tags: listed(n, (index) => (index % 2 === 0 ? ref('AWS::NoValue') : index)) }),
    },
  }),
  'placeholders of Fn::Sub': (n) => ({
    Resources: { Api: resource('AWS::ApiGateway::RestApi', { Name: { 'Fn::Sub': `\${AWS::Region}\${Table}\${!literal}`.repeat(n) } }) },
  }),
  'placeholders, never closed': (n) => ({
    Resources: { Api: resource('AWS::ApiGateway::RestApi', { Name: { 'Fn::Sub': `\${a`.repeat(n) } }) },
  }),
  'parts of Fn::Join and Fn::Split': (n) => ({
    Resources: { Api: resource('AWS::ApiGateway::RestApi', { Name: { 'Fn::Join': ['-', { 'Fn::Split': [',', 'a,'.repeat(n)] }] } }) },
  }),
  'variables of an environment': (n) => ({
    Resources: {
      Fn: resource('AWS::Lambda::Function', { Code: './a', Environment: { Variables: named(n, 'V', (index) => ref(`Table${index}`)) } }),
    },
  }),
  'parameters, each used': (n) => ({
    Parameters: named(n, 'P', () => ({ Type: 'String', Default: 'a' })),
    Resources: { Api: resource('AWS::ApiGateway::RestApi', { Tags: listed(n, (index) => ref(`P${index}`)) }) },
  }),
  'unknown properties': (n) => ({
    Resources: {
      Api: resource(
        'AWS::ApiGateway::RestApi',
        named(n, 'Unknown', () => 1),
      ),
    },
  }),
  'resources of other types': (n) => ({ Resources: named(n, 'Table', () => resource('AWS::DynamoDB::Table')) }),
};

const samFunction = (properties: Sections = {}): unknown =>
  resource('AWS::Serverless::Function', { CodeUri: './a', Handler: 'a.b', Runtime: 'nodejs22.x', ...properties });

function samEvents(n: number, type: string, properties: (index: number) => Sections): unknown {
  return named(n, 'Event', (index) => ({ Type: type, Properties: { Path: `/${index}`, Method: 'get', ...properties(index) } }));
}

const documented = (n: number, operation: unknown): unknown => ({
  openapi: '3.0.1',
  info: { title: 'a' },
  paths: Object.fromEntries(listed(n, (index) => [`/${index}`, { get: operation }]) as [string, unknown][]),
});

/** SAM templates that grow. */
const SAM_TEMPLATES: Readonly<Record<string, (n: number) => Sections>> = {
  'Api events with CORS': (n) => ({
    Globals: { Api: { Cors: "'*'" } },
    Resources: { Fn: samFunction({ Events: samEvents(n, 'Api', () => ({})) }) },
  }),
  'Api events on one path': (n) => ({
    Globals: { Api: { Cors: "'*'" } },
    Resources: { Fn: samFunction({ Events: samEvents(n, 'Api', () => ({ Path: '/' })) }) },
  }),
  'HttpApi events with authorizers': (n) => ({
    Globals: { HttpApi: { Auth: { Authorizers: named(n, 'A', () => ({ JwtConfiguration: { issuer: 'https://a.example' } })) } } },
    Resources: { Fn: samFunction({ Events: samEvents(n, 'HttpApi', (index) => ({ Auth: { Authorizer: `A${index}` } })) }) },
  }),
  'events of a merged definition': (n) => ({
    Resources: {
      Api: resource('AWS::Serverless::Api', { StageName: 'a', MergeDefinitions: true, DefinitionBody: documented(n, {}) }),
      Fn: samFunction({ Events: samEvents(n, 'Api', () => ({ RestApiId: ref('Api'), Auth: { ApiKeyRequired: true } })) }),
    },
  }),
  'events of a closed definition': (n) => ({
    Resources: {
      Api: resource('AWS::Serverless::Api', { StageName: 'a', DefinitionBody: documented(n, {}) }),
      Fn: samFunction({ Events: samEvents(n, 'Api', () => ({ RestApiId: ref('Api') })) }),
    },
  }),
  'global variables and list items': (n) => ({
    Globals: { Function: { Environment: { Variables: named(n, 'V', () => 'a') }, Layers: listed(n, () => 'a') } },
    Resources: { Fn: samFunction({ Environment: { Variables: named(n, 'V', () => 'b') }, Layers: listed(n, () => 'b') }) },
  }),
  'base paths of a domain': (n) => ({
    Resources: {
      Api: resource('AWS::Serverless::HttpApi', { Domain: { DomainName: 'a.example', BasePath: listed(n, (index) => `b${index}`) } }),
    },
  }),
  'routes of a WebSocket API': (n) => ({
    Resources: {
      Fn: samFunction(),
      Api: resource('AWS::Serverless::WebSocketApi', { Routes: named(n, 'r', () => ({ FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } })) }),
    },
  }),
};

export const deploySubjects: readonly Subject[] = [
  ...Object.entries(TEMPLATES).map(
    ([name, write]): Subject => ({ name: `template: ${name}`, prepare: (n) => reading(readCloudFormation, write(n)) }),
  ),
  ...Object.entries(SAM_TEMPLATES).map(
    ([name, write]): Subject => ({ name: `SAM template: ${name}`, prepare: (n) => reading(readSam, write(n)) }),
  ),
];
