import { isFunctionUrlHost } from '../aws/host-names.js';
import { isPayload2, isWebsocketEvent } from '../aws/payload-format.js';
import type { ExecuteApiArn } from '../gateway/arn.js';
import { argumentError, requireString } from '../http/argument-error.js';
import { formatExecuteApiArn } from './execute-api-arn.js';

/** An event that an API sends: a proxy event in either payload format, or a WebSocket event. Function URLs have no API. */
export type InvokingEvent = Payload1 | Payload2 | Websocket;

interface Payload1 {
  readonly version?: string | undefined;
  readonly httpMethod: string;
  readonly resource: string;
  readonly pathParameters: object | null;
  readonly requestContext: Api & { readonly accountId: string };
}

interface Payload2 {
  readonly routeKey: string;
  readonly requestContext: Api & { readonly accountId: string; readonly http: { readonly method: string } };
}

interface Websocket {
  readonly requestContext: Api & { readonly eventType: string; readonly routeKey: string };
}

interface Api {
  readonly apiId: string;
  readonly stage: string;
}

interface AnyContext extends Partial<Api> {
  readonly accountId?: string;
  readonly domainName?: unknown;
}

/**
 * Returns the source ARN of the invocation that delivered an event. AWS compares it with the conditions on `AWS:SourceArn` in the
 * function's policy.
 *
 * @param event the event that the function received.
 * @param functionArn the function's ARN, `context.invokedFunctionArn`. The source ARN gets its partition and region from this ARN, even if
 *   the API is in another region (documented). For a WebSocket API, whose events contain no account id, it also gets the account from it
 *   (assumed).
 * @throws TypeError if `functionArn` is not an ARN, if the event names no API or no stage, or if it comes from a function URL, which invokes
 *   the function without a source ARN. See `checkFunctionUrl`.
 * @example
 * ```ts
 * import { buildRestEvent, sourceArnOf } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ route: 'GET /users/{id}', pathParameters: { id: 7 } });
 * console.log(sourceArnOf(event, 'arn:aws:lambda:us-east-1:123456789012:function:users'));
 * // => arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users/7
 * ```
 */
export function sourceArnOf(event: InvokingEvent, functionArn: string): ExecuteApiArn {
  const [arn, partition = '', , region = '', account = '', resource] = requireString(['functionArn'], functionArn).split(':');
  if (arn !== 'arn' || resource === undefined) {
    throw argumentError(['functionArn'], 'the ARN of a function', functionArn, 'Pass `context.invokedFunctionArn`.');
  }
  const { domainName, apiId, stage, accountId = account }: AnyContext = event.requestContext ?? {};
  if (typeof domainName === 'string' && isFunctionUrlHost(domainName)) {
    const fix = 'A function URL has no source ARN. Use `checkFunctionUrl` to check its permissions.';
    throw argumentError(['event', 'requestContext', 'domainName'], 'the host name of an API', domainName, fix);
  }
  return formatExecuteApiArn({
    partition,
    region,
    accountId,
    apiId: requireString(['event', 'requestContext', 'apiId'], apiId),
    stage: requireString(['event', 'requestContext', 'stage'], stage),
    ...endOf(event),
  });
}

type ArnEnd = { readonly routeKey: string } | { readonly method: string; readonly path: string };

/** Returns the end of an event's source ARN. */
function endOf(event: InvokingEvent): ArnEnd {
  if (isPayload2(event)) return endOfRoute(event.routeKey, event.requestContext.http.method);
  if (isWebsocketEvent(event)) return { routeKey: event.requestContext.routeKey };
  if (event.version === '1.0') return endOfRoute(event.resource, event.httpMethod);
  // reported [rest-permission-parameter, rest-permission-any]: REST names the request's method and path. `/users/{id}` and `ANY` in a
  // policy match nothing.
  return { method: event.httpMethod, path: restPathOf(event) };
}

/**
 * reported [http2-permission-default]: HTTP APIs name `$default` without a method. assumed: they name the path of any other route, such as
 * `/users/{id}`, and the request's method, even if the route says `ANY`.
 */
function endOfRoute(route: string, method: string): ArnEnd {
  const key = requireString(['event', 'routeKey'], route);
  const path = key.slice(key.indexOf(' ') + 1);
  return path.startsWith('/') ? { method, path } : { routeKey: path };
}

/**
 * Returns the resource with its parameter values: the end of the ARN. recorded [rest-custom-domain-no-basepath-fixed-stage]: behind a
 * custom domain, `path` is the path of the URL.
 */
function restPathOf({ resource, pathParameters }: Payload1): string {
  const values = new Map(Object.entries(pathParameters ?? {}));
  return requireString(['event', 'resource'], resource).replace(/\{([^{}+]+)\+?\}/g, (_, name: string) => values.get(name) ?? '');
}
