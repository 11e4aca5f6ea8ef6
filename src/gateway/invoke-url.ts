import { encodePath } from '../http/percent.js';
import { GatewayError } from './error.js';
import type { Gateway } from './gateway.js';
import { endpointOf } from './settings.js';
import { urlPrefixOf } from './url-prefix.js';

/** A URL or path, taken apart by the settings of a gateway. */
export interface InvokePath {
  /** Name of the stage: the one in the path, or the settings' where the path has none. */
  readonly stage: string;
  /** The path that routes match, without stage and base path; as written, `/` for the root. */
  readonly path: string;
  /** The query without its question mark; `''` without one. */
  readonly query: string;
}

/**
 * The API's path of a resource, as the Lambda guide writes it: stage, or base path of a custom domain, and resource, `/prod/user`,
 * `/dev/{proxy+}`; nothing but the resource in the stage `$default`.
 */
export function apiPath(gateway: Gateway, resource = '/'): string {
  return `${urlPrefixOf(gateway)}${resource.startsWith('/') ? resource : `/${resource}`}`;
}

/**
 * The URL that a client calls: `https:`, or `wss:` for a WebSocket API, which has no path below the stage.
 *
 * @param path without stage and base path; what may not stand in a path is percent-encoded, escapes stay. Default: the root.
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
  const { domainName } = endpointOf(gateway);
  if (gateway.target === 'websocket') return `wss://${domainName}${urlPrefixOf(gateway)}`;
  return `https://${domainName}${encodePath(apiPath(gateway, path))}`;
}

/**
 * Takes a URL, or its path, apart by the settings that lead to it: base path and stage in front, the rest is the path. A stage that the
 * settings leave open is the path's first segment, where the target has stages in its URLs.
 *
 * @throws GatewayError `stage-not-in-path` or `base-path-not-in-path` when the path does not start with them.
 */
export function parseInvokeUrl(url: string, gateway: Gateway): InvokePath {
  const [, whole = '', query = ''] = /^(?:[a-z]+:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  const path = whole.startsWith('/') ? whole : `/${whole}`;
  const settings = { ...gateway, stage: gateway.stage ?? stageIn(path, gateway) ?? endpointOf(gateway).stage };
  const prefix = urlPrefixOf(settings);
  if (path !== prefix && !path.startsWith(`${prefix}/`)) {
    const code = gateway.customDomain?.basePath === undefined ? 'stage-not-in-path' : 'base-path-not-in-path';
    throw new GatewayError(code, ['url'], `The path '${path}' does not start with ${prefix}.`, `Put ${prefix} in front of it.`);
  }
  return { stage: settings.stage, path: path.slice(prefix.length) || '/', query };
}

/**
 * The URL of a WebSocket API's management endpoint: what the client of `@aws-sdk/client-apigatewaymanagementapi` takes as `endpoint`; with
 * a connection's id the URL that a message is posted to.
 *
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
  const base = `https://${endpointOf(gateway).domainName}${urlPrefixOf(gateway)}`;
  return connectionId === undefined ? base : `${base}/@connections/${encodeURIComponent(connectionId)}`;
}

/** The segment where the stage stands; `undefined` where the target or the domain has no stage in its URLs. */
function stageIn(path: string, gateway: Gateway): string | undefined {
  if (gateway.target !== 'rest' && gateway.target !== 'websocket') return undefined;
  const prefix = urlPrefixOf({ ...gateway, stage: '*' });
  if (!prefix.endsWith('/*')) return undefined;
  const base = prefix.slice(0, -1);
  return path.startsWith(base) ? path.slice(base.length).split('/', 1)[0] || undefined : undefined;
}
