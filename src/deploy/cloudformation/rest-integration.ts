import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { RouteDraft } from '../apis/draft.js';
import { type IntegrationDetails, mockAnswerOf } from '../apis/integration-details.js';
import type { DeployedRoute } from '../deployment.js';
import { readFunctionUri } from '../functions/function-uri.js';
import type { KeyRules } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { NOT_CACHED } from '../reading/rules.js';
import { readList, readNumber, readWord } from '../reading/values.js';
import { readFields } from '../template/properties.js';
import { readText, readTextMap } from '../template/values.js';
import { classifyIntegration } from './integration-kind.js';

const INTEGRATION = {
  Type: 'read',
  Uri: 'read',
  IntegrationHttpMethod: 'read',
  TimeoutInMillis: 'read',
  ConnectionType: 'read',
  ResponseTransferMode: 'read',
  RequestTemplates: 'read',
  RequestParameters: 'read',
  PassthroughBehavior: 'read',
  ContentHandling: 'read',
  IntegrationResponses: 'read',
  CacheKeyParameters: NOT_CACHED,
  CacheNamespace: 'ignore',
  ConnectionId: 'ignore', // the VPC link, which is reported
  IntegrationTarget: 'ignore', // the load balancer behind it
  Credentials: 'ignore', // what API Gateway may call
} as const satisfies KeyRules;

const RESPONSE = {
  StatusCode: 'read',
  SelectionPattern: 'read',
  ResponseParameters: 'read',
  ResponseTemplates: 'read',
  ContentHandling: 'read',
} as const satisfies KeyRules;

/** What an integration says about its route. */
export type IntegrationPart = Pick<RouteDraft, 'functionName'> & { readonly route: Omit<DeployedRoute, 'key'> };

/** Reads the integration of a method. */
export function readRestIntegration(value: unknown, place: Place): IntegrationPart {
  const { read } = readFields(value, INTEGRATION, place);
  const type = read('Type', readText) ?? '';
  const uri = read('Uri', readText) ?? '';
  const { integration, functionName } = classifyIntegration({ type, uri, connectionType: read('ConnectionType', readText) }, place);
  const mode = read('ResponseTransferMode', (word, at) => readWord(word, ['BUFFERED', 'STREAM'], at));
  const isStreaming = mode === 'STREAM' || readFunctionUri(uri)?.isStreaming === true;
  const details: IntegrationDetails = dropUndefined({
    type: type.toLowerCase(),
    httpMethod: read('IntegrationHttpMethod', readText),
    uri: uri === '' ? undefined : uri,
    requestTemplates: read('RequestTemplates', readTextMap),
    requestParameters: read('RequestParameters', readTextMap),
    passthroughBehavior: read('PassthroughBehavior', readText)?.toLowerCase(),
    contentHandling: read('ContentHandling', readText),
    responses: read('IntegrationResponses', readResponses),
  });
  const route = dropUndefined({
    integration,
    timeoutInMillis: read('TimeoutInMillis', readNumber),
    streaming: isStreaming ? (true as const) : undefined,
    uri: integration === 'http' || integration === 'http-proxy' ? uri : undefined,
    mock: integration === 'mock' ? mockAnswerOf(details) : undefined,
    details: integration === 'proxy' ? undefined : details,
  });
  return { route, functionName };
}

/** Reads integration responses, by selection pattern. The one without a pattern is `default`. */
function readResponses(value: unknown, place: Place): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return undefined;
  const responses = readList(value, place).map((response, index): [string, unknown] => {
    const { read } = readFields(response, RESPONSE, at(place, index));
    const pattern = read('SelectionPattern', readText);
    return [
      pattern === undefined || pattern === '' ? 'default' : pattern,
      dropUndefined({
        statusCode: read('StatusCode', readText),
        responseParameters: read('ResponseParameters', readTextMap),
        responseTemplates: read('ResponseTemplates', readTextMap),
        contentHandling: read('ContentHandling', readText),
      }),
    ];
  });
  return Object.fromEntries(responses);
}
