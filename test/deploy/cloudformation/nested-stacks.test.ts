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
  test('is reported', () => {
    const found = read(stack, {}, files);
    expect(found.apis.map(({ id }) => id)).toEqual(['Api']);
    expect(say(found.unsupported)).toContain(
      'Resources.Stack: The nested stack is not read. Set the option `nestedStacks` (--nested-stacks), or pass its template on its own.',
    );
  });

  test('adds its routes, functions and APIs, if the option says so', () => {
    const found = read(stack, nested, files);
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

describe('a stage', () => {
  const Prod = { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } };

  test('that no API has is refused', () => {
    expect(() => read({}, { stage: 'live' }, {}, { Prod })).toThrow('No API has the stage "live". Choose one of: prod.');
  });
});
