import { dropUndefined } from '../../gateway/drop-undefined.js';
import { createDraft } from '../apis/draft.js';
import type { KeyRules } from '../reading/keys.js';
import { type Place, unsupported } from '../reading/place.js';
import { POLICY_NOT_EVALUATED } from '../reading/rules.js';
import { readBoolean, readNumber, readStrings, readWord } from '../reading/values.js';
import { readFields } from '../template/properties.js';
import { type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText } from '../template/values.js';
import { addBody, bodyTitle } from './body.js';

const REST_API = {
  Name: 'read',
  Body: 'read',
  BinaryMediaTypes: 'read',
  MinimumCompressionSize: 'read',
  ApiKeySourceType: 'read',
  EndpointConfiguration: 'read',
  DisableExecuteApiEndpoint: 'read',
  BodyS3Location: { unsupported: 'The OpenAPI document is in S3. Use `Body`.' },
  CloneFrom: { unsupported: 'The API is a copy of one in your account.' },
  Policy: POLICY_NOT_EVALUATED,
  Parameters: { optional: 'The parameters of the import have no effect here.' },
  Description: 'ignore',
  EndpointAccessMode: 'ignore', // TLS
  FailOnWarnings: 'ignore',
  Mode: 'ignore',
  SecurityPolicy: 'ignore', // TLS
  Tags: 'ignore',
} as const satisfies KeyRules;

const ENDPOINT = {
  Type: 'read', // SAM
  Types: 'read',
  VpcEndpointIds: { optional: 'VPC endpoints do not exist here.' },
  VPCEndpointIds: { optional: 'VPC endpoints do not exist here.' },
  IpAddressType: 'ignore',
} as const satisfies KeyRules;

/** Reads the REST APIs of a template. */
export function readRestApis(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::RestApi')) readRestApi(resource, reading);
}

function readRestApi(resource: Resource, reading: Reading): void {
  const { keys, at, read } = readProperties(resource, REST_API);
  const draft = createDraft('rest', resource.id, read('Name', readText) ?? bodyTitle(keys.Body) ?? resource.id, resource.place, {
    ...dropUndefined({
      binaryMediaTypes: read('BinaryMediaTypes', readStrings)?.map(unescapeMediaType),
      minimumCompressionSize: read('MinimumCompressionSize', readNumber),
      apiKeySource: read('ApiKeySourceType', readApiKeySource),
      endpointType: read('EndpointConfiguration', readEndpointType),
      disableExecuteApiEndpoint: read('DisableExecuteApiEndpoint', readBoolean) === true ? (true as const) : undefined,
    }),
  });
  reading.apis.set(resource.id, draft);
  if (keys.Body !== undefined) addBody(draft, keys.Body, at('Body'));
}

/** Reads who names the API key of a request: its header, or the authorizer. */
export function readApiKeySource(value: unknown, place: Place): 'HEADER' | 'AUTHORIZER' | undefined {
  return readWord(value, ['HEADER', 'AUTHORIZER'], place);
}

/** Reads the type of an endpoint configuration. */
export function readEndpointType(value: unknown, place: Place): 'EDGE' | 'REGIONAL' | 'PRIVATE' | undefined {
  if (value === undefined) return undefined;
  const fields = readFields(typeof value === 'string' ? { Type: value } : value, ENDPOINT, place);
  const [type = fields.read('Type', readText), ...others] = fields.read('Types', readStrings) ?? [];
  if (others.length > 0) unsupported(fields.at('Types'), 'An API has one endpoint type.');
  return readWord(type, ['EDGE', 'REGIONAL', 'PRIVATE'], place);
}

/** CloudFormation writes `~1` for the slash of a media type. */
export function unescapeMediaType(type: string): string {
  return type.replaceAll('~1', '/');
}
