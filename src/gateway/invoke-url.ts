import type { Target } from '../aws/target.js';
import { encodePath, encodeSegment } from '../http/percent.js';
import { checkEndpoint } from './check-gateway.js';
import { invalidOption } from './check-shape.js';
import { GatewayError } from './error.js';
import type { Gateway } from './gateway.js';
import { endpointOf } from './settings.js';
import { urlPrefixOf } from './url-prefix.js';

/** The parts of a URL or of its path, as {@link parseInvokeUrl} returns them. */
export interface InvokePath {
  /** Name of the stage: from the path, or from the settings if the path has none. */
  readonly stage: string;
  /** The path without stage and base path, as it is in the URL. `/` for the root. */
  readonly path: string;
  /** The query without its question mark. `''` without one. */
  readonly query: string;
}

/**
 * Returns the path of a resource in the API's URLs: the stage, or the base path of a custom domain, and the resource, such as `/prod/user`
 * or `/dev/{proxy+}`. In the stage `$default`, it is the resource alone.
 *
 * @param gateway the settings of the gateway: target, stage, custom domain, API id and region matter.
 * @param resource a resource, with or without its first slash. Default: `/`, the root.
 * @throws GatewayError `unknown-target`, or `invalid-option` for a value of the wrong type.
 * @example
 * ```ts
 * import { apiPath } from 'apigw-proxy';
 *
 * console.log(apiPath({ target: 'rest', stage: 'dev' }, '/users/{id}')); // => /dev/users/{id}
 * console.log(apiPath({ target: 'http-2.0' }, '/users/{id}')); // => /users/{id}
 * ```
 */
export function apiPath(gateway: Gateway, resource = '/'): string {
  checkEndpoint(gateway);
  checkString(resource, 'resource');
  return `${urlPrefixOf(gateway)}${resource.startsWith('/') ? resource : `/${resource}`}`;
}

/**
 * Returns the URL that a client calls: `https:`, or `wss:` for a WebSocket API, which has no path below the stage.
 *
 * @param gateway the settings of the gateway: target, stage, custom domain, API id and region matter.
 * @param path the path without stage and base path. Characters that a path can't contain are percent-encoded; escapes stay. Default: `/`.
 * @throws GatewayError `unknown-target`, or `invalid-option` for a value of the wrong type or for a path with half a surrogate pair.
 * @example
 * ```ts
 * import { invokeUrl, parseInvokeUrl } from 'apigw-proxy';
 *
 * const gateway = { target: 'rest', stage: 'prod', apiId: 'mnh1xmpli7', region: 'us-east-2' } as const;
 * console.log(invokeUrl(gateway, '/user')); // => 'https://mnh1xmpli7.execute-api.us-east-2.amazonaws.com/prod/user'
 * console.log(parseInvokeUrl('/prod/user?full=1', gateway)); // => { stage: 'prod', path: '/user', query: 'full=1' }
 * ```
 */
export function invokeUrl(gateway: Gateway, path = '/'): string {
  const url = apiPath(gateway, path);
  checkWellFormed(path, 'path');
  const { domainName } = endpointOf(gateway);
  return gateway.target === 'websocket' ? `wss://${domainName}${urlPrefixOf(gateway)}` : `https://${domainName}${encodePath(url)}`;
}

/**
 * Splits a URL, or its path, into stage, path and query. The settings say what comes before the path. If they have no stage, the path's
 * first segment is the stage, on targets whose URLs contain one.
 *
 * @param url a whole URL, or its path and query.
 * @param gateway the settings of the gateway: target, stage and custom domain matter.
 * @throws GatewayError `stage-not-in-path` or `base-path-not-in-path` if the path does not start with them; `unknown-target`, or
 *   `invalid-option` for a value of the wrong type.
 * @example
 * ```ts
 * import { parseInvokeUrl } from 'apigw-proxy';
 *
 * console.log(parseInvokeUrl('/prod/users/1?full=true', { target: 'rest' })); // => { stage: 'prod', path: '/users/1', query: 'full=true' }
 * ```
 */
export function parseInvokeUrl(url: string, gateway: Gateway): InvokePath {
  checkEndpoint(gateway);
  checkString(url, 'url');
  const [, whole = '', query = ''] = /^(?:[a-z]+:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  const path = whole.startsWith('/') ? whole : `/${whole}`;
  const settings = { ...gateway, stage: gateway.stage ?? stageIn(path, gateway) ?? endpointOf(gateway).stage };
  const prefix = urlPrefixOf(settings);
  if (path !== prefix && !path.startsWith(`${prefix}/`)) {
    const code = gateway.customDomain?.basePath === undefined ? 'stage-not-in-path' : 'base-path-not-in-path';
    throw new GatewayError(code, ['url'], `The path \`${path}\` doesn't start with \`${prefix}\`.`, `Put \`${prefix}\` in front of it.`);
  }
  return { stage: settings.stage, path: path.slice(prefix.length) || '/', query };
}

/**
 * Returns the URL of a WebSocket API's management endpoint, the `endpoint` for the client of `@aws-sdk/client-apigatewaymanagementapi`.
 * With the id of a connection, it is the URL to post messages to.
 *
 * @param gateway the settings of the gateway: target, stage, custom domain, API id and region matter.
 * @param connectionId the id of a connection. Default: none, for the endpoint itself.
 * @throws GatewayError `unknown-target`, or `wrong-target`, or `invalid-option` for a value of the wrong type or for an id with half a
 *   surrogate pair.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 * @example
 * ```ts
 * import { connectionsUrl } from 'apigw-proxy';
 *
 * const gateway = { target: 'websocket', stage: 'prod', apiId: 'mnh1xmpli7', region: 'us-east-2' } as const;
 * console.log(connectionsUrl(gateway)); // => 'https://mnh1xmpli7.execute-api.us-east-2.amazonaws.com/prod'
 * console.log(connectionsUrl(gateway, 'R1kmxc2VNjMCFIA='));
 * // => 'https://mnh1xmpli7.execute-api.us-east-2.amazonaws.com/prod/@connections/R1kmxc2VNjMCFIA%3D'
 * ```
 */
export function connectionsUrl(gateway: Gateway<'websocket'>, connectionId?: string): string {
  checkEndpoint(gateway);
  checkWebsocket(gateway.target);
  const base = `https://${endpointOf(gateway).domainName}${urlPrefixOf(gateway)}`;
  if (connectionId === undefined) return base;
  checkString(connectionId, 'connectionId');
  checkWellFormed(connectionId, 'connectionId');
  return `${base}/@connections/${encodeSegment(connectionId)}`;
}

/** Half a surrogate pair, which no URL can contain. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function checkString(text: unknown, name: string): void {
  if (typeof text !== 'string') throw invalidOption([name], 'a string', text, 'Pass a string.');
}

function checkWellFormed(text: string, name: string): void {
  if (LONE_SURROGATE.test(text)) throw invalidOption([name], 'well-formed Unicode', text, 'Remove the lone surrogate.');
}

function checkWebsocket(target: Target): void {
  if (target === 'websocket') return;
  throw new GatewayError('wrong-target', ['target'], `Only a WebSocket API has connections; got \`${target}\`.`, "Pass 'websocket'.");
}

/** Returns the stage in a path; `undefined` if URLs of the target or the domain contain no stage. */
function stageIn(path: string, gateway: Gateway): string | undefined {
  if (gateway.target !== 'rest' && gateway.target !== 'websocket') return undefined;
  const prefix = urlPrefixOf({ ...gateway, stage: '*' });
  if (!prefix.endsWith('/*')) return undefined;
  const base = prefix.slice(0, -1);
  return path.startsWith(base) ? path.slice(base.length).split('/', 1)[0] || undefined : undefined;
}
