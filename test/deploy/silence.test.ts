import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/deploy/yaml/read-source.js';
import { readText } from './template.js';

// Nothing is left out in silence: a property that no reader knows is reported, whatever resource of an API has it.

const FOLDER = 'test/deploy/fixtures';
const UNKNOWN = 'PropertyThatNobodyKnows';

type Fields = Record<string, unknown>;

const resources = readdirSync(FOLDER)
  .filter((name) => /^(cdk|sam)-/.test(name))
  .flatMap((fixture) => {
    const file = readdirSync(`${FOLDER}/${fixture}`).find((name) => name.startsWith('template.')) ?? '';
    const template = readSource(readFileSync(`${FOLDER}/${fixture}/${file}`, 'utf8'), file, 'yaml-1.1').value as Fields; // fixtures are objects
    const written = template['Resources'] as Record<string, Fields>;
    const relevant = Object.keys(written).filter((id) =>
      /^AWS::(ApiGateway(V2)?|Serverless|Lambda)::(?!Permission|Deployment|StateMachine|SimpleTable|Application|VpcLink|UsagePlan|ApiKey|RequestValidator)/.test(
        String(written[id]?.['Type']),
      ),
    );
    const byType = new Map(relevant.map((id) => [String(written[id]?.['Type']), id])); // one of each type
    return [...byType].map(([type, id]) => ({ name: `${type} in ${fixture}`, id, template }));
  });

/** Returns the template with an unknown property in a resource. */
function withUnknown(template: Fields, id: string): string {
  const written = template['Resources'] as Record<string, Fields>; // as above
  const properties = { ...(written[id]?.['Properties'] as Fields | undefined), [UNKNOWN]: 1 }; // as above
  return JSON.stringify({ ...template, Resources: { ...written, [id]: { ...written[id], Condition: undefined, Properties: properties } } });
}

describe('a property that no reader knows', () => {
  test.each(resources)('is reported: $name', ({ id, template }) => {
    const { unsupported } = readText(withUnknown(template, id));
    expect(unsupported).toContainEqual(
      expect.objectContaining({ where: `Resources.${id}.Properties.${UNKNOWN}`, what: `The key "${UNKNOWN}" is unknown.` }),
    );
  });

  test.each<[where: string, resource: Fields]>([
    ['Integration', { Type: 'AWS::ApiGateway::Method', Properties: { Integration: { Type: 'MOCK', Zzz: 1 } } }],
    [
      'Integration.IntegrationResponses.0',
      { Type: 'AWS::ApiGateway::Method', Properties: { Integration: { IntegrationResponses: [{ Zzz: 1 }] } } },
    ],
    ['EndpointConfiguration', { Type: 'AWS::ApiGateway::RestApi', Properties: { EndpointConfiguration: { Zzz: 1 } } }],
    ['StageDescription', { Type: 'AWS::ApiGateway::Deployment', Properties: { StageDescription: { Zzz: 1 } } }],
    ['CorsConfiguration', { Type: 'AWS::ApiGatewayV2::Api', Properties: { CorsConfiguration: { Zzz: 1 } } }],
    ['JwtConfiguration', { Type: 'AWS::ApiGatewayV2::Authorizer', Properties: { AuthorizerType: 'JWT', JwtConfiguration: { Zzz: 1 } } }],
    ['Code', { Type: 'AWS::Lambda::Function', Properties: { Code: { Zzz: 1 } } }],
    ['Environment', { Type: 'AWS::Lambda::Function', Properties: { Code: './a', Environment: { Zzz: 1 } } }],
    ['Cors', { Type: 'AWS::Lambda::Url', Properties: { Cors: { Zzz: 1 } } }],
    ['Cors', { Type: 'AWS::Serverless::Api', Properties: { Cors: { Zzz: 1 } } }],
    ['Auth', { Type: 'AWS::Serverless::Api', Properties: { Auth: { Zzz: 1 } } }],
    ['Auth.Authorizers.A', { Type: 'AWS::Serverless::Api', Properties: { Auth: { Authorizers: { A: { Zzz: 1 } } } } }],
    [
      'Auth.Authorizers.A.Identity',
      { Type: 'AWS::Serverless::Api', Properties: { Auth: { Authorizers: { A: { Identity: { Zzz: 1 } } } } } },
    ],
    ['Domain', { Type: 'AWS::Serverless::Api', Properties: { Domain: { Zzz: 1 } } }],
    ['GatewayResponses.A', { Type: 'AWS::Serverless::Api', Properties: { GatewayResponses: { A: { Zzz: 1 } } } }],
    [
      'GatewayResponses.A.ResponseParameters',
      { Type: 'AWS::Serverless::Api', Properties: { GatewayResponses: { A: { ResponseParameters: { Zzz: 1 } } } } },
    ],
    ['Auth', { Type: 'AWS::Serverless::HttpApi', Properties: { Auth: { Zzz: 1 } } }],
    ['Auth.Authorizers.A', { Type: 'AWS::Serverless::HttpApi', Properties: { Auth: { Authorizers: { A: { Zzz: 1 } } } } }],
    ['Auth', { Type: 'AWS::Serverless::WebSocketApi', Properties: { Auth: { Zzz: 1 } } }],
    ['Routes.a', { Type: 'AWS::Serverless::WebSocketApi', Properties: { Routes: { a: { Zzz: 1 } } } }],
    ['FunctionUrlConfig', { Type: 'AWS::Serverless::Function', Properties: { FunctionUrlConfig: { Zzz: 1 } } }],
    ['Events.A', { Type: 'AWS::Serverless::Function', Properties: { Events: { A: { Type: 'Api', Zzz: 1 } } } }],
    ['Events.A.Properties', { Type: 'AWS::Serverless::Function', Properties: { Events: { A: { Type: 'Api', Properties: { Zzz: 1 } } } } }],
    [
      'Events.A.Properties.Auth',
      { Type: 'AWS::Serverless::Function', Properties: { Events: { A: { Type: 'HttpApi', Properties: { Auth: { Zzz: 1 } } } } } },
    ],
  ])('is reported inside %s of %j', (where, resource) => {
    const { unsupported } = readText(JSON.stringify({ Resources: { R: resource } }));
    expect(unsupported.map((finding) => finding.where)).toContain(`Resources.R.Properties.${where}.Zzz`);
  });
});

describe('a resource that no reader knows', () => {
  test.each([
    ['AWS::ApiGateway::Invented', 'unsupported'],
    ['AWS::ApiGatewayV2::Invented', 'unsupported'],
    ['AWS::WAFv2::WebACLAssociation', 'unsupported'],
    ['AWS::CloudFormation::Stack', 'unsupported'],
    ['AWS::ApiGateway::UsagePlan', 'unsupported'],
    ['AWS::DynamoDB::Table', 'optional'],
    ['Custom::Own', 'optional'],
    ['Vendor::Service::Thing', 'optional'],
  ] as const)('is reported: %s', (Type, list) => {
    const deployment = readText(JSON.stringify({ Resources: { R: { Type } } }));
    expect(deployment[list].map(({ where }) => where)).toEqual(['Resources.R']);
  });
});
