import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { ApiSettings } from '../apis/draft.js';
import type { DeployedCors, DeployedGatewayResponse } from '../deployment.js';
import { type KeyRules, readEntries, readKeys } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { readBoolean, readList, readNumber, readStringMap, readStrings, readWord } from '../reading/values.js';
import { ENDPOINT } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';

const CORS = {
  allowOrigins: 'read',
  allowMethods: 'read',
  allowHeaders: 'read',
  exposeHeaders: 'read',
  maxAge: 'read',
  allowCredentials: 'read',
} as const satisfies KeyRules;

/** Reads `x-amazon-apigateway-cors`. */
export function readCors(value: unknown, place: Place): DeployedCors | undefined {
  if (value === undefined) return undefined;
  const keys = readKeys(value, CORS, place, ruleOfUnknown);
  return dropUndefined({
    allowOrigins: readStrings(keys.allowOrigins, at(place, 'allowOrigins')),
    allowMethods: readStrings(keys.allowMethods, at(place, 'allowMethods')),
    allowHeaders: readStrings(keys.allowHeaders, at(place, 'allowHeaders')),
    exposeHeaders: readStrings(keys.exposeHeaders, at(place, 'exposeHeaders')),
    maxAge: readNumber(keys.maxAge, at(place, 'maxAge')),
    allowCredentials: readBoolean(keys.allowCredentials, at(place, 'allowCredentials')),
  });
}

const GATEWAY_RESPONSE = { statusCode: 'read', responseParameters: 'read', responseTemplates: 'read' } as const satisfies KeyRules;

/** Reads `x-amazon-apigateway-gateway-responses`. */
export function readGatewayResponses(value: unknown, place: Place): ReadonlyMap<string, DeployedGatewayResponse> {
  return new Map(readEntries(value, place).map(([type, response]) => [type, readGatewayResponse(response, at(place, type))]));
}

function readGatewayResponse(value: unknown, place: Place): DeployedGatewayResponse {
  const keys = readKeys(value, GATEWAY_RESPONSE, place, ruleOfUnknown);
  return dropUndefined({
    statusCode: readNumber(keys.statusCode, at(place, 'statusCode')),
    responseParameters: readStringMap(keys.responseParameters, at(place, 'responseParameters')),
    responseTemplates: readStringMap(keys.responseTemplates, at(place, 'responseTemplates')),
  });
}

const SERVER = {
  url: 'ignore', // an import doesn't move routes
  description: 'ignore',
  variables: 'ignore',
  [ENDPOINT]: 'read',
} as const satisfies KeyRules;

const ENDPOINT_KEYS = {
  disableExecuteApiEndpoint: 'read',
  types: 'read',
  vpcEndpointIds: { optional: 'VPC endpoints cannot be reached from here.' },
} as const satisfies KeyRules;

/** Reads the endpoint configurations: one at the top of the document, and one in each server. */
export function readEndpoints(top: unknown, servers: unknown, place: Place): ApiSettings {
  const inServers = readList(servers, at(place, 'servers')).map((server, index) => {
    const inside = at(place, 'servers', index);
    return readEndpoint(readKeys(server, SERVER, inside, ruleOfUnknown)[ENDPOINT], at(inside, ENDPOINT));
  });
  const all = [readEndpoint(top, at(place, ENDPOINT)), ...inServers];
  return dropUndefined({
    endpointType: all.find(({ endpointType }) => endpointType !== undefined)?.endpointType,
    disableExecuteApiEndpoint: all.find(({ disableExecuteApiEndpoint }) => disableExecuteApiEndpoint)?.disableExecuteApiEndpoint,
  });
}

function readEndpoint(value: unknown, place: Place): ApiSettings {
  const { disableExecuteApiEndpoint, types } = readKeys(value, ENDPOINT_KEYS, place, ruleOfUnknown);
  const [type] = readStrings(types, at(place, 'types')) ?? [];
  return dropUndefined({
    endpointType: readWord(type, ['EDGE', 'REGIONAL', 'PRIVATE'], at(place, 'types')),
    disableExecuteApiEndpoint: readBoolean(disableExecuteApiEndpoint, at(place, 'disableExecuteApiEndpoint')) === true ? true : undefined,
  });
}
