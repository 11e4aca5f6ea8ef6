import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { ApiKind } from '../apis/draft.js';
import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { optional, unsupported } from '../reading/place.js';
import { MESSAGES_NOT_VALIDATED, REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readGuardSwitch, readScopes } from '../template/guards.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText } from '../template/values.js';
import { type AuthorizerNames, authorizerNames, authorizerOf } from './rest-methods.js';
import { readV2Integrations, type V2Integration } from './v2-integrations.js';

const ROUTE = {
  ApiId: 'read',
  RouteKey: 'read',
  Target: 'read',
  AuthorizationType: 'read',
  AuthorizerId: 'read',
  AuthorizationScopes: 'read',
  ApiKeyRequired: 'read',
  RouteResponseSelectionExpression: 'ignore', // without a route response, the client gets nothing
  ModelSelectionExpression: MESSAGES_NOT_VALIDATED,
  RequestModels: MESSAGES_NOT_VALIDATED,
  RequestParameters: REQUESTS_NOT_VALIDATED,
  OperationName: 'ignore',
} as const satisfies KeyRules;

const ROUTE_RESPONSE = {
  RouteId: 'read',
  ApiId: 'ignore',
  ModelSelectionExpression: 'ignore',
  ResponseModels: 'ignore',
  ResponseParameters: 'ignore',
  RouteResponseKey: 'ignore',
} as const satisfies KeyRules;

/** Reads the routes of HTTP and WebSocket APIs. */
export function readV2Routes(reading: Reading): void {
  const integrations = readV2Integrations(reading);
  const answering = readRouteResponses(reading);
  const names = authorizerNames(reading);
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::Route')) {
    readRoute(resource, integrations, answering.has(resource.id), names, reading);
  }
}

function readRoute(
  resource: Resource,
  integrations: ReadonlyMap<string, V2Integration>,
  isAnswering: boolean,
  names: AuthorizerNames,
  reading: Reading,
): void {
  const { keys, at, read } = readProperties(resource, ROUTE);
  const key = read('RouteKey', readText) ?? '$default';
  const api = findApi(reading, keys.ApiId, kindOf(key), at('ApiId'));
  const access = dropUndefined({
    authorizer: read('AuthorizationType', (type, place) => authorizerOf(type, keys.AuthorizerId, names.get(api), place)),
    scopes: read('AuthorizationScopes', readScopes),
    apiKeyRequired: read('ApiKeyRequired', readGuardSwitch) === true ? (true as const) : undefined,
    routeResponse: isAnswering ? (true as const) : undefined,
  });
  const integration = integrations.get(integrationIdIn(keys.Target) ?? '');
  if (integration === undefined)
    unsupported(keys.Target === undefined ? resource.place : at('Target'), 'The route has no integration in this file.');
  const { route, functionName, place = resource.place } = integration ?? {};
  if (api.kind === 'websocket' && route?.integration === 'mock') optional(place, 'The templates of a mock integration do not run here.');
  api.routes.push({ route: { key, ...(api.kind === 'websocket' ? withoutVersion(route) : route), ...access }, functionName, place });
}

/** The routes of an API in another stack show its kind: keys without a method are actions of messages. */
function kindOf(key: string): ApiKind {
  return key === '$default' || key.includes(' ') ? 'http' : 'websocket';
}

/** WebSocket APIs have one payload format. */
function withoutVersion(route: V2Integration['route'] | undefined): V2Integration['route'] {
  const { payloadVersion: _, ...rest } = route ?? {};
  return rest;
}

/** `integrations/${Id}` → `Id`. */
function integrationIdIn(target: unknown): string | undefined {
  const value = asValue(target);
  const text = value === undefined ? '' : textOf(value);
  return referenceOf({ $unresolved: text.replace(/^integrations\//, '') });
}

/** Returns the ids of the routes with a response. */
function readRouteResponses(reading: Reading): ReadonlySet<string> {
  const responses = resourcesOfType(reading, 'AWS::ApiGatewayV2::RouteResponse');
  return new Set(responses.flatMap((resource) => referenceOf(asValue(readProperties(resource, ROUTE_RESPONSE).keys.RouteId)) ?? []));
}
