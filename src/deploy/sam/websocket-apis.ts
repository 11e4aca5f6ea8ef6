import { dropUndefined } from '../../gateway/drop-undefined.js';
import { type ApiDraft, createDraft } from '../apis/draft.js';
import { IAM_FINDING } from '../cloudformation/rest-methods.js';
import { readKeySource } from '../cloudformation/v2-apis.js';
import { readFunctionUri } from '../functions/function-uri.js';
import { type KeyRules, readEntries } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { MESSAGES_NOT_VALIDATED, NO_ACCESS_LOG, NOT_MEASURED, REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readBoolean, readNumber } from '../reading/values.js';
import { isUnreadable, readGuardName, readGuardSwitch, UNREADABLE } from '../template/guards.js';
import { type Fields, readFields } from '../template/properties.js';
import { resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText, readTextMap, readTexts } from '../template/values.js';
import { addDomain } from './domain.js';
import { readSamProperties, type SamReading } from './sam-reading.js';
import { noteStage } from './stage-names.js';

const API = {
  Name: 'read',
  Routes: 'read',
  RouteSelectionExpression: 'read',
  ApiKeySelectionExpression: 'read',
  Auth: 'read',
  StageName: 'read',
  StageVariables: 'read',
  DisableExecuteApiEndpoint: 'read',
  Domain: 'read',
  AccessLogSettings: NO_ACCESS_LOG,
  DefaultRouteSettings: NOT_MEASURED,
  RouteSettings: NOT_MEASURED,
  Description: 'ignore',
  DisableSchemaValidation: 'ignore',
  FailOnWarnings: 'ignore',
  IpAddressType: 'ignore',
  PropagateTags: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

const ROUTE = {
  FunctionArn: 'read',
  ApiKeyRequired: 'read',
  IntegrationTimeout: 'read',
  ModelSelectionExpression: MESSAGES_NOT_VALIDATED,
  RequestModels: MESSAGES_NOT_VALIDATED,
  RequestParameters: REQUESTS_NOT_VALIDATED,
  OperationName: 'ignore',
  RouteResponseSelectionExpression: 'ignore', // SAM makes no route response, so the client gets nothing
} as const satisfies KeyRules;

const AUTH = { AuthType: 'read', AuthArn: 'read', IdentitySource: 'read', Name: 'read', InvokeRole: 'ignore' } as const satisfies KeyRules;

/** The stage of an API that names none. */
const DEFAULT_STAGE = 'default';

/** Reads the WebSocket APIs of SAM. */
export function readSamWebSocketApis(reading: SamReading): void {
  for (const resource of resourcesOfType(reading, 'AWS::Serverless::WebSocketApi')) readApi(resource, reading);
}

function readApi(resource: Resource, reading: SamReading): void {
  const { keys, at: inside, read } = readSamProperties(resource, 'WebSocketApi', API, reading);
  const draft = createDraft('websocket', resource.id, read('Name', readText) ?? resource.id, resource.place, {
    ...dropUndefined({
      routeSelectionExpression: read('RouteSelectionExpression', readText),
      apiKeySource: read('ApiKeySelectionExpression', readKeySource),
      disableExecuteApiEndpoint: read('DisableExecuteApiEndpoint', readBoolean) === true ? (true as const) : undefined,
    }),
  });
  reading.apis.set(resource.id, draft);
  const connect = addAuthorizer(draft, readFields(keys.Auth ?? {}, AUTH, inside('Auth')));
  const authorizer = isUnreadable(keys.Auth) ? UNREADABLE : connect;
  for (const [key, route] of readEntries(keys.Routes, inside('Routes'))) {
    addRoute(draft, key, readFields(route, ROUTE, at(inside('Routes'), key)), key === '$connect' ? authorizer : undefined);
  }
  const stage = read('StageName', readText) ?? DEFAULT_STAGE;
  draft.stages.push({ name: stage, ...dropUndefined({ stageVariables: read('StageVariables', readTextMap) }) });
  noteStage(resource.id, stage, reading);
  addDomain(draft, keys.Domain, stage, inside('Domain'));
}

function addRoute(draft: ApiDraft, key: string, { place, at: inside, read }: Fields<typeof ROUTE>, authorizer: string | undefined): void {
  const functionName = functionNameIn(read('FunctionArn', readText), inside('FunctionArn'));
  const settings = dropUndefined({
    timeoutInMillis: read('IntegrationTimeout', readNumber),
    apiKeyRequired: read('ApiKeyRequired', readGuardSwitch) === true ? (true as const) : undefined,
    authorizer,
  });
  draft.routes.push({ route: { key, integration: 'proxy', ...settings }, functionName, place });
}

/** Adds the authorizer of `$connect` and returns its name. */
function addAuthorizer(draft: ApiDraft, { keys, place, at: inside, read }: Fields<typeof AUTH>): string | undefined {
  const type = read('AuthType', readGuardName)?.toUpperCase();
  if (type === 'AWS_IAM') {
    optional(inside('AuthType'), IAM_FINDING);
    return type;
  }
  if (type !== 'CUSTOM') {
    if (type === 'NONE' || (type === undefined && keys.AuthArn === undefined)) return undefined;
    const what =
      type === undefined ? '`AuthArn` needs `AuthType: CUSTOM` beside it.' : `The type must be AWS_IAM, CUSTOM or NONE; got \`${type}\`.`;
    unsupported(inside('AuthType'), what);
    return type ?? UNREADABLE;
  }
  const name = read('Name', readText) ?? `${draft.id}ConnectAuthorizer`;
  const functionName = functionNameIn(read('AuthArn', readText), inside('AuthArn'));
  const identitySource = read('IdentitySource', readTexts);
  draft.authorizers.push({ authorizer: { name, type: 'request', ...dropUndefined({ identitySource }) }, functionName, place });
  return name;
}

function functionNameIn(arn: string | undefined, place: Place): string | undefined {
  const name = readFunctionUri(arn ?? '')?.name;
  if (name === undefined) unsupported(place, 'This must be the ARN of a function.');
  return name;
}
