import type { ExecuteApiArn } from '../gateway/arn.js';
import { formatExecuteApiArn } from './execute-api-arn.js';

/** What of an event that an API sends is read, proxy events in both payload formats and WebSocket events; a function URL has no API. */
export type InvokingEvent = Payload1 | Payload2 | Websocket;

interface Payload1 {
  readonly version?: string | undefined;
  readonly httpMethod: string;
  readonly resource: string;
  readonly pathParameters: { readonly [name: string]: string | undefined } | null;
  readonly requestContext: Api & { readonly accountId: string };
}

interface Payload2 {
  readonly rawPath: string;
  readonly routeKey: string;
  readonly requestContext: Api & { readonly accountId: string; readonly http: { readonly method: string } };
}

interface Websocket {
  readonly requestContext: Api & { readonly connectionId: string; readonly routeKey: string };
}

interface Api {
  readonly apiId: string;
  readonly stage: string;
}

/**
 * The source ARN under which the API of an event invoked the function: what a condition on `AWS:SourceArn` in the function's policy is
 * compared with.
 *
 * @param functionArn the function's ARN, `context.invokedFunctionArn`: the source ARN has its partition and its region, whatever the
 *   API's region is (documented), and for a WebSocket API, whose events name no account, its account (assumed).
 */
export function sourceArnOf(event: InvokingEvent, functionArn: string): ExecuteApiArn {
  const [, partition = 'aws', , region = '', account = ''] = functionArn.split(':');
  const { apiId, stage } = event.requestContext;
  const api = { partition, region, accountId: accountOf(event) ?? account, apiId, stage };
  return formatExecuteApiArn({ ...api, ...targetOf(event) });
}

function accountOf({ requestContext }: InvokingEvent): string | undefined {
  return 'accountId' in requestContext ? requestContext.accountId : undefined;
}

type Asked = { readonly routeKey: string } | { readonly method: string; readonly path: string };

function targetOf(event: InvokingEvent): Asked {
  if ('rawPath' in event) return routed(event.routeKey, event.requestContext.http.method);
  if (!('httpMethod' in event)) return { routeKey: event.requestContext.routeKey };
  if (event.version === '1.0') return routed(event.resource, event.httpMethod);
  // reported: REST names the method and the path of the request, so that `ANY` and `/users/{id}` in a policy match nothing.
  return { method: event.httpMethod, path: restPath(event) };
}

// reported: HTTP APIs name the route's path, `/users/{id}`, and `$default` without a method. assumed: beside `ANY` they name the request's method.
function routed(route: string, method: string): Asked {
  const path = route.slice(route.indexOf(' ') + 1);
  return path.startsWith('/') ? { method, path } : { routeKey: path };
}

// recorded: behind a custom domain `path` is the URL's, base path included; the resource with its parameters is what the ARN ends in.
function restPath({ resource, pathParameters }: Payload1): string {
  return resource.replace(/\{([^{}+]+)\+?\}/g, (_, name: string) => pathParameters?.[name] ?? '');
}
