import type { CorsConfiguration } from '../../gateway/cors.js';
import { STAGE, type StackApi, type StackAuthorizer, type StackRoute } from './stack-apis.js';

/** A function of the stack, and its events. */
interface StackFunction {
  readonly handler: string;
  readonly url?: StackApi;
  /** In seconds. */
  readonly timeout?: number;
  readonly events: Record<string, unknown>;
}

/** Returns a SAM template that deploys APIs and the functions behind them. */
export function stackTemplate(apis: readonly StackApi[]): object {
  const functions: Record<string, StackFunction> = {};
  for (const api of apis) addEvents(functions, api);
  functions['Authorizer'] = { handler: 'handler.authorize', events: {} };
  const urls = apis.filter(({ target }) => target === 'function-url');
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: 'Answers the cases of apigw-proxy conformance',
    Globals: { Function: { Runtime: 'nodejs22.x', CodeUri: '.', Timeout: 20 } },
    Resources: {
      ...Object.fromEntries(apis.flatMap((api) => (api.target === 'function-url' ? [] : [[idOf(api), apiResource(api)]]))),
      ...Object.fromEntries(Object.entries(functions).map(([id, made]) => [id, functionResource(made)])),
    },
    Outputs: Object.fromEntries([
      ...apis
        .filter((api) => !urls.includes(api))
        .map((api) => [outputOf(api), { Description: api.name, Value: { 'Fn::Sub': urlOf(api) } }]),
      ...urls.map((api) => [outputOf(api), { Description: api.name, Value: { 'Fn::GetAtt': [`${idOf(api)}Url`, 'FunctionUrl'] } }]),
    ]),
  };
}

/** `rest-image-png` → `RestImagePng`, as names in a template have no dashes. */
export function idOf({ name }: Pick<StackApi, 'name'>): string {
  return name.replaceAll(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the name of the output with an API's URL. */
export function outputOf(api: Pick<StackApi, 'name'>): string {
  return `${idOf(api)}Endpoint`;
}

function addEvents(functions: Record<string, StackFunction>, api: StackApi): void {
  if (api.target === 'function-url') {
    functions[idOf(api)] = { handler: api.settings.streams ? 'handler.stream' : 'handler.handler', url: api, events: {} };
    return;
  }
  for (const [index, route] of api.routes.entries()) {
    const name = nameOfFunction(functions, route.function);
    functions[name] ??= {
      handler: route.function === 'Stream' ? 'handler.stream' : 'handler.handler',
      ...(route.function === 'Late' && { timeout: 1 }),
      events: {},
    };
    functions[name].events[`${idOf(api)}${index}`] = api.target === 'rest' ? restEvent(api, route) : httpEvent(api, route);
  }
}

/** The policy of a function can have 20 kB. Each event adds a statement of up to 500 characters. */
const MOST_EVENTS = 30;

/** Returns the first function of a kind that has room for another event. */
function nameOfFunction(functions: Readonly<Record<string, StackFunction>>, kind: StackRoute['function']): string {
  for (let number = 1; ; number += 1) {
    const name = `${kind}${number}`;
    if (Object.keys(functions[name]?.events ?? {}).length < MOST_EVENTS) return name;
  }
}

function restEvent(api: StackApi, { method, path, isShort, authorizer, needsKey }: StackRoute): object {
  return {
    Type: 'Api',
    Properties: {
      RestApiId: { Ref: idOf(api) },
      Method: method,
      Path: path,
      ...(api.settings.isStreaming && { ResponseTransferMode: 'RESPONSE_STREAM' }),
      ...(isShort && { TimeoutInMillis: 1000 }),
      ...((authorizer || needsKey) && {
        Auth: { ...(authorizer && { Authorizer: authorizer }), ...(needsKey && { ApiKeyRequired: true }) },
      }),
    },
  };
}

function httpEvent(api: StackApi, { method, path, isShort, authorizer }: StackRoute): object {
  return {
    Type: 'HttpApi',
    Properties: {
      ApiId: { Ref: idOf(api) },
      ...(path !== '$default' && { Method: method, Path: path }),
      PayloadFormatVersion: api.target === 'http-1.0' ? '1.0' : '2.0',
      ...(isShort && { TimeoutInMillis: 1000 }),
      ...(authorizer && { Auth: { Authorizer: authorizer } }),
    },
  };
}

/** Returns the authorizers of an API that its routes name. */
function authOf({ target, routes }: StackApi): object {
  const names = new Set(routes.flatMap(({ authorizer }) => authorizer ?? []));
  if (names.size === 0) return {};
  const authorizers = [...names].map((name) => [name, target === 'rest' ? restAuthorizer(name) : httpAuthorizer(name)]);
  return { Auth: { Authorizers: Object.fromEntries(authorizers) } };
}

const FUNCTION_ARN = { 'Fn::GetAtt': ['Authorizer', 'Arn'] };

function restAuthorizer(name: StackAuthorizer): object {
  const isRequest = name === 'Request';
  const source = isRequest ? { Headers: ['Authorization'] } : { Header: 'Authorization' };
  return {
    FunctionPayloadType: isRequest ? 'REQUEST' : 'TOKEN',
    FunctionArn: FUNCTION_ARN,
    Identity: { ...source, ReauthorizeEvery: name === 'Cached' ? 300 : 0 },
  };
}

function httpAuthorizer(name: StackAuthorizer): object {
  return {
    FunctionArn: FUNCTION_ARN,
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    EnableFunctionDefaultPermissions: true,
    ...(name !== 'Open' && { Identity: { Headers: ['Authorization'], ReauthorizeEvery: 0 } }),
  };
}

function apiResource(api: StackApi): object {
  const { name, target, settings } = api;
  const { isEdge, binaryMediaTypes, minimumCompressionSize, cors, stageVariables, stage = '$default' } = settings;
  if (target !== 'rest') {
    return {
      Type: 'AWS::Serverless::HttpApi',
      Properties: { Name: name, StageName: stage, ...(cors && { CorsConfiguration: corsOf(cors) }), ...authOf(api) },
    };
  }
  return {
    Type: 'AWS::Serverless::Api',
    Properties: {
      Name: name,
      StageName: STAGE,
      EndpointConfiguration: { Type: isEdge ? 'EDGE' : 'REGIONAL' },
      ...(binaryMediaTypes && { BinaryMediaTypes: binaryMediaTypes.map((type) => type.replaceAll('/', '~1')) }),
      ...(minimumCompressionSize !== undefined && { MinimumCompressionSize: minimumCompressionSize }),
      ...(stageVariables && { Variables: stageVariables }),
      ...authOf(api),
    },
  };
}

/** `allowOrigins` → `AllowOrigins`. */
function corsOf(cors: CorsConfiguration): object {
  return Object.fromEntries(Object.entries(cors).map(([name, value]) => [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, value]));
}

function functionResource({ handler, url, timeout, events }: StackFunction): object {
  return {
    Type: 'AWS::Serverless::Function',
    Properties: {
      Handler: handler,
      ...(timeout !== undefined && { Timeout: timeout }),
      ...(url && {
        FunctionUrlConfig: { AuthType: 'NONE', InvokeMode: url.settings.isStreaming ? 'RESPONSE_STREAM' : 'BUFFERED' },
      }),
      ...(Object.keys(events).length > 0 && { Events: events }),
    },
  };
}

function urlOf(api: StackApi): string {
  const stage = api.target === 'rest' ? STAGE : api.settings.stage;
  return `https://\${${idOf(api)}}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}${stage === undefined ? '' : `/${stage}`}`;
}
