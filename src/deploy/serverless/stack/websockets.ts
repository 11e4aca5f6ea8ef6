import { isObject } from '../../../http/is-object.js';
import { type KeyRules, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { readString } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { functionArn, invocationUri, nameInArn } from './function-arn.js';
import { createIds, type IdOf } from './ids.js';
import { WEBSOCKETS_API, websocketAuthorizerId, websocketIntegrationId, websocketRouteId } from './naming.js';
import { addResource, type Resource, type Stack } from './stack.js';

const EVENT = { route: 'read', routeResponseSelectionExpression: 'read', authorizer: 'read' } as const satisfies KeyRules;

const AUTHORIZER = { name: 'read', arn: 'read', identitySource: 'read' } as const satisfies KeyRules;

/** Serverless' own default. */
const DEFAULT_SOURCE = ['route.request.header.Auth'];

/** Adds the WebSocket API of a service, if a function has a `websocket` event. */
export function addWebsockets(service: Service, stack: Stack): void {
  const events = service.functions.flatMap(({ name, events }) =>
    events.flatMap(({ type, value, place }) => (type === 'websocket' ? [{ name, value, place }] : [])),
  );
  if (events.length === 0) return;
  const apiId = service.apiGateway.websocketApiId ?? { Ref: WEBSOCKETS_API };
  if (service.apiGateway.websocketApiId === undefined) addApi(service, stack);
  const idOf = createIds();
  for (const { name, value, place } of events) addRoute(name, value, place, { apiId, service, stack, idOf });
}

function addApi({ name, stage, provider, place }: Service, stack: Stack): void {
  const inside = at(place, 'provider');
  addResource(
    stack,
    WEBSOCKETS_API,
    'AWS::ApiGatewayV2::Api',
    {
      Name: readString(provider.websocketsApiName, at(inside, 'websocketsApiName')) ?? `${stage}-${name}-websockets`,
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: provider.websocketsApiRouteSelectionExpression ?? '$request.body.action',
    },
    inside,
  );
  addResource(
    stack,
    'WebsocketsDeploymentStage',
    'AWS::ApiGatewayV2::Stage',
    { ApiId: { Ref: WEBSOCKETS_API }, StageName: stage },
    at(inside, 'stage'),
  );
}

/** What the routes of the API share. */
interface Adding {
  readonly apiId: unknown;
  readonly service: Service;
  readonly stack: Stack;
  readonly idOf: IdOf;
}

function addRoute(functionName: string, value: unknown, place: Place, { apiId, service, stack, idOf }: Adding): void {
  const keys = readKeys(isObject(value) ? value : { route: value }, EVENT, place);
  const key = readString(keys.route, at(place, 'route'));
  const authorization = authorizationOf(keys.authorizer, at(place, 'authorizer'), apiId, service, stack);
  const route = key === undefined ? undefined : idOf(websocketRouteId(key), key);
  if (key === undefined) unsupported(place, 'The event has no route.');
  else if (route === undefined) unsupported(place, `Another event has the route ${key}. This one is left out.`);
  if (route === undefined || authorization === undefined) return;
  const integration = websocketIntegrationId(functionName);
  const uri = invocationUri(functionArn(functionName));
  addResource(
    stack,
    integration,
    'AWS::ApiGatewayV2::Integration',
    { ApiId: apiId, IntegrationType: 'AWS_PROXY', IntegrationUri: uri },
    place,
  );
  const response = keys.routeResponseSelectionExpression;
  const target = { 'Fn::Join': ['/', ['integrations', { Ref: integration }]] };
  const properties = { ApiId: apiId, RouteKey: key, Target: target, RouteResponseSelectionExpression: response, ...authorization };
  addResource(stack, route, 'AWS::ApiGatewayV2::Route', properties, place);
  if (response === undefined) return;
  const routeResponse = { ApiId: apiId, RouteId: { Ref: route }, RouteResponseKey: '$default' };
  addResource(stack, `${route}Response`, 'AWS::ApiGatewayV2::RouteResponse', routeResponse, place);
}

/** The properties of a route that say who may call it. `undefined`: it is not known, so the route must not be served as if it were open. */
function authorizationOf(value: unknown, place: Place, apiId: unknown, { functions }: Service, stack: Stack): Resource | undefined {
  if (value === undefined) return { AuthorizationType: 'NONE' };
  const keys = readKeys(typeof value === 'string' ? (value.includes(':') ? { arn: value } : { name: value }) : value, AUTHORIZER, place);
  const own = readString(keys.name, at(place, 'name'));
  const name = typeof keys.arn === 'string' ? nameInArn(keys.arn) : own;
  const arn = keys.arn ?? (functions.some((fn) => fn.name === own) ? functionArn(own ?? '') : undefined);
  if (name === undefined || arn === undefined) {
    unsupported(place, `The service has no function ${JSON.stringify(own)}. The route is left out.`);
    return undefined;
  }
  const id = websocketAuthorizerId(name);
  addResource(
    stack,
    id,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: apiId,
      Name: name,
      AuthorizerType: 'REQUEST',
      AuthorizerUri: invocationUri(arn),
      IdentitySource: keys.identitySource ?? DEFAULT_SOURCE,
    },
    place,
  );
  return { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: id } };
}
