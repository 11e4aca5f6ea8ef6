import { dropUndefined } from '../../gateway/drop-undefined.js';
import { describeValue } from '../../http/describe-value.js';
import { type IntegrationDetails, mockAnswerOf } from '../apis/integration-details.js';
import type { DeployedIntegration, DeployedRoute, DeployedValue } from '../deployment.js';
import { type FunctionUri, readFunctionUri } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import { type KeyRule, type KeyRules, type ReadKeys, readKeys } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { NOT_CACHED } from '../reading/rules.js';
import { readNumber, readWord } from '../reading/values.js';
import { readPayloadVersion } from '../template/values.js';
import { ruleOfUnknown } from './extension-rules.js';
import type { Located, OpenApiDocument } from './open-api-document.js';

/** The part of a route that its integration decides. */
export interface IntegrationDraft {
  readonly route: Omit<DeployedRoute, 'key'>;
  readonly functionName?: string | undefined;
}

/** The keys that decide what kind of integration it is. */
const INTEGRATION_KEYS = {
  type: 'read',
  uri: 'read',
  integrationSubtype: 'read',
  connectionType: 'read',
  connectionId: 'ignore', // the VPC link
  integrationTarget: 'ignore', // the load balancer behind it
  payloadFormatVersion: 'read',
  timeoutInMillis: 'read',
  responseTransferMode: 'read',
  httpMethod: 'read',
  credentials: 'ignore', // the role that API Gateway makes the call with
  requestParameters: 'read',
  requestTemplates: 'read',
  passthroughBehavior: 'read',
  contentHandling: 'read',
  responses: 'read',
  responseParameters: 'read',
  tlsConfig: 'read',
  cacheNamespace: NOT_CACHED,
  cacheKeyParameters: NOT_CACHED,
} as const satisfies KeyRules;

type IntegrationKeys = ReadKeys<typeof INTEGRATION_KEYS>;

/** The keys that are the details of an integration that is not a proxy of a function. */
const DETAILS = [
  'httpMethod',
  'requestParameters',
  'requestTemplates',
  'passthroughBehavior',
  'contentHandling',
  'responses',
  'responseParameters',
  'tlsConfig',
] as const satisfies readonly (keyof IntegrationKeys)[];

const NO_EFFECT: KeyRule = { optional: 'This has no effect on the event or the response of a proxy integration.' };
const PARAMETER_MAPPING: KeyRule = { unsupported: 'Parameter mapping is not applied here.' };

/** What those keys do to a proxy integration of a function. */
const PROXY_DETAILS: Readonly<Record<OpenApiDocument['kind'], KeyRules>> = {
  rest: {
    httpMethod: 'ignore', // API Gateway posts to Lambda
    requestParameters: NO_EFFECT,
    requestTemplates: NO_EFFECT,
    passthroughBehavior: 'ignore',
    contentHandling: NO_EFFECT,
    responses: 'ignore',
    responseParameters: NO_EFFECT,
    tlsConfig: NO_EFFECT,
  },
  http: {
    httpMethod: 'ignore',
    requestParameters: PARAMETER_MAPPING,
    requestTemplates: NO_EFFECT,
    passthroughBehavior: 'ignore',
    contentHandling: NO_EFFECT,
    responses: 'ignore',
    responseParameters: PARAMETER_MAPPING,
    tlsConfig: NO_EFFECT,
  },
};

/** Reads `x-amazon-apigateway-integration`. Returns `undefined` for one without a known type, which is reported. */
export function readIntegration({ value, place }: Located, operation: Place, document: OpenApiDocument): IntegrationDraft | undefined {
  const keys = readKeys(document.evaluate(value, place), INTEGRATION_KEYS, place, ruleOfUnknown);
  const uri = asValue(keys.uri);
  const invoked = uri === undefined ? undefined : readInvocation(uri, document.kind);
  const kind = kindOf(keys, invoked, document.kind);
  if (kind === undefined) {
    unsupported(operation, `The integration has no known type; got ${describeValue(keys.type)}.`);
    return undefined;
  }
  const timeoutInMillis = readNumber(keys.timeoutInMillis, at(place, 'timeoutInMillis'));
  const route = {
    integration: kind,
    ...dropUndefined({ timeoutInMillis }),
    ...partOf(kind, keys, uri, invoked, place, operation, document),
  };
  return { route, ...(kind === 'proxy' || kind === 'custom' ? { functionName: invoked?.name } : {}) };
}

/** On an HTTP API the URI can be the ARN of the function itself. */
function readInvocation(uri: DeployedValue, kind: OpenApiDocument['kind']): FunctionUri | undefined {
  const text = textOf(uri);
  const isFunction =
    /:lambda:path\//.test(text) || (kind === 'http' && (/:lambda:[^:]*:[^:]*:function:/.test(text) || /^\$\{[^${}]+\.Arn\}$/.test(text)));
  return isFunction ? readFunctionUri(uri) : undefined;
}

function kindOf(keys: IntegrationKeys, invoked: FunctionUri | undefined, kind: OpenApiDocument['kind']): DeployedIntegration | undefined {
  const type = typeof keys.type === 'string' ? keys.type.toUpperCase() : '';
  const isLinked = typeof keys.connectionType === 'string' && keys.connectionType.toUpperCase() === 'VPC_LINK';
  const isService = keys.integrationSubtype !== undefined || invoked === undefined;
  switch (type) {
    case 'AWS_PROXY':
      return isService ? 'aws-service' : 'proxy';
    case 'HTTP_PROXY':
      return isLinked ? 'vpc-link' : 'http-proxy';
    case 'AWS':
      return kind === 'http' ? undefined : isService ? 'aws-service' : 'custom';
    case 'HTTP':
      return kind === 'http' ? undefined : isLinked ? 'vpc-link' : 'http';
    case 'MOCK':
      return kind === 'http' ? undefined : 'mock';
    default:
      return undefined;
  }
}

/** The part of a route that only integrations of its kind have. */
function partOf(
  kind: DeployedIntegration,
  keys: IntegrationKeys,
  uri: DeployedValue | undefined,
  invoked: FunctionUri | undefined,
  place: Place,
  operation: Place,
  document: OpenApiDocument,
): Partial<DeployedRoute> {
  const details: IntegrationDetails = Object.fromEntries(DETAILS.flatMap((key) => (keys[key] === undefined ? [] : [[key, keys[key]]])));
  switch (kind) {
    case 'proxy':
      readKeys(details, PROXY_DETAILS[document.kind], place);
      return proxyPart(keys, invoked, place, document.kind);
    case 'custom':
      return { details, ...streamingOf(keys, invoked, place) };
    case 'mock':
      return { details, ...dropUndefined({ mock: mockAnswerOf(details) }) };
    case 'http':
    case 'http-proxy':
      return httpPart(details, uri, operation);
    case 'vpc-link':
      unsupported(operation, 'The integration is behind a VPC link, which cannot be reached from here.');
      return {};
    case 'aws-service':
      unsupported(operation, `The integration calls an AWS service: ${describeValue(serviceOf(keys, uri))}.`);
      return {};
  }
}

function proxyPart(
  keys: IntegrationKeys,
  invoked: FunctionUri | undefined,
  place: Place,
  kind: OpenApiDocument['kind'],
): Partial<DeployedRoute> {
  if (kind === 'rest') return streamingOf(keys, invoked, place);
  // assumed: an import without payloadFormatVersion gets the version that API Gateway's own interface defaults to.
  return { payloadVersion: readPayloadVersion(keys.payloadFormatVersion, at(place, 'payloadFormatVersion')) ?? '1.0' };
}

function streamingOf({ responseTransferMode }: IntegrationKeys, invoked: FunctionUri | undefined, place: Place): Partial<DeployedRoute> {
  const mode = readWord(responseTransferMode, ['STREAM', 'BUFFERED'], at(place, 'responseTransferMode'));
  return mode === 'STREAM' || invoked?.isStreaming === true ? { streaming: true } : {};
}

function httpPart(details: IntegrationDetails, uri: DeployedValue | undefined, operation: Place): Partial<DeployedRoute> {
  if (uri === undefined) {
    unsupported(operation, 'The integration has no `uri`.');
    return { details };
  }
  optional(operation, `The route calls ${textOf(uri)}, not a function.`);
  return { uri: textOf(uri), details };
}

function serviceOf(keys: IntegrationKeys, uri: DeployedValue | undefined): unknown {
  return keys.integrationSubtype ?? (uri === undefined ? undefined : textOf(uri));
}
