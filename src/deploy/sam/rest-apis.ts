import { dropUndefined } from '../../gateway/drop-undefined.js';
import { type ApiDraft, addAuthorizers, createDraft } from '../apis/draft.js';
import { bodyTitle } from '../cloudformation/body.js';
import { readApiKeySource, readEndpointType, unescapeMediaType } from '../cloudformation/rest-apis.js';
import { reportCaching, STAGE_SETTINGS } from '../cloudformation/rest-stages.js';
import { type KeyRules, readEntries } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { POLICY_NOT_EVALUATED, REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readBoolean, readNumber, readStrings } from '../reading/values.js';
import { type Fields, readFields } from '../template/properties.js';
import { resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText, readTextMap } from '../template/values.js';
import { type Definition, findDefinition, methodsByPath } from './definition.js';
import { addDefinition } from './definition-routes.js';
import { addDomain } from './domain.js';
import { addEventRoutes, type EventRoute, groupByApi } from './event-route.js';
import type { ApiEvent } from './events.js';
import { readRestAuth, type SamAuth } from './rest-auth.js';
import { addPreflightRoutes } from './rest-cors.js';
import { IMPLICIT_REST_API, readRestEvent } from './rest-events.js';
import { implicitId, readSamProperties, type SamReading } from './sam-reading.js';
import { noteStage } from './stage-names.js';

const API = {
  ...STAGE_SETTINGS,
  Name: 'read',
  StageName: 'read',
  DefinitionBody: 'read',
  DefinitionUri: 'read',
  MergeDefinitions: 'read',
  Auth: 'read',
  Cors: 'read',
  Domain: 'read',
  GatewayResponses: 'read',
  BinaryMediaTypes: 'read',
  MinimumCompressionSize: 'read',
  ApiKeySourceType: 'read',
  EndpointConfiguration: 'read',
  DisableExecuteApiEndpoint: 'read',
  Models: REQUESTS_NOT_VALIDATED,
  Policy: POLICY_NOT_EVALUATED,
  AlwaysDeploy: 'ignore',
  EndpointAccessMode: 'ignore', // TLS
  FailOnWarnings: 'ignore',
  Mode: 'ignore',
  OpenApiVersion: 'ignore', // without it, SAM also deploys a stage `Stage`, which nobody asked for
  PropagateTags: 'ignore',
  SecurityPolicy: 'ignore', // TLS
} as const satisfies KeyRules;

const GATEWAY_RESPONSE = { StatusCode: 'read', ResponseParameters: 'read', ResponseTemplates: 'read' } as const satisfies KeyRules;
const RESPONSE_PARAMETERS = { Headers: 'read', Paths: 'read', QueryStrings: 'read' } as const satisfies KeyRules;

/** The stage of an API that names none. */
const DEFAULT_STAGE = 'Prod';

const CLOSED = 'The API has its own definition, so SAM adds no route. Set `MergeDefinitions: true`, or write the route there.';

/** The part of a resource that an implicit API has too. */
type ApiResource = Pick<Resource, 'id' | 'place' | 'properties' | 'attribute'>;

/** Reads the REST APIs of SAM, and the routes of events. Events without an API make the implicit one. */
export function readSamRestApis(events: readonly ApiEvent[], reading: SamReading): void {
  const groups = groupByApi(events.flatMap((event) => (event.type === 'Api' ? (readRestEvent(event, reading) ?? []) : [])));
  const resources: readonly ApiResource[] = resourcesOfType(reading, 'AWS::Serverless::Api');
  const implicit = implicitId(IMPLICIT_REST_API, reading);
  const isImplicit = groups.has(implicit) && !resources.some(({ id }) => id === implicit);
  const all = isImplicit ? [...resources, implicitApi(reading)] : resources;
  for (const resource of all) readSamRestApi(resource, groups.get(resource.id) ?? [], reading);
  for (const [id, routes] of groups) {
    if (all.some((resource) => resource.id === id)) continue;
    for (const { place } of routes) unsupported(place, `\`${id}\` is not an AWS::Serverless::Api in this template, so SAM adds no route.`);
  }
}

function implicitApi(reading: SamReading): ApiResource {
  const place = at(reading.template.place, 'Resources', IMPLICIT_REST_API);
  return {
    id: implicitId(IMPLICIT_REST_API, reading),
    place,
    properties: () => ({ StageName: DEFAULT_STAGE }),
    attribute: () => undefined,
  };
}

function readSamRestApi(resource: ApiResource, events: readonly EventRoute[], reading: SamReading): void {
  const fields = readSamProperties(resource, 'Api', API, reading);
  const { keys, read, at: inside } = fields;
  const definition = findDefinition(
    { body: keys.DefinitionBody, uri: keys.DefinitionUri },
    { body: inside('DefinitionBody'), uri: inside('DefinitionUri') },
    reading,
  );
  const auth = read('Auth', readRestAuth);
  const draft = createDraft('rest', resource.id, nameOf(fields, definition, reading), resource.place);
  reading.apis.set(resource.id, draft);
  const isMerging = read('MergeDefinitions', readBoolean) === true && keys.DefinitionUri === undefined;
  addRoutes(draft, definition, events, isMerging, auth);
  draft.settings = { ...draft.settings, ...readSettings(fields) };
  addAuthorizers(draft, auth.authorizers);
  addStage(draft, fields, reading);
  addGatewayResponses(draft, keys.GatewayResponses, inside('GatewayResponses'));
  addPreflightRoutes(draft, keys.Cors, methodsByPath(definition?.body), auth, inside('Cors'));
}

function nameOf({ read }: Fields<typeof API>, definition: Definition | undefined, { template }: SamReading): string {
  return read('Name', readText) ?? bodyTitle(definition?.body) ?? template.scope.pseudoParameters['AWS::StackName'] ?? '';
}

/** Without a document, all routes are those of events. A document takes none, unless `MergeDefinitions` is `true`. */
function addRoutes(
  draft: ApiDraft,
  definition: Definition | undefined,
  events: readonly EventRoute[],
  isMerging: boolean,
  auth: SamAuth,
): void {
  if (definition === undefined) {
    addEventRoutes(draft, events, new Set(), auth);
    return;
  }
  const documented = addDefinition(draft, definition, isMerging ? events : [], true, auth);
  const merged = isMerging ? events : events.filter((event) => event.auth.isOverriding === true && documented.has(event.key));
  addEventRoutes(draft, merged, documented, auth);
  const used = new Set(merged);
  for (const event of events) if (!used.has(event)) reportEvent(event, documented);
}

/** Many templates repeat the routes of the document as events, which let the API call the function. */
function reportEvent({ key, place }: EventRoute, documented: ReadonlySet<string>): void {
  if (documented.has(key)) optional(place, `The definition of the API already has the route \`${key}\`, so this event adds nothing.`);
  else unsupported(place, CLOSED);
}

function readSettings({ read }: Fields<typeof API>): ApiDraft['settings'] {
  return dropUndefined({
    binaryMediaTypes: read('BinaryMediaTypes', readStrings)?.map(unescapeMediaType),
    minimumCompressionSize: read('MinimumCompressionSize', readNumber),
    apiKeySource: read('ApiKeySourceType', readApiKeySource),
    endpointType: read('EndpointConfiguration', readEndpointType),
    disableExecuteApiEndpoint: read('DisableExecuteApiEndpoint', readBoolean) === true ? (true as const) : undefined,
  });
}

function addStage(draft: ApiDraft, { keys, place, read, at: inside }: Fields<typeof API>, reading: SamReading): void {
  const name = read('StageName', readText) ?? DEFAULT_STAGE;
  const stageVariables = read('Variables', readTextMap);
  draft.stages.push({ name, ...dropUndefined({ stageVariables }) });
  noteStage(draft.id, name, reading);
  reportCaching(keys, place);
  addDomain(draft, keys.Domain, name, inside('Domain'));
}

/** `ResponseParameters.Headers.X` of SAM is `gatewayresponse.header.X` of API Gateway. */
function addGatewayResponses(draft: ApiDraft, value: unknown, place: Place): void {
  for (const [type, response] of readEntries(value, place)) {
    const { keys, at: inside, read } = readFields(response, GATEWAY_RESPONSE, at(place, type));
    const parameters = readFields(keys.ResponseParameters ?? {}, RESPONSE_PARAMETERS, inside('ResponseParameters'));
    const named = (key: keyof typeof RESPONSE_PARAMETERS, kind: string): [string, string][] =>
      Object.entries(parameters.read(key, readTextMap) ?? {}).map(([name, text]) => [`gatewayresponse.${kind}.${name}`, text]);
    const responseParameters = Object.fromEntries([
      ...named('Headers', 'header'),
      ...named('Paths', 'path'),
      ...named('QueryStrings', 'querystring'),
    ]);
    draft.gatewayResponses.set(
      type,
      dropUndefined({
        statusCode: read('StatusCode', readNumber),
        responseParameters: keys.ResponseParameters === undefined ? undefined : responseParameters,
        responseTemplates: read('ResponseTemplates', readTextMap),
      }),
    );
  }
}
