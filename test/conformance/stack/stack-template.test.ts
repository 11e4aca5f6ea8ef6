import { describe, expect, test } from 'vitest';
import type { StackApi, StackRoute } from '../../../src/conformance/stack/stack-apis.js';
import { stackTemplate } from '../../../src/conformance/stack/stack-template.js';

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
}

/** The template of one API. */
function templateOf(api: Pick<StackApi, 'name' | 'target'> & Partial<StackApi>): Template {
  return stackTemplate([{ settings: {}, routes: [], cases: [], ...api }]) as Template;
}

const plain: StackRoute = { method: 'GET', path: '/a', function: 'Plain' };
/** The URL of an API in a template. */
const urlOf = (id: string, path = ''): object => ({ 'Fn::Sub': `https://\${${id}}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}${path}` });
const AUTHORIZER_ARN = { 'Fn::GetAtt': ['Authorizer', 'Arn'] };

describe('a template', () => {
  test('has a function for authorizers, settings of all functions, and nothing else without APIs', () => {
    expect(stackTemplate([])).toEqual({
      AWSTemplateFormatVersion: '2010-09-09',
      Transform: 'AWS::Serverless-2016-10-31',
      Description: 'Answers the cases of apigw-proxy conformance',
      Globals: { Function: { Runtime: 'nodejs22.x', CodeUri: '.', Timeout: 20 } },
      Resources: { Authorizer: { Type: 'AWS::Serverless::Function', Properties: { Handler: 'handler.authorize' } } },
      Outputs: {},
    });
  });

  test('has a function for each kind of route', () => {
    const routes: StackRoute[] = [
      plain,
      { method: 'GET', path: '/b', function: 'Stream' },
      { method: 'GET', path: '/c', function: 'Late' },
      { method: 'GET', path: '/d', function: 'Plain' },
    ];
    const { Resources } = templateOf({ name: 'rest', target: 'rest', routes });
    const of = (id: string): unknown => {
      const { Events = {}, ...rest } = Resources[id]?.Properties ?? {};
      return { ...rest, Events: Object.keys(Events as object) };
    };
    expect(of('Plain1')).toEqual({ Handler: 'handler.handler', Events: ['Rest0', 'Rest3'] });
    expect(of('Stream1')).toEqual({ Handler: 'handler.stream', Events: ['Rest1'] });
    expect(of('Late1')).toEqual({ Handler: 'handler.handler', Timeout: 1, Events: ['Rest2'] });
    expect(Object.keys(Resources)).toEqual(['Rest', 'Plain1', 'Stream1', 'Late1', 'Authorizer']);
  });

  test('gives a function 30 events, then the next one', () => {
    const routes = Array.from({ length: 61 }, (_, index): StackRoute => ({ ...plain, path: `/${index}` }));
    const { Resources } = templateOf({ name: 'rest', target: 'rest', routes });
    const counts = ['Plain1', 'Plain2', 'Plain3'].map((id) => Object.keys(Resources[id]?.Properties['Events'] ?? {}).length);
    expect(counts).toEqual([30, 30, 1]);
  });
});

describe('a REST API', () => {
  test('has the default settings', () => {
    const { Resources, Outputs } = templateOf({ name: 'rest', target: 'rest' });
    expect(Resources['Rest']).toEqual({
      Type: 'AWS::Serverless::Api',
      Properties: { Name: 'rest', StageName: 'stage', EndpointConfiguration: { Type: 'REGIONAL' } },
    });
    expect(Outputs).toEqual({
      RestEndpoint: { Description: 'rest', Value: urlOf('Rest', '/stage') },
    });
  });

  test('has the settings that its cases need', () => {
    const settings = {
      isEdge: true,
      binaryMediaTypes: ['image/png', '*/*'],
      minimumCompressionSize: 0,
      stageVariables: { name: 'value' },
    } as const;
    const { Resources } = templateOf({ name: 'rest-image-png', target: 'rest', settings });
    expect(Resources['RestImagePng']?.Properties).toEqual({
      Name: 'rest-image-png',
      StageName: 'stage',
      EndpointConfiguration: { Type: 'EDGE' },
      BinaryMediaTypes: ['image~1png', '*~1*'],
      MinimumCompressionSize: 0,
      Variables: { name: 'value' },
    });
  });

  test.each<[string, Partial<StackRoute>, object]>([
    ['without settings', {}, {}],
    ['that stops waiting', { isShort: true }, { TimeoutInMillis: 1000 }],
    ['with an authorizer', { authorizer: 'Token' }, { Auth: { Authorizer: 'Token' } }],
    ['with an API key', { needsKey: true }, { Auth: { ApiKeyRequired: true } }],
    ['with both', { authorizer: 'Request', needsKey: true }, { Auth: { Authorizer: 'Request', ApiKeyRequired: true } }],
  ])('has a route %s', (_, settings, expected) => {
    const { Resources } = templateOf({ name: 'rest', target: 'rest', routes: [{ ...plain, ...settings }] });
    expect(Resources['Plain1']?.Properties['Events']).toEqual({
      Rest0: { Type: 'Api', Properties: { RestApiId: { Ref: 'Rest' }, Method: 'GET', Path: '/a', ...expected } },
    });
  });

  test('streams on every route', () => {
    const { Resources } = templateOf({ name: 'rest', target: 'rest', settings: { isStreaming: true }, routes: [plain] });
    expect(Resources['Plain1']?.Properties['Events']).toMatchObject({ Rest0: { Properties: { ResponseTransferMode: 'RESPONSE_STREAM' } } });
  });

  test('has the authorizers that its routes name', () => {
    const routes = (['Request', 'Token', 'Cached'] as const).map(
      (authorizer): StackRoute => ({ ...plain, path: `/${authorizer}`, authorizer }),
    );
    const { Resources } = templateOf({ name: 'rest', target: 'rest', routes: [plain, ...routes] });
    const token = (seconds: number): object => ({
      FunctionPayloadType: 'TOKEN',
      FunctionArn: AUTHORIZER_ARN,
      Identity: { Header: 'Authorization', ReauthorizeEvery: seconds },
    });
    expect(Resources['Rest']?.Properties['Auth']).toEqual({
      Authorizers: {
        Request: {
          FunctionPayloadType: 'REQUEST',
          FunctionArn: AUTHORIZER_ARN,
          Identity: { Headers: ['Authorization'], ReauthorizeEvery: 0 },
        },
        Token: token(0),
        Cached: token(300),
      },
    });
  });
});

describe('an HTTP API', () => {
  test('has the default settings', () => {
    const { Resources, Outputs } = templateOf({ name: 'http-2.0', target: 'http-2.0' });
    expect(Resources['Http20']).toEqual({ Type: 'AWS::Serverless::HttpApi', Properties: { Name: 'http-2.0', StageName: '$default' } });
    expect(Outputs).toEqual({
      Http20Endpoint: { Description: 'http-2.0', Value: urlOf('Http20') },
    });
  });

  test('has the settings that its cases need', () => {
    const cors = { allowOrigins: ['https://a.example'], allowCredentials: true };
    const { Resources, Outputs } = templateOf({ name: 'http-1.0-stage', target: 'http-1.0', settings: { stage: 'stage', cors } });
    expect(Resources['Http10Stage']?.Properties).toEqual({
      Name: 'http-1.0-stage',
      StageName: 'stage',
      CorsConfiguration: { AllowOrigins: ['https://a.example'], AllowCredentials: true },
    });
    expect(Outputs['Http10StageEndpoint']).toMatchObject({
      Value: urlOf('Http10Stage', '/stage'),
    });
  });

  test.each<[string, 'http-1.0' | 'http-2.0', Partial<StackRoute>, object]>([
    ['of payload 2.0', 'http-2.0', {}, { Method: 'GET', Path: '/a', PayloadFormatVersion: '2.0' }],
    ['of payload 1.0', 'http-1.0', {}, { Method: 'GET', Path: '/a', PayloadFormatVersion: '1.0' }],
    ['for every path', 'http-2.0', { path: '$default' }, { PayloadFormatVersion: '2.0' }],
    [
      'that stops waiting',
      'http-2.0',
      { isShort: true },
      { Method: 'GET', Path: '/a', PayloadFormatVersion: '2.0', TimeoutInMillis: 1000 },
    ],
    [
      'with an authorizer',
      'http-2.0',
      { authorizer: 'Open' },
      { Method: 'GET', Path: '/a', PayloadFormatVersion: '2.0', Auth: { Authorizer: 'Open' } },
    ],
  ])('has a route %s', (_, target, settings, expected) => {
    const { Resources } = templateOf({ name: 'api', target, routes: [{ ...plain, ...settings }] });
    expect(Resources['Plain1']?.Properties['Events']).toEqual({
      Api0: { Type: 'HttpApi', Properties: { ApiId: { Ref: 'Api' }, ...expected } },
    });
  });

  test('has the authorizers that its routes name', () => {
    const routes = (['Request', 'Open'] as const).map((authorizer): StackRoute => ({ ...plain, path: `/${authorizer}`, authorizer }));
    const { Resources } = templateOf({ name: 'api', target: 'http-2.0', routes });
    const common = {
      FunctionArn: AUTHORIZER_ARN,
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      EnableFunctionDefaultPermissions: true,
    };
    expect(Resources['Api']?.Properties['Auth']).toEqual({
      Authorizers: { Request: { ...common, Identity: { Headers: ['Authorization'], ReauthorizeEvery: 0 } }, Open: common },
    });
  });
});

describe('a function URL', () => {
  test.each([
    [{}, 'handler.handler', 'BUFFERED'],
    [{ isStreaming: true }, 'handler.handler', 'RESPONSE_STREAM'],
    [{ isStreaming: true, streams: true }, 'handler.stream', 'RESPONSE_STREAM'],
  ] as const)('with %j has a function of its own', (settings, handler, mode) => {
    const { Resources, Outputs } = templateOf({ name: 'function-url', target: 'function-url', settings, routes: [plain] });
    expect(Object.keys(Resources)).toEqual(['FunctionUrl', 'Authorizer']);
    expect(Resources['FunctionUrl']).toEqual({
      Type: 'AWS::Serverless::Function',
      Properties: { Handler: handler, FunctionUrlConfig: { AuthType: 'NONE', InvokeMode: mode } },
    });
    expect(Outputs).toEqual({
      FunctionUrlEndpoint: { Description: 'function-url', Value: { 'Fn::GetAtt': ['FunctionUrlUrl', 'FunctionUrl'] } },
    });
  });
});
