import { dropUndefined } from '../../gateway/drop-undefined.js';
import { addAuthorizers, createDraft } from '../apis/draft.js';
import { bodyTitle } from '../cloudformation/body.js';
import { readCors } from '../cloudformation/cors.js';
import type { DeployedCors } from '../deployment.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { at, type Place, unsupported } from '../reading/place.js';
import { NO_ACCESS_LOG, NOT_MEASURED } from '../reading/rules.js';
import { readBoolean } from '../reading/values.js';
import { resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText, readTextMap } from '../template/values.js';
import { findDefinition } from './definition.js';
import { addDefinition } from './definition-routes.js';
import { addDomain } from './domain.js';
import { addEventRoutes, type EventRoute, groupByApi } from './event-route.js';
import type { ApiEvent } from './events.js';
import { readHttpAuth } from './http-auth.js';
import { IMPLICIT_HTTP_API, readHttpEvent } from './http-events.js';
import { implicitId, readSamProperties, type SamReading } from './sam-reading.js';
import { noteStage } from './stage-names.js';

const API = {
  Name: 'read',
  StageName: 'read',
  StageVariables: 'read',
  DefinitionBody: 'read',
  DefinitionUri: 'read',
  Auth: 'read',
  CorsConfiguration: 'read',
  Domain: 'read',
  DisableExecuteApiEndpoint: 'read',
  AccessLogSettings: NO_ACCESS_LOG,
  DefaultRouteSettings: NOT_MEASURED,
  RouteSettings: NOT_MEASURED,
  Description: 'ignore',
  FailOnWarnings: 'ignore',
  PropagateTags: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

const DEFAULT_STAGE = '$default';

/** The part of a resource that an implicit API has too. */
type ApiResource = Pick<Resource, 'id' | 'place' | 'properties' | 'attribute'>;

/** Reads the HTTP APIs of SAM, and the routes of events. Events without an API make the implicit one. */
export function readSamHttpApis(events: readonly ApiEvent[], reading: SamReading): void {
  const groups = groupByApi(events.flatMap((event) => (event.type === 'HttpApi' ? (readHttpEvent(event, reading) ?? []) : [])));
  const resources: readonly ApiResource[] = resourcesOfType(reading, 'AWS::Serverless::HttpApi');
  const implicit = implicitId(IMPLICIT_HTTP_API, reading);
  const isImplicit = groups.has(implicit) && !resources.some(({ id }) => id === implicit);
  const all = isImplicit ? [...resources, implicitApi(reading)] : resources;
  for (const resource of all) readSamHttpApi(resource, groups.get(resource.id) ?? [], reading);
  for (const [id, routes] of groups) {
    if (all.some((resource) => resource.id === id)) continue;
    for (const { place } of routes)
      unsupported(place, `\`${id}\` is not an AWS::Serverless::HttpApi in this template, so SAM adds no route.`);
  }
}

function implicitApi(reading: SamReading): ApiResource {
  const place = at(reading.template.place, 'Resources', IMPLICIT_HTTP_API);
  return { id: implicitId(IMPLICIT_HTTP_API, reading), place, properties: () => ({}), attribute: () => undefined };
}

function readSamHttpApi(resource: ApiResource, events: readonly EventRoute[], reading: SamReading): void {
  const { keys, at: inside, read } = readSamProperties(resource, 'HttpApi', API, reading);
  const definition = findDefinition(
    { body: keys.DefinitionBody, uri: keys.DefinitionUri },
    { body: inside('DefinitionBody'), uri: inside('DefinitionUri') },
    reading,
  );
  const auth = read('Auth', readHttpAuth);
  const name = read('Name', readText) ?? bodyTitle(definition?.body) ?? reading.template.scope.pseudoParameters['AWS::StackName'] ?? '';
  const draft = createDraft('http', resource.id, name, resource.place);
  reading.apis.set(resource.id, draft);
  const isClosed = keys.DefinitionUri !== undefined;
  const documented = definition === undefined ? new Set<string>() : addDefinition(draft, definition, isClosed ? [] : events, false, auth);
  if (isClosed) for (const { place } of events) unsupported(place, 'The definition of the API is a file, so SAM adds no route to it.');
  else addEventRoutes(draft, events, documented, auth);
  reportSigning(events, auth);
  addAuthorizers(draft, auth.authorizers);
  const cors = read('CorsConfiguration', readCorsConfiguration);
  draft.settings = {
    ...draft.settings,
    ...(cors === undefined ? {} : { cors: { ...draft.settings.cors, ...cors } }),
    ...(read('DisableExecuteApiEndpoint', readBoolean) === true ? { disableExecuteApiEndpoint: true } : {}),
  };
  const stage = read('StageName', readText) ?? DEFAULT_STAGE;
  draft.stages.push({ name: stage, ...dropUndefined({ stageVariables: read('StageVariables', readTextMap) }) });
  noteStage(resource.id, stage, reading);
  addDomain(draft, keys.Domain, stage, inside('Domain'));
}

/** An HTTP API of SAM must allow signed requests. */
function reportSigning(events: readonly EventRoute[], { isIamEnabled }: ReturnType<typeof readHttpAuth>): void {
  for (const { auth, authPlace } of isIamEnabled ? [] : events) {
    if (auth.authorizer === 'AWS_IAM') unsupported(authPlace, 'The API needs `Auth.EnableIamAuthorizer: true` for `AWS_IAM`.');
  }
}

/** `CorsConfiguration` is the settings, `true` for any origin, or a reference to the origins. */
function readCorsConfiguration(value: unknown, place: Place): DeployedCors | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true || value === 'true') return { allowOrigins: ['*'] };
  const origin = asValue(value);
  return origin === undefined ? readCors(value, place) : { allowOrigins: [textOf(origin)] };
}
