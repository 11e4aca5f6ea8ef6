import { isObject } from '../../../http/is-object.js';
import { type KeyRules, type ReadKeys, readKeys } from '../../reading/keys.js';
import { at, optional, unsupported } from '../../reading/place.js';
import { REQUESTS_NOT_VALIDATED } from '../../reading/rules.js';
import { readString, readStrings, readWord } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { functionArn, invocationUri } from './function-arn.js';
import type { HttpEvent } from './http-event.js';
import { lambdaTemplates } from './lambda-templates.js';
import { type CorsSettings, responseHeaders } from './rest-cors.js';
import { integrationResponses } from './rest-responses.js';
import type { Resource } from './stack.js';

const REQUEST = {
  contentHandling: 'read',
  method: 'read',
  parameters: 'read',
  passThrough: 'read',
  template: 'read',
  uri: 'read',
  schema: REQUESTS_NOT_VALIDATED,
  schemas: REQUESTS_NOT_VALIDATED,
} as const satisfies KeyRules;

const RESPONSE = {
  contentHandling: 'read',
  headers: 'read',
  statusCodes: 'read',
  template: 'read',
  transferMode: 'read',
} as const satisfies KeyRules;

const PARAMETERS = { querystrings: 'read', headers: 'read', paths: 'read' } as const satisfies KeyRules;

type Type = 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK';

const TYPES: Readonly<Record<string, Type>> = {
  AWS: 'AWS',
  AWS_PROXY: 'AWS_PROXY',
  HTTP: 'HTTP',
  HTTP_PROXY: 'HTTP_PROXY',
  LAMBDA: 'AWS',
  LAMBDA_PROXY: 'AWS_PROXY',
  MOCK: 'MOCK',
};

/** Returns the integration of an event, as CloudFormation writes it. `undefined`: its type is unknown, which is reported. */
export function integrationOf(event: HttpEvent, cors: CorsSettings | undefined, service: Service): Resource | undefined {
  const { keys, place } = event;
  const word = readString(keys.integration, at(place, 'integration')) ?? (keys.async === true ? 'LAMBDA' : 'LAMBDA_PROXY');
  const name = word.toUpperCase().replace('-', '_');
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined) {
    unsupported(at(place, 'integration'), `The integration ${JSON.stringify(word)} is unknown.`);
    return undefined;
  }
  const request = readKeys(keys.request, REQUEST, at(place, 'request'));
  const response = readKeys(keys.response, RESPONSE, at(place, 'response'));
  reportIgnored(type, event, request, response);
  const isStreaming = readTransferMode(response.transferMode, event) === 'STREAM' && type.endsWith('_PROXY');
  return {
    Type: type,
    TimeoutInMillis: keys.timeoutInMillis ?? service.apiGateway.timeoutInMillis,
    RequestParameters: parametersOf(type, request, event),
    ...(isStreaming ? { ResponseTransferMode: 'STREAM' } : {}),
    ...targetOf(type, event, request, isStreaming),
    ...(type.endsWith('_PROXY') ? {} : customPart(type, event, request, response, cors)),
  };
}

function readTransferMode(value: unknown, { place }: HttpEvent): string | undefined {
  const inside = at(place, 'response', 'transferMode');
  return readWord(readString(value, inside)?.toUpperCase(), ['BUFFERED', 'STREAM'], inside);
}

/** What the integration calls. */
function targetOf(
  type: Type,
  { functionName, method, keys }: HttpEvent,
  request: ReadKeys<typeof REQUEST>,
  isStreaming: boolean,
): Resource {
  if (type === 'MOCK') return {};
  if (type.startsWith('AWS')) return { IntegrationHttpMethod: 'POST', Uri: invocationUri(functionArn(functionName), isStreaming) };
  const connection = typeof keys.connectionType === 'string' ? keys.connectionType.toUpperCase().replace('-', '_') : undefined;
  return {
    IntegrationHttpMethod: type === 'HTTP' && typeof request.method === 'string' ? request.method.toUpperCase() : method,
    Uri: request.uri,
    ...(connection === undefined ? {} : { ConnectionType: connection, ConnectionId: keys.connectionId }),
  };
}

/** The part that proxies don't have: templates and responses. */
function customPart(
  type: Type,
  event: HttpEvent,
  request: ReadKeys<typeof REQUEST>,
  response: ReadKeys<typeof RESPONSE>,
  cors: CorsSettings | undefined,
): Resource {
  const isLambda = type === 'AWS';
  const hasResponse = event.keys.response !== undefined;
  return {
    PassthroughBehavior: request.passThrough ?? (isLambda ? 'NEVER' : undefined),
    ContentHandling: request.contentHandling,
    RequestTemplates: requestTemplates(isLambda ? lambdaTemplates(claimsOf(event)) : {}, request.template),
    IntegrationResponses: isLambda || hasResponse ? integrationResponses(response, responseHeaders(cors), event) : [],
  };
}

/** The service's own templates replace those of Serverless. `null` removes one. */
function requestTemplates(defaults: Readonly<Record<string, string>>, own: unknown): unknown {
  const templates = { ...defaults, ...(isObject(own) ? own : {}) };
  const left = Object.entries(templates).filter(([, template]) => template !== null);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function claimsOf({ keys, place }: HttpEvent): readonly string[] {
  const claims = isObject(keys.authorizer) ? keys.authorizer['claims'] : undefined;
  return readStrings(claims, at(place, 'authorizer', 'claims')) ?? [];
}

/** `parameters` are documentation for a proxy of a function. Other integrations pass them on. */
function parametersOf(type: Type, request: ReadKeys<typeof REQUEST>, { keys, place }: HttpEvent): Resource | undefined {
  const inside = at(place, 'request', 'parameters');
  const groups = readKeys(request.parameters, PARAMETERS, inside);
  const mapped = Object.entries(groups).flatMap(([group, names]) =>
    Object.entries(isObject(names) ? names : {}).map(([name, rule]) => {
      const source = `request.${group.slice(0, -1)}.${name}`;
      const value = isObject(rule) ? rule['mappedValue'] : undefined;
      return [`integration.${source}`, value ?? `method.${source}`];
    }),
  );
  if (mapped.length > 0) optional(inside, 'Requests are not validated here.');
  const passedOn = type === 'AWS_PROXY' || type === 'MOCK' ? [] : mapped;
  const all = keys.async === true ? [...passedOn, ['integration.request.header.X-Amz-Invocation-Type', "'Event'"]] : passedOn;
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** Serverless removes settings of templates from proxies. */
function reportIgnored(type: Type, { place }: HttpEvent, request: ReadKeys<typeof REQUEST>, response: ReadKeys<typeof RESPONSE>): void {
  if (!type.endsWith('_PROXY')) return;
  const { contentHandling, passThrough, template, method, uri } = request;
  const ignored = {
    request: { contentHandling, passThrough, template, method, ...(type === 'AWS_PROXY' ? { uri } : {}) },
    response: { ...response, transferMode: undefined },
  };
  for (const [section, values] of Object.entries(ignored)) {
    for (const [key, value] of Object.entries(values)) {
      if (value !== undefined) optional(at(place, section, key), 'Serverless ignores this for a proxy integration.');
    }
  }
}
