import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { KeyRules } from '../reading/keys.js';
import { readNumber, readString } from '../reading/values.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import { readTextMap } from '../template/values.js';

const GATEWAY_RESPONSE = {
  ResponseType: 'read',
  RestApiId: 'read',
  StatusCode: 'read',
  ResponseParameters: 'read',
  ResponseTemplates: 'read',
} as const satisfies KeyRules;

/** Reads the customized gateway responses of REST APIs. */
export function readGatewayResponses(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::GatewayResponse')) {
    const { keys, at, read } = readProperties(resource, GATEWAY_RESPONSE);
    const type = read('ResponseType', readString);
    if (type === undefined) continue;
    const api = findApi(reading, keys.RestApiId, 'rest', at('RestApiId'));
    const response = dropUndefined({
      statusCode: read('StatusCode', readNumber),
      responseParameters: read('ResponseParameters', readTextMap),
      responseTemplates: read('ResponseTemplates', readTextMap),
    });
    api.gatewayResponses.set(type, response);
  }
}
