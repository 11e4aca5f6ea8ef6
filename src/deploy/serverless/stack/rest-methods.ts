import { unsupported } from '../../reading/place.js';
import type { Service } from '../service/service.js';
import { type HttpEvent, readHttpEvent } from './http-event.js';
import { createIds, type IdOf } from './ids.js';
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
  const adding = { service, stack, idOf: createIds(), resourceOf: createPaths(service, stack) };
  const cors = events.map(readEventCors);
  const preflights = new Map<string, CorsSettings>();
  for (const [index, { path }] of events.entries()) {
    const settings = cors[index];
    if (settings !== undefined) preflights.set(path, mergeCors(preflights.get(path), settings));
  }
  for (const [index, event] of events.entries()) addMethod(event, cors[index], adding);
  for (const [path, settings] of preflights) addPreflight(path, settings, adding);
}

/** What the methods of one API share. */
interface Adding {
  readonly service: Service;
  readonly stack: Stack;
  readonly idOf: IdOf;
  readonly resourceOf: ResourceOf;
}

function addMethod(event: HttpEvent, cors: CorsSettings | undefined, { service, stack, idOf, resourceOf }: Adding): void {
  const { path, method, keys, place } = event;
  const authorization = authorizationOf(event, service, stack);
  const integration = integrationOf(event, cors, service);
  const id = idOf(restMethodId(path, method), `${method} ${path}`);
  if (id === undefined) unsupported(place, `Another event has ${method} /${path}. This one is left out.`);
  if (id === undefined || authorization === undefined || integration === undefined) return;
  const properties: Resource = {
    HttpMethod: method,
    ResourceId: resourceOf(path, place),
    RestApiId: restApiId(service),
    ApiKeyRequired: keys.private,
    ...authorization,
    Integration: integration,
  };
  addResource(stack, id, 'AWS::ApiGateway::Method', properties, place);
}

/** An event for OPTIONS comes before the method that `cors` makes. */
function addPreflight(path: string, cors: CorsSettings, { service, stack, idOf, resourceOf }: Adding): void {
  const id = idOf(restMethodId(path, 'OPTIONS'), `OPTIONS ${path}`);
  if (id === undefined) return;
  const properties: Resource = {
    HttpMethod: 'OPTIONS',
    ResourceId: resourceOf(path, cors.place),
    RestApiId: restApiId(service),
    AuthorizationType: 'NONE',
    Integration: preflightIntegration(cors),
  };
  addResource(stack, id, 'AWS::ApiGateway::Method', properties, cors.place);
}
