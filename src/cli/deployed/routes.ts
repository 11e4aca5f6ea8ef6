import type { DeployedApi, DeployedRoute } from '../../deploy/deployment.js';
import type { RenderTarget } from '../../render/types.js';
import { isDebugged } from '../debugged.js';
import { integrationOf } from './custom-route.js';
import { forwardTo } from './forward.js';
import type { OpenFunction } from './open-functions.js';

/** A route of a local API, with what answers it. */
export interface ServedDeployedRoute {
  readonly key: string;
  /** The route, as a local API has it. The API checks it. */
  readonly route: object;
  /** What answers: `src/orders.ts#handler`. */
  readonly answerer: string;
  /** Why nothing can answer here, so that the client gets an error. Absent for a route that works. */
  readonly gap?: string;
  /** The URL that the route would send requests to. Absent if it sends them, or has no URL. */
  readonly closedUrl?: string;
}

/** What routes are served with. */
export interface RouteOptions {
  readonly functions: ReadonlyMap<string, OpenFunction>;
  /** Whether routes that lead to a URL send requests there. */
  readonly forwards: boolean;
}

/** Returns the routes of an API. */
export function deployedRoutes(api: DeployedApi, options: RouteOptions): ServedDeployedRoute[] {
  return api.routes.map((route) => {
    const { route: own, ...answer } = answerOf(route, api, options);
    return { key: route.key, ...answer, route: { ...settingsOf(route, api), ...own } };
  });
}

type Answer = Omit<ServedDeployedRoute, 'key'>;

/** Returns what every integration has: time limits, payload format, authorizer. */
function settingsOf(route: DeployedRoute, { target, authType }: DeployedApi): object {
  const { timeoutInMillis, payloadVersion, authorizer, scopes = [], apiKeyRequired, streaming, routeResponse } = route;
  const isHttp = target === 'http-1.0' || target === 'http-2.0';
  return {
    authorizer: authorizer ?? (authType === 'AWS_IAM' ? authType : false),
    ...(scopes.length > 0 && { scopes }),
    ...(apiKeyRequired && { apiKeyRequired }),
    ...(isDebugged()
      ? { integrationTimeout: Number.POSITIVE_INFINITY }
      : timeoutInMillis !== undefined && { integrationTimeout: timeoutInMillis }),
    ...(isHttp && payloadVersion !== undefined && { payload: payloadVersion }),
    ...(target === 'rest' && streaming && { responseTransferMode: 'STREAM' }),
    ...(target === 'websocket' && routeResponse && { routeResponse }),
  };
}

function answerOf(route: DeployedRoute, api: DeployedApi, options: RouteOptions): Answer {
  const { integration = 'none', mock, details } = route;
  if (integration === 'proxy') return functionAnswer(route, options.functions);
  if (integration === 'custom') {
    const answer = functionAnswer(route, options.functions);
    return { ...answer, route: { ...answer.route, integration: integrationOf(integration, details) } };
  }
  if (integration === 'mock') {
    const isRest = api.target === 'rest' && details !== undefined;
    return isRest ? { route: { integration: integrationOf(integration, details) }, answerer: 'mock' } : mockAnswer(mock, api);
  }
  if (integration === 'http' || integration === 'http-proxy') return urlAnswer(route, integration, api, options);
  const answer = fail(`An integration of the kind '${integration}' can't run here.`, integration);
  // The reader of the template has reported these.
  const isReported = integration === 'vpc-link' || integration === 'aws-service';
  return isReported ? { route: answer.route, answerer: integration } : answer;
}

/** Returns what a route that leads to a URL answers. Requests leave this computer only if the user says so. */
function urlAnswer(route: DeployedRoute, integration: 'http' | 'http-proxy', { target }: DeployedApi, { forwards }: RouteOptions): Answer {
  const { uri = '', details = {} } = route;
  if (uri === '') return fail('The integration has no URL.', integration);
  if (target === 'websocket') return fail("A message can't be forwarded to a URL here.", uri);
  if (target !== 'rest' && (details['requestParameters'] ?? details['responseParameters']) !== undefined) {
    return fail("The parameter mapping of an HTTP API isn't applied here.", uri);
  }
  if (!forwards) {
    const { gap, ...closed } = fail(`The route leads to ${uri}. Pass --forward to send requests there.`, uri);
    return { ...closed, closedUrl: uri };
  }
  if (target !== 'rest') return { route: { handler: forwardTo(uri, payloadTarget(route, target)) }, answerer: uri };
  const { httpMethod } = details;
  const called = {
    ...integrationOf(integration, details),
    uri,
    ...(typeof httpMethod === 'string' && httpMethod !== '' && { httpMethod }),
  };
  return { route: { integration: called }, answerer: uri };
}

function payloadTarget({ payloadVersion }: DeployedRoute, target: RenderTarget): RenderTarget {
  return payloadVersion === undefined || target === 'function-url' || target === 'rest' ? target : `http-${payloadVersion}`;
}

function functionAnswer({ function: name, functionByStage }: DeployedRoute, functions: ReadonlyMap<string, OpenFunction>): Answer {
  if (name === undefined || name === null) {
    const stages = Object.keys(functionByStage ?? {}).join(', ');
    return fail(
      `Its function depends on the stage. ${stages === '' ? 'Pass its stage variables.' : `Pass --stage with one of ${stages}.`}`,
      'no function',
    );
  }
  const found = functions.get(name);
  if (found === undefined) return fail(`The function ${name} isn't in the template. Pass --function ${name}=FILE#EXPORT.`, name);
  if ('gap' in found) return fail(found.gap, name);
  const timeout = isDebugged() ? Number.POSITIVE_INFINITY : found.timeout;
  return { route: { handler: found.served.module.handler, timeout }, answerer: found.served.label };
}

/** Returns what a mock integration answers. Without a response, AWS answers 500. */
function mockAnswer(mock: DeployedRoute['mock'], { target }: DeployedApi): Answer {
  if (mock === undefined && target !== 'websocket')
    return fail("The response of this mock integration depends on the request, so it can't run here.", 'mock');
  const { status: statusCode = 200, headers = {} } = mock ?? {};
  const type = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type') ? {} : { 'Content-Type': 'application/json' };
  return { route: { handler: async () => ({ statusCode, headers: { ...type, ...headers }, body: '' }) }, answerer: 'mock' };
}

/** A route that fails, with the reason in the log. */
function fail(gap: string, answerer: string): Answer {
  const handler = async (): Promise<never> => {
    throw Object.assign(new Error(gap), { stack: undefined });
  };
  return { route: { handler }, answerer, gap };
}
