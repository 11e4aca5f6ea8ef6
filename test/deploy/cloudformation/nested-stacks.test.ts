import { describe, expect, test } from 'vitest';
import type { Deployment } from '../../../src/deploy/index.js';
import type { ReadTemplateOptions } from '../../../src/deploy/options.js';
import { readText, say } from '../template.js';

const URI = { 'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations` };

/** A stack that adds a route to an API of the stack around it, and has a function and a URL. */
const PETS = {
  Parameters: { Api: { Type: 'String' }, Root: { Type: 'String' }, Word: { Type: 'String', Default: 'none' } },
  Resources: {
    Fn: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: './pets', Handler: 'a.b', Environment: { Variables: { WORD: { Ref: 'Word' } } } },
    },
    Pets: { Type: 'AWS::ApiGateway::Resource', Properties: { RestApiId: { Ref: 'Api' }, ParentId: { Ref: 'Root' }, PathPart: 'pets' } },
    Get: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: { Ref: 'Api' },
        ResourceId: { Ref: 'Pets' },
        HttpMethod: 'GET',
        Integration: { Type: 'AWS_PROXY', Uri: URI },
      },
    },
    Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Fn' }, AuthType: 'NONE', Zzz: 1 } },
  },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Fn', 'Arn'] } }, Word: { Value: { 'Fn::Sub': `the \${Word}` } } },
};

const PARAMETERS = { Api: { Ref: 'Api' }, Root: { 'Fn::GetAtt': ['Api', 'RootResourceId'] }, Word: 'cat', Unknown: 'x' };

function read(stack: object, options: ReadTemplateOptions, beside: Readonly<Record<string, string>>, resources: object = {}): Deployment {
  const Stack = { Type: 'AWS::CloudFormation::Stack', ...stack };
  const Api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } };
  return readText(JSON.stringify({ Resources: { Api, Stack, ...resources } }), options, beside);
}

const files = { 'pets.json': JSON.stringify(PETS) };
const nested = { nestedStacks: true };
const stack = { Properties: { TemplateURL: './pets.json', Parameters: PARAMETERS } };

describe('a nested stack', () => {
  const unread = 'Set the option `nestedStacks` (--nested-stacks), or pass its template on its own.';
  const hash = 'b'.repeat(64);
  const asset = {
    Properties: { TemplateURL: `https://s3.amazonaws.com/bucket/${hash}.json` },
    Metadata: { 'aws:asset:path': 'pets.json' },
  };

  test.each<[string, object, ReadTemplateOptions, string]>([
    ['an asset of the CDK', asset, {}, `The nested stack is not read. ${unread}`],
    ['a path, if the option says so', stack, { nestedStacks: false }, `The nested stack is not read. ${unread}`],
    ['a template in S3', { Properties: { TemplateURL: 's3://bucket/pets.json' } }, nested, `The nested stack is not read. ${unread}`],
    [
      'a file that is missing',
      { Properties: { TemplateURL: './none.json' } },
      {},
      `The nested stack is not read. There is no file "./none.json". ${unread}`,
    ],
    [
      'a file that is no template',
      { Properties: { TemplateURL: 'notes.yaml' } },
      {},
      'The file "notes.yaml" is not a template: it has no `Resources`.',
    ],
  ])('is reported for %s', (_, given, options, what) => {
    const found = read(given, options, { ...files, 'notes.yaml': 'a: 1' });
    expect(found.apis.map(({ id }) => id)).toEqual(['Api']);
    expect(say(found.unsupported)).toContain(`Resources.Stack: ${what}`);
  });

  test('adds its routes, functions and APIs if its template is a local file', () => {
    const found = read(stack, {}, files);
    expect(found.apis).toMatchObject([
      { id: 'Api', routes: [{ key: 'GET /pets', function: 'Stack/Fn', handler: 'a.b', codeUri: './pets' }] },
      { id: 'Stack/Url', nested: true, routes: [{ function: 'Stack/Fn' }] },
    ]);
    expect(found.functions['Stack/Fn']).toMatchObject({ environment: { WORD: 'cat' } });
  });

  test('has findings where the stack stands, with their place in its file', () => {
    const { unsupported } = read(stack, nested, files);
    expect(say(unsupported)).toContain('Resources.Stack: ./pets.json, Resources.Url.Properties.Zzz: The key "Zzz" is unknown.');
  });

  test('gives its outputs to the stack around it', () => {
    const Variables = { WORD: { 'Fn::GetAtt': ['Stack', 'Outputs.Word'] }, NONE: { 'Fn::GetAtt': ['Stack', 'Outputs.None'] } };
    const Other = { Type: 'AWS::Lambda::Function', Properties: { Code: './other', Environment: { Variables } } };
    const Url = {
      Type: 'AWS::Lambda::Url',
      Properties: { TargetFunctionArn: { 'Fn::GetAtt': ['Stack', 'Outputs.Arn'] }, AuthType: 'NONE' },
    };
    const found = read(stack, nested, files, { Other, Outer: Url });
    expect(found.functions['Other']?.environment).toEqual({ WORD: 'the cat', NONE: { $unresolved: `\${Stack.Outputs.None}` } });
    expect(found.apis.find(({ id }) => id === 'Outer')?.routes[0]?.function).toBe('Stack/Fn');
  });

  test('is found as an asset of the CDK', () => {
    const hash = 'b'.repeat(64);
    const Properties = {
      TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.amazonaws.com/bucket/${hash}.json` },
      Parameters: PARAMETERS,
    };
    const manifest = { files: { [hash]: { source: { path: 'pets.json' } } } };
    for (const found of [
      read({ Properties, Metadata: { 'aws:asset:path': 'pets.json' } }, nested, files),
      read({ Properties }, nested, { ...files, 'App.assets.json': JSON.stringify(manifest) }),
    ]) {
      expect(found.functions).toHaveProperty(['Stack/Fn']);
    }
  });

  test('that contains itself is refused', () => {
    const own = { Resources: { Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'own.json' } } } };
    expect(() => readText(JSON.stringify(own), nested, { 'own.json': JSON.stringify(own) })).toThrow('more than 100 files');
  });

  test('whose parameter is its own output does not hang', () => {
    const Parameters = { ...PARAMETERS, Word: { 'Fn::GetAtt': ['Stack', 'Outputs.Word'] } };
    const found = read({ Properties: { TemplateURL: 'pets.json', Parameters } }, nested, files);
    expect(found.functions['Stack/Fn']?.environment?.['WORD']).toEqual({ $unresolved: `\${Stack.Outputs.Word}` });
  });
});

describe('a nested application of SAM', () => {
  const functionAt = (path: string, more: object = {}) => ({
    Type: 'AWS::Serverless::Function',
    Properties: { Handler: 'a.b', Events: { E: { Type: 'Api', Properties: { Path: path, Method: 'get' } } }, ...more },
  });
  const users = {
    Transform: 'AWS::Serverless-2016-10-31',
    Parameters: { Word: { Type: 'String' } },
    Globals: { Function: { Runtime: 'nodejs24.x', Timeout: 9, CodeUri: 'src/', Environment: { Variables: { WORD: { Ref: 'Word' } } } } },
    Resources: {
      List: functionAt('/users'),
      Spec: { Type: 'AWS::Serverless::HttpApi', Properties: { DefinitionUri: 'api.yaml' } },
      Deep: { Type: 'AWS::Serverless::Application', Properties: { Location: '../deep/template.yaml' } },
    },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['List', 'Arn'] } } },
  };
  const deep = {
    Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: './code', Handler: 'c.d' } }, Own: functionAt('/deep') },
  };
  const spec = `openapi: 3.0.1
paths: { /spec: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: https://a.example } } } }`;
  const beside = {
    'apps/users/template.yaml': JSON.stringify(users),
    'apps/users/api.yaml': spec,
    'apps/users/../deep/template.yaml': JSON.stringify(deep),
  };
  const outer = {
    Globals: { Function: { Timeout: 5, CodeUri: 'outer/' } },
    Resources: {
      Users: {
        Type: 'AWS::Serverless::Application',
        Properties: { Location: './apps/users/template.yaml', Parameters: { Word: 'cat' } },
      },
      Own: functionAt('/own', { Environment: { Variables: { ARN: { 'Fn::GetAtt': ['Users', 'Outputs.Arn'] } } } }),
    },
  };

  test('has its own globals, implicit API, parameters and folder', () => {
    const { apis, functions, unsupported } = readText(JSON.stringify(outer), {}, beside);
    expect(say(unsupported)).toEqual([]);
    expect(apis.map(({ id, name, routes }) => [id, name, ...routes.map((route) => [route.key, route.function])])).toEqual([
      ['ServerlessRestApi', 'demo', ['GET /own', 'Own']],
      ['Users/ServerlessRestApi', 'demo-Users', ['GET /users', 'Users/List']],
      ['Users/Spec', 'demo-Users', ['GET /spec', undefined]],
      ['Users/Deep/ServerlessRestApi', 'demo-Users-Deep', ['GET /deep', 'Users/Deep/Own']],
    ]);
    expect(functions).toMatchObject({
      Own: { timeout: 5, codeUri: 'outer/' },
      'Users/List': { timeout: 9, codeUri: 'apps/users/src/', runtime: 'nodejs24.x', environment: { WORD: 'cat' } },
      'Users/Deep/Own': { codeUri: 'apps/users/../deep' },
      'Users/Deep/Fn': { codeUri: 'apps/users/../deep/code' },
    });
  });

  test('is read from a CloudFormation template, too', () => {
    const Stack = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'apps/users/template.yaml', Parameters: { Word: 'x' } },
    };
    const { format, apis } = readText(JSON.stringify({ Resources: { Stack } }), {}, beside);
    expect([format, apis.map(({ id }) => id)]).toEqual([
      'cloudformation',
      ['Stack/ServerlessRestApi', 'Stack/Spec', 'Stack/Deep/ServerlessRestApi'],
    ]);
  });

  test.each([
    [{ ApplicationId: 'arn:aws:serverlessrepo:us-east-1:123456789012:applications/a', SemanticVersion: '1.0.0' }, 'optional', ''],
    ['./none.yaml', 'unsupported', ' There is no file "./none.yaml".'],
  ] as const)('is reported for the location %j', (Location, list, missing) => {
    const Application = { Type: 'AWS::Serverless::Application', Properties: { Location } };
    const found = readText(JSON.stringify({ Resources: { Application } }), {}, beside);
    expect(say(found[list])).toEqual([
      `Resources.Application: The nested application is not read.${missing} Pass its template on its own.`,
    ]);
  });
});

describe('a stage', () => {
  const Prod = { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } };

  test('that no API has is refused', () => {
    expect(() => read({}, { stage: 'live' }, {}, { Prod })).toThrow('No API has the stage "live". Choose one of: prod.');
  });
});
