import type { Service } from '../service/service.js';
import { type HttpEvent, readHttpEvent } from './http-event.js';
import { restMethodId } from './naming.js';
import { addRestApi, restApiId } from './rest-api.js';
import { authorizationOf } from './rest-authorizer.js';
import { type CorsSettings, mergeCors, preflightIntegration, readEventCors } from './rest-cors.js';
import { integrationOf } from './rest-integration.js';
import { createPaths, type ResourceOf } from './rest-paths.js';
import { addResource, type Resource, type Stack } from './stack.js';

/** Adds the REST API of a service, if a function has an `http` event. */
export function addRest(service: Service, stack: Stack): void {
  const events = service.functions.flatMap(({ name, events }) =>
    events.flatMap((event) => (event.type === 'http' ? (readHttpEvent(event, name) ?? []) : [])),
  );
  if (events.length === 0) return;
  addRestApi(service, stack);
  const resourceOf = createPaths(service, stack);
  const preflights = new Map<string, CorsSettings>();
  for (const event of events) {
    const cors = readEventCors(event);
    if (cors !== undefined) preflights.set(event.path, mergeCors(preflights.get(event.path), cors));
    addMethod(event, cors, resourceOf, service, stack);
  }
  for (const [path, cors] of preflights) addPreflight(path, cors, resourceOf, service, stack);
}

function addMethod(event: HttpEvent, cors: CorsSettings | undefined, resourceOf: ResourceOf, service: Service, stack: Stack): void {
  const { path, method, keys, place } = event;
  const authorization = authorizationOf(event, service, stack);
  const integration = integrationOf(event, cors, service);
  if (authorization === undefined || integration === undefined) return;
  const properties: Resource = {
    HttpMethod: method,
    ResourceId: resourceOf(path, place),
    RestApiId: restApiId(service),
    ApiKeyRequired: keys.private,
    ...authorization,
    Integration: integration,
  };
  addResource(stack, restMethodId(path, method), 'AWS::ApiGateway::Method', properties, place);
}

function addPreflight(path: string, cors: CorsSettings, resourceOf: ResourceOf, service: Service, stack: Stack): void {
  addResource(
    stack,
    restMethodId(path, 'OPTIONS'),
    'AWS::ApiGateway::Method',
    {
      HttpMethod: 'OPTIONS',
      ResourceId: resourceOf(path, cors.place),
      RestApiId: restApiId(service),
      AuthorizationType: 'NONE',
      Integration: preflightIntegration(cors),
    },
    cors.place,
  );
}
