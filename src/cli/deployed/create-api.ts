import type { DeployedApi } from '../../deploy/deployment.js';
import type { LocalAuthorizer } from '../../local/api/local-authorizer.js';
import { createLocalApi } from '../../local/local-api.js';
import { createLocalWebsocketApi } from '../../local/local-websocket-api.js';
import { customizeResponses } from '../../render/answers/gateway-response.js';
import type { logTo, ServedApi } from '../serve-apis.js';
import { KEPT_EXCHANGES, TARGET_NAMES } from '../serve-apis.js';
import { UsageError } from '../usage-error.js';
import type { ServedDeployedRoute } from './routes.js';

/** What an API of a deployment is made of. */
export interface ApiParts {
  readonly api: DeployedApi;
  readonly routes: readonly ServedDeployedRoute[];
  readonly authorizers: Readonly<Record<string, LocalAuthorizer>>;
  /** Values of API keys. */
  readonly apiKeys: readonly string[];
  readonly onExchange: ReturnType<typeof logTo>;
}

/**
 * Creates the local API of a deployed one.
 *
 * @throws GatewayError if the local API rejects a setting.
 */
export function createDeployedApi({ api, routes, authorizers, apiKeys, onExchange }: ApiParts): ServedApi {
  const { target, name, apiKeySource } = api;
  const hasKeys = target === 'rest' || target === 'websocket';
  const init = {
    ...stageOf(api),
    routes: Object.fromEntries(routes.map(({ key, route }) => [key, route])),
    authorizers,
    ...(hasKeys && { apiKeys: apiKeys.map((value, index) => ({ id: `key${index + 1}`, value })) }),
    ...(hasKeys && apiKeySource !== undefined && { apiKeySource }),
    ...settingsOf(api),
    keep: KEPT_EXCHANGES,
    onExchange,
  };
  // The routes and settings are those of the target; the API checks them.
  const local = target === 'websocket' ? createLocalWebsocketApi(init as never) : createLocalApi({ ...init, target } as never);
  return {
    api: local,
    title: `${TARGET_NAMES[target]}, ${name}`,
    rows: routes.map(({ key, answerer }) => [key, answerer] as const),
    notes: [...stageNotes(api, local.prefix), ...closedNotes(api, authorizers), ...keyNotes(api, apiKeys), ...urlNotes(routes)],
  };
}

/** Returns the stage, and its variables. */
function stageOf({ target, name, stage, stages = [], stageVariables }: DeployedApi): object {
  if (target === 'function-url') return {};
  const chosen = stages.find((each) => each.name === '$default');
  if (stage === null && stages.length > 0 && chosen === undefined) {
    const names = stages.map((each) => each.name).join(', ');
    throw new UsageError(`The API ${name} has the stages ${names}.`, 'Choose one with --stage.');
  }
  const variables = stageVariables ?? (stage === null ? chosen?.stageVariables : undefined);
  const own = stage ?? chosen?.name;
  return { ...(own !== undefined && { stage: own }), ...(variables && { stageVariables: variables }) };
}

/** Returns the settings that have the same name here. Each target has only some of them. */
function settingsOf(api: DeployedApi): object {
  const { target, binaryMediaTypes, minimumCompressionSize, gatewayResponses, endpointType, cors, routes, routeSelectionExpression } = api;
  if (target === 'rest') {
    return {
      ...(binaryMediaTypes && { binaryMediaTypes }),
      ...(minimumCompressionSize !== undefined && { minimumCompressionSize }),
      ...(gatewayResponses && { gatewayResponses: customizeResponses(gatewayResponses) }),
      ...(endpointType && { endpointType }),
    };
  }
  if (target === 'websocket') return routeSelectionExpression === undefined ? {} : { routeSelectionExpression };
  const isStreaming = target === 'function-url' && routes.some(({ streaming }) => streaming);
  return { ...(cors && { cors }), ...(isStreaming && { invokeMode: 'RESPONSE_STREAM' }) };
}

/** Says where an API is whose stage nobody has chosen. */
function stageNotes({ target, name, stage, stages = [] }: DeployedApi, prefix: string): string[] {
  if (target === 'function-url' || stage !== null || stages.length > 0) return [];
  return [`The stage of ${name} is not known, so its URL starts with ${prefix || '/'}. Choose one with --stage.`];
}

/** Says which routes are closed, and what opens them. */
function closedNotes({ routes, authType }: DeployedApi, authorizers: ApiParts['authorizers']): string[] {
  return Object.entries(authorizers).flatMap(([name, authorizer]) => {
    if (!('refuse' in authorizer)) return [];
    const keys = routes.filter((route) => (route.authorizer ?? authType) === name).map(({ key }) => key);
    return keys.length === 0 ? [] : [`Closed by ${name}: ${keys.join(', ')}. ${authorizer.fix}`];
  });
}

function keyNotes({ routes, apiKeySource }: DeployedApi, apiKeys: readonly string[]): string[] {
  const keys = routes.filter(({ apiKeyRequired }) => apiKeyRequired).map(({ key }) => key);
  const how = apiKeySource === 'AUTHORIZER' ? ', the `usageIdentifierKey` of the authorizer' : '';
  return keys.length === 0 || apiKeys.length > 0 ? [] : [`Closed without an API key: ${keys.join(', ')}. Pass --api-key VALUE${how}.`];
}

/** Says which routes would send requests to a URL. */
function urlNotes(routes: readonly ServedDeployedRoute[]): string[] {
  const closed = routes.flatMap(({ key, closedUrl }) => (closedUrl === undefined ? [] : [key]));
  return closed.length === 0 ? [] : [`Not forwarded to a URL: ${closed.join(', ')}. Pass --forward to send requests there.`];
}

/** Says which variables nothing sets. */
export function variableNotes(name: string, missing: readonly string[]): string[] {
  return missing.length === 0 ? [] : [`Only AWS knows ${missing.join(', ')} of the function ${name}. Set it with --env-file.`];
}
