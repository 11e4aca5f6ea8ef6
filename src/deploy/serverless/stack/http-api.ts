import { isObject } from '../../../http/is-object.js';
import { type KeyRules, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { readBoolean, readString } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { functionArn } from './function-arn.js';
import { type HttpApiAuthorizer, readHttpApiAuthorizers } from './http-api-authorizers.js';
import { httpApiCors } from './http-api-cors.js';
import { createIds } from './ids.js';
import { HTTP_API_ID, httpAuthorizerId, httpIntegrationId, httpRouteId } from './naming.js';
import { addResource, type Resource, type Stack } from './stack.js';

const EVENT = { path: 'read', method: 'read', authorizer: 'read' } as const satisfies KeyRules;

const AUTHORIZER = { id: 'read', name: 'read', scopes: 'read', type: 'read' } as const satisfies KeyRules;

/** A route of the HTTP API. */
interface Route {
  readonly key: string;
  readonly functionName: string;
  readonly payload: unknown;
  readonly authorizer: unknown;
  readonly place: Place;
}

/** `GET /users` */
const SHORT = /^(\S+)\s+(\S+)$/;

/** Serverless writes this time-out for every route, in milliseconds. */
const TIMEOUT = 30_000;

/** Adds the HTTP API of a service, if a function has an `httpApi` event. */
export function addHttpApi(service: Service, stack: Stack): void {
  const routes = readRoutes(service);
  if (routes.length === 0) return;
  const apiId = service.httpApi.id ?? { Ref: HTTP_API_ID };
  if (service.httpApi.id === undefined) addApi(service, routes, stack);
  const authorizers = readHttpApiAuthorizers(service);
  for (const [name, authorizer] of authorizers) {
    addResource(
      stack,
      httpAuthorizerId(name),
      'AWS::ApiGatewayV2::Authorizer',
      { ApiId: apiId, ...authorizer.properties },
      authorizer.place,
    );
  }
  const idOf = createIds();
  for (const route of routes) addRoute(route, idOf(httpRouteId(route.key), route.key), apiId, authorizers, stack);
}

function readRoutes({ functions, httpApi }: Service): readonly Route[] {
  return functions.flatMap(({ name, keys, events, place }) => {
    const own = readKeys(keys.httpApi, { payload: 'read' }, at(place, 'httpApi'));
    return events.flatMap((event) => {
      if (event.type !== 'httpApi') return [];
      const route = readRoute(event.value, event.place);
      return route === undefined ? [] : [{ ...route, functionName: name, payload: own.payload ?? httpApi.payload ?? '2.0' }];
    });
  });
}

/** `*` is the route `$default`, and the method `*` is `ANY`. */
function readRoute(value: unknown, place: Place): Pick<Route, 'key' | 'authorizer' | 'place'> | undefined {
  const [, first, second] = (typeof value === 'string' ? SHORT.exec(value) : null) ?? [];
  const short = value === '*' ? { path: '*' } : { method: first, path: second };
  const keys = readKeys(isObject(value) ? value : short, EVENT, place);
  const path = readString(keys.path, at(place, 'path'));
  const method = readString(keys.method, at(place, 'method'))?.toUpperCase().replace('*', 'ANY');
  const { authorizer } = keys;
  if (path === '*') return { key: '$default', authorizer, place };
  if (path?.startsWith('/') === true && method !== undefined) return { key: `${method} ${path}`, authorizer, place };
  unsupported(place, 'The event has no method and path. Write `GET /path`.');
  return undefined;
}

function addApi(service: Service, routes: readonly Route[], stack: Stack): void {
  const { httpApi, name, stage } = service;
  const place = at(service.place, 'provider', 'httpApi');
  const own = readString(httpApi.name, at(place, 'name'));
  const startsWithService = readBoolean(httpApi.shouldStartNameWithService, at(place, 'shouldStartNameWithService'));
  addResource(
    stack,
    HTTP_API_ID,
    'AWS::ApiGatewayV2::Api',
    {
      Name: own ?? (startsWithService === true ? `${name}-${stage}` : `${stage}-${name}`),
      ProtocolType: 'HTTP',
      DisableExecuteApiEndpoint: httpApi.disableDefaultEndpoint,
      CorsConfiguration: httpApiCors(
        httpApi.cors,
        routes.map(({ key }) => key),
        at(place, 'cors'),
      ),
    },
    place,
  );
  addResource(stack, 'HttpApiStage', 'AWS::ApiGatewayV2::Stage', { ApiId: { Ref: HTTP_API_ID }, StageName: '$default' }, place);
}

function addRoute(
  route: Route,
  id: string | undefined,
  apiId: unknown,
  authorizers: ReadonlyMap<string, HttpApiAuthorizer>,
  stack: Stack,
): void {
  const { key, functionName, payload, place } = route;
  const authorization = authorizationOf(route, authorizers);
  if (id === undefined) unsupported(place, `Another event has the route ${key}. This one is left out.`);
  if (id === undefined || authorization === undefined) return;
  const integration = httpIntegrationId(functionName);
  addResource(
    stack,
    integration,
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: apiId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn(functionName),
      PayloadFormatVersion: payload,
      TimeoutInMillis: TIMEOUT,
    },
    place,
  );
  const target = { 'Fn::Join': ['/', ['integrations', { Ref: integration }]] };
  addResource(
    stack,
    httpRouteId(key),
    'AWS::ApiGatewayV2::Route',
    { ApiId: apiId, RouteKey: key, Target: target, ...authorization },
    place,
  );
}

/** The properties of a route that say who may call it. `undefined`: it is not known, so the route must not be served as if it were open. */
function authorizationOf({ authorizer, place }: Route, authorizers: ReadonlyMap<string, HttpApiAuthorizer>): Resource | undefined {
  if (authorizer === undefined) return {};
  const inside = at(place, 'authorizer');
  const keys = readKeys(typeof authorizer === 'string' ? { name: authorizer } : authorizer, AUTHORIZER, inside);
  if (keys.type === 'aws_iam') return { AuthorizationType: 'AWS_IAM' };
  const scopes = keys.scopes === undefined ? {} : { AuthorizationScopes: keys.scopes };
  if (keys.id !== undefined) return { AuthorizationType: keys.type === 'request' ? 'CUSTOM' : 'JWT', AuthorizerId: keys.id, ...scopes };
  const found = typeof keys.name === 'string' ? authorizers.get(keys.name) : undefined;
  if (found === undefined) {
    unsupported(inside, `\`provider.httpApi.authorizers\` has no ${JSON.stringify(keys.name)}. The route is left out.`);
    return undefined;
  }
  return { AuthorizationType: found.isJwt ? 'JWT' : 'CUSTOM', AuthorizerId: { Ref: httpAuthorizerId(String(keys.name)) }, ...scopes };
}
