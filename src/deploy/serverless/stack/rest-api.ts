import { at } from '../../reading/place.js';
import { readBoolean, readString } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { REST_API } from './naming.js';
import { addResource, type Stack } from './stack.js';

/** Adds the REST API of a service, unless it belongs to another stack, and its stage. */
export function addRestApi(service: Service, stack: Stack): void {
  const { apiGateway, provider } = service;
  const place = at(service.place, 'provider');
  const inside = at(place, 'apiGateway');
  if (apiGateway.restApiId === undefined) {
    addResource(
      stack,
      REST_API,
      'AWS::ApiGateway::RestApi',
      {
        Name: nameOf(service),
        BinaryMediaTypes: apiGateway.binaryMediaTypes,
        MinimumCompressionSize: apiGateway.minimumCompressionSize,
        ApiKeySourceType: readString(apiGateway.apiKeySourceType, at(inside, 'apiKeySourceType'))?.toUpperCase(),
        DisableExecuteApiEndpoint: apiGateway.disableDefaultEndpoint,
        EndpointConfiguration: { Types: [readString(provider.endpointType, at(place, 'endpointType'))?.toUpperCase() ?? 'EDGE'] },
      },
      inside,
    );
  }
  addResource(
    stack,
    'ApiGatewayDeployment',
    'AWS::ApiGateway::Deployment',
    { RestApiId: restApiId(service), StageName: service.stage },
    at(place, 'stage'),
  );
}

/** Returns what refers to the REST API. */
export function restApiId({ apiGateway }: Service): unknown {
  return apiGateway.restApiId ?? { Ref: REST_API };
}

function nameOf({ name, stage, provider, apiGateway, place }: Service): string {
  const own = readString(provider.apiName, at(place, 'provider', 'apiName'));
  const startsWithService = readBoolean(
    apiGateway.shouldStartNameWithService,
    at(place, 'provider', 'apiGateway', 'shouldStartNameWithService'),
  );
  return own ?? (startsWithService === true ? `${name}-${stage}` : `${stage}-${name}`);
}
