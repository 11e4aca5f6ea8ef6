import { dropUndefined } from '../../gateway/drop-undefined.js';
import { readFunctionUri } from '../functions/function-uri.js';
import type { KeyRules } from '../reading/keys.js';
import { optional, type Place, unsupported } from '../reading/place.js';
import { readNumber, readString } from '../reading/values.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText, readTexts } from '../template/values.js';

const AUTHORIZER = {
  Type: 'read',
  RestApiId: 'read',
  AuthorizerUri: 'read',
  AuthorizerResultTtlInSeconds: 'read',
  IdentitySource: 'read',
  IdentityValidationExpression: 'read',
  ProviderARNs: 'read',
  AuthorizerCredentials: 'ignore', // what API Gateway may call
  AuthType: 'ignore', // a note for OpenAPI documents
  Name: 'ignore', // can repeat; the logical id cannot
} as const satisfies KeyRules;

const TYPES = { TOKEN: 'token', REQUEST: 'request', COGNITO_USER_POOLS: 'cognito' } as const;

/** What is not known here about the tokens of a user pool. */
export const COGNITO_FINDING =
  'Only the user pool has the keys of its tokens. Routes answer 401 until you pass a function that checks them (--authorizer), or --jwt.';

/** Reads the authorizers of REST APIs. */
export function readRestAuthorizers(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::Authorizer')) readAuthorizer(resource, reading);
}

function readAuthorizer(resource: Resource, reading: Reading): void {
  const { keys, at, read } = readProperties(resource, AUTHORIZER);
  const api = findApi(reading, keys.RestApiId, 'rest', at('RestApiId'));
  const type = read('Type', readAuthorizerType);
  if (type === undefined) return;
  if (type === 'cognito') optional(resource.place, COGNITO_FINDING);
  const authorizer = {
    name: resource.id,
    type,
    ...dropUndefined({
      identitySource: read('IdentitySource', readSources),
      ttl: read('AuthorizerResultTtlInSeconds', readNumber),
      validation: read('IdentityValidationExpression', readString),
      userPools: read('ProviderARNs', readTexts),
    }),
  };
  const uri = read('AuthorizerUri', readText);
  const functionName = uri === undefined ? undefined : readFunctionUri(uri)?.name;
  if (type !== 'cognito' && functionName === undefined) unsupported(at('AuthorizerUri'), 'The authorizer has no function.');
  api.authorizers.push({ authorizer, functionName, place: at('AuthorizerUri') });
}

function readAuthorizerType(value: unknown, place: Place): 'token' | 'request' | 'cognito' | undefined {
  const word = readString(value, place);
  if (word === 'TOKEN' || word === 'REQUEST' || word === 'COGNITO_USER_POOLS') return TYPES[word];
  unsupported(place, `The authorizer type \`${word}\` is unknown.`);
  return undefined;
}

/** `method.request.header.X, context.httpMethod` → both. */
function readSources(value: unknown, place: Place): readonly string[] | undefined {
  return readText(value, place)
    ?.split(',')
    .map((source) => source.trim());
}
