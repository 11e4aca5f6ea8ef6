import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { DeployedAuthorizer } from '../deployment.js';
import { readFunctionUri } from '../functions/function-uri.js';
import type { KeyRules } from '../reading/keys.js';
import { optional, type Place, unsupported } from '../reading/place.js';
import { readBoolean, readNumber, readWord } from '../reading/values.js';
import { type Fields, readFields } from '../template/properties.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readPayloadVersion, readText, readTexts } from '../template/values.js';

const AUTHORIZER = {
  ApiId: 'read',
  AuthorizerType: 'read',
  AuthorizerUri: 'read',
  AuthorizerPayloadFormatVersion: 'read',
  AuthorizerResultTtlInSeconds: 'read',
  EnableSimpleResponses: 'read',
  IdentitySource: 'read',
  JwtConfiguration: 'read',
  AuthorizerCredentialsArn: 'ignore', // what API Gateway may call
  IdentityValidationExpression: 'ignore', // not used by API Gateway
  Name: 'ignore', // can repeat; the logical id cannot
} as const satisfies KeyRules;

const JWT = { Issuer: 'read', Audience: 'read' } as const satisfies KeyRules;

/** What is not known here about the tokens of an issuer. */
export const JWT_FINDING =
  'Only the issuer has the keys of its tokens. Routes answer 401 until you pass a function that checks them (--authorizer), or --jwt.';

/** Reads the authorizers of HTTP and WebSocket APIs. */
export function readV2Authorizers(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::Authorizer')) readAuthorizer(resource, reading);
}

function readAuthorizer(resource: Resource, reading: Reading): void {
  const fields = readProperties(resource, AUTHORIZER);
  const { keys, at, read } = fields;
  const api = findApi(reading, keys.ApiId, 'http', at('ApiId'));
  const type = read('AuthorizerType', (word, place) => readWord(word, ['REQUEST', 'JWT'], place));
  const identitySource = read('IdentitySource', readTexts);
  const shared = { name: resource.id, ...dropUndefined({ identitySource }) };
  if (type === 'JWT') {
    optional(resource.place, JWT_FINDING);
    api.authorizers.push({ authorizer: { ...shared, type: 'jwt', ...read('JwtConfiguration', readJwt) }, place: resource.place });
  } else if (type === 'REQUEST') {
    const authorizer: DeployedAuthorizer = { ...shared, type: 'request', ...readRequestSettings(fields, api.kind === 'websocket') };
    const functionName = readFunctionUri(read('AuthorizerUri', readText) ?? '')?.name;
    if (functionName === undefined) unsupported(at('AuthorizerUri'), 'The authorizer has no function.');
    api.authorizers.push({ authorizer, functionName, place: at('AuthorizerUri') });
  }
}

/** An authorizer of a WebSocket API has one format, and its answers are not kept. */
function readRequestSettings({ read }: Fields<typeof AUTHORIZER>, isWebSocket: boolean): Partial<DeployedAuthorizer> {
  if (isWebSocket) return {};
  return dropUndefined({
    ttl: read('AuthorizerResultTtlInSeconds', readNumber),
    payloadVersion: read('AuthorizerPayloadFormatVersion', readPayloadVersion),
    simpleResponses: read('EnableSimpleResponses', readBoolean) ?? false,
  });
}

function readJwt(value: unknown, place: Place): Pick<DeployedAuthorizer, 'issuer' | 'audience'> {
  const { read } = readFields(value ?? {}, JWT, place);
  return dropUndefined({ issuer: read('Issuer', readText), audience: read('Audience', readTexts) });
}
