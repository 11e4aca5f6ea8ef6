import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { IntegrationDetails } from '../apis/integration-details.js';
import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import type { KeyRules } from '../reading/keys.js';
import { type Place, unsupported } from '../reading/place.js';
import { readNumber } from '../reading/values.js';
import type { Fields } from '../template/properties.js';
import { type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readPayloadVersion, readText, readTextMap } from '../template/values.js';
import { classifyIntegration } from './integration-kind.js';
import type { IntegrationPart } from './rest-integration.js';

const INTEGRATION = {
  IntegrationType: 'read',
  IntegrationUri: 'read',
  IntegrationSubtype: 'read',
  IntegrationMethod: 'read',
  PayloadFormatVersion: 'read',
  TimeoutInMillis: 'read',
  ConnectionType: 'read',
  RequestTemplates: 'read',
  RequestParameters: 'read',
  ResponseParameters: 'read',
  PassthroughBehavior: 'read',
  TemplateSelectionExpression: 'read',
  ContentHandlingStrategy: 'read',
  ApiId: 'ignore', // the route says which API it is
  ConnectionId: 'ignore', // the VPC link, which is reported
  CredentialsArn: 'ignore', // what API Gateway may call
  Description: 'ignore',
  TlsConfig: { optional: 'The name in the certificate of the integration is not checked here.' },
} as const satisfies KeyRules;

const RESPONSE = {
  IntegrationId: 'read',
  IntegrationResponseKey: 'read',
  ResponseParameters: 'read',
  ResponseTemplates: 'read',
  ContentHandlingStrategy: 'read',
  TemplateSelectionExpression: 'read',
  ApiId: 'ignore',
} as const satisfies KeyRules;

/** An integration and its place. */
export type V2Integration = IntegrationPart & { readonly place: Place };

/** Reads the integrations of HTTP and WebSocket APIs, by id. */
export function readV2Integrations(reading: Reading): ReadonlyMap<string, V2Integration> {
  const responses = readResponses(reading);
  const integrations = resourcesOfType(reading, 'AWS::ApiGatewayV2::Integration');
  return new Map(integrations.map((resource) => [resource.id, readIntegration(resource, responses.get(resource.id))]));
}

function readIntegration(resource: Resource, responses: ReadonlyMap<string, unknown> | undefined): V2Integration {
  const fields = readProperties(resource, INTEGRATION);
  const { read } = fields;
  const type = read('IntegrationType', readText) ?? '';
  const uri = read('IntegrationUri', readText) ?? '';
  const signs = { type, uri, connectionType: read('ConnectionType', readText), subtype: read('IntegrationSubtype', readText) };
  const { integration, functionName } = classifyIntegration(signs, resource.place);
  if (integration === 'proxy' || integration === 'http-proxy') reportMappings(fields);
  const details: IntegrationDetails = dropUndefined({
    type: type.toLowerCase(),
    httpMethod: read('IntegrationMethod', readText),
    uri: uri === '' ? undefined : uri,
    requestTemplates: read('RequestTemplates', readTextMap),
    requestParameters: read('RequestParameters', readTextMap),
    passthroughBehavior: read('PassthroughBehavior', readText)?.toLowerCase(),
    templateSelectionExpression: read('TemplateSelectionExpression', readText),
    contentHandling: read('ContentHandlingStrategy', readText),
    responses: responses === undefined ? undefined : Object.fromEntries(responses),
  });
  const route = dropUndefined({
    integration,
    payloadVersion: read('PayloadFormatVersion', readPayloadVersion),
    timeoutInMillis: read('TimeoutInMillis', readNumber),
    uri: integration === 'http-proxy' ? uri : undefined,
    details: integration === 'proxy' ? undefined : details,
  });
  return { route, functionName, place: resource.place };
}

/** Parameter mappings of HTTP APIs change requests and responses on their way. */
function reportMappings({ keys, at }: Fields<typeof INTEGRATION>): void {
  if (keys.RequestParameters !== undefined) unsupported(at('RequestParameters'), 'Parameter mapping is not applied here.');
  if (keys.ResponseParameters !== undefined) unsupported(at('ResponseParameters'), 'Parameter mapping is not applied here.');
}

/** Reads integration responses, by the id of their integration and by key. */
function readResponses(reading: Reading): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const responses = new Map<string, Map<string, unknown>>();
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::IntegrationResponse')) {
    const { keys, read } = readProperties(resource, RESPONSE);
    const id = referenceOf(asValue(keys.IntegrationId)) ?? '';
    const response = dropUndefined({
      responseParameters: read('ResponseParameters', readTextMap),
      responseTemplates: read('ResponseTemplates', readTextMap),
      contentHandling: read('ContentHandlingStrategy', readText),
      templateSelectionExpression: read('TemplateSelectionExpression', readText),
    });
    const others = responses.get(id) ?? new Map<string, unknown>();
    responses.set(id, others.set(read('IntegrationResponseKey', readText) ?? '$default', response));
  }
  return responses;
}
