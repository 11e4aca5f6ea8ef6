import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { ApiDraft } from '../apis/draft.js';
import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { optional, type Place, unsupported } from '../reading/place.js';
import { REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readString } from '../reading/values.js';
import { readGuardName, readGuardSwitch, readScopes, UNREADABLE } from '../template/guards.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readRestIntegration } from './rest-integration.js';
import { readRestPaths } from './rest-paths.js';

const METHOD = {
  HttpMethod: 'read',
  ResourceId: 'read',
  RestApiId: 'read',
  Integration: 'read',
  AuthorizationType: 'read',
  AuthorizerId: 'read',
  AuthorizationScopes: 'read',
  ApiKeyRequired: 'read',
  RequestValidatorId: REQUESTS_NOT_VALIDATED,
  MethodResponses: 'ignore', // what a response may have; the integration says what it has
  OperationName: 'ignore',
  RequestModels: 'ignore', // documentation without a validator, which is reported
  RequestParameters: 'ignore',
} as const satisfies KeyRules;

/** What is not known here about a caller. */
export const IAM_FINDING = 'Only AWS can check signatures. The route answers 403 until you choose the caller (--identity).';

/** Reads the methods of REST APIs. */
export function readRestMethods(reading: Reading): void {
  const pathOf = readRestPaths(reading);
  const names = authorizerNames(reading);
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::Method')) readMethod(resource, pathOf, names, reading);
}

function readMethod(
  resource: Resource,
  pathOf: (resourceId: unknown, place: Place) => string,
  names: AuthorizerNames,
  reading: Reading,
): void {
  const { keys, at, read } = readProperties(resource, METHOD);
  const method = (read('HttpMethod', readString) ?? 'ANY').toUpperCase();
  const api = findApi(reading, keys.RestApiId, 'rest', at('RestApiId'));
  const key = `${method} ${pathOf(keys.ResourceId, at('ResourceId'))}`;
  if (keys.Integration === undefined) {
    unsupported(resource.place, 'The method has no integration, so AWS refuses to deploy it.');
    return;
  }
  const { route, functionName } = readRestIntegration(keys.Integration, at('Integration'));
  const access = dropUndefined({
    authorizer: read('AuthorizationType', (type, place) => authorizerOf(type, keys.AuthorizerId, names.get(api), place)),
    scopes: read('AuthorizationScopes', readScopes),
    apiKeyRequired: read('ApiKeyRequired', readGuardSwitch) === true ? (true as const) : undefined,
  });
  api.routes.push({ route: { key, ...route, ...access }, functionName, place: at('Integration') });
}

/** The names of the authorizers of each API. */
export type AuthorizerNames = ReadonlyMap<ApiDraft, ReadonlySet<string>>;

/** Lists the names of the authorizers that were read. */
export function authorizerNames({ apis }: Reading): AuthorizerNames {
  return new Map([...apis.values()].map((api) => [api, new Set(api.authorizers.map(({ authorizer }) => authorizer.name))]));
}

/** Returns the authorizer of a route by its authorization type. An authorizer without a type guards the route: it is not known what AWS does. */
export function authorizerOf(
  type: unknown,
  authorizerId: unknown,
  names: ReadonlySet<string> | undefined,
  place: Place,
): string | undefined {
  const word = readGuardName(type, place);
  if (word === undefined && authorizerId === undefined) return undefined;
  if (word === 'NONE') {
    if (authorizerId !== undefined) optional(place, 'The type is NONE, so the authorizer of `AuthorizerId` is not called.');
    return undefined;
  }
  if (word === undefined) unsupported(place, '`AuthorizerId` needs a type beside it, such as CUSTOM or JWT.');
  if (word === 'AWS_IAM') {
    optional(place, IAM_FINDING);
    return 'AWS_IAM';
  }
  const reference = asValue(authorizerId);
  const name = referenceOf(reference) ?? (reference === undefined ? (word ?? UNREADABLE) : textOf(reference));
  if (names?.has(name) !== true) {
    unsupported(place, `The authorizer \`${name}\` isn't in this file. The route answers 401.`);
  }
  return name;
}
