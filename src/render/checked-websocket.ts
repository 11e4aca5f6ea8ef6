import { invalidOption } from '../gateway/check-shape.js';
import type { Gateway } from '../gateway/gateway.js';
import { checkSettings, isWebsocket } from './rendering.js';
import { findWebsocketIssues } from './websocket/find-websocket-issues.js';
import { type CheckedHandler, type CheckedOptions, contextOf, withCheck } from './with-check.js';

/**
 * Returns the same WebSocket handler with a check of every result, as `checked` does for other APIs. Each event names its route.
 *
 * @param handler a handler that returns its result.
 * @param gateway the settings of the gateway, such as `routeResponse`. Default: none but the target.
 * @param options as for `checked`.
 * @throws GatewayError as `checked`.
 * @example
 * ```ts
 * import { type APIGatewayProxyWebsocketEvent, buildWebsocketSession } from 'apigw-proxy';
 * import { checkedWebsocket } from 'apigw-proxy/render';
 *
 * const onEvent = async (_event: APIGatewayProxyWebsocketEvent) => ({ statusCode: 200, body: 'hello' });
 * export const handler = checkedWebsocket(onEvent, { target: 'websocket' }, { onIssue: ({ message }) => console.log(message) });
 *
 * await handler(buildWebsocketSession().message('hi'));
 * // => The client doesn't get this body: the route has no route response.
 * ```
 */
export function checkedWebsocket<THandler extends CheckedHandler>(
  handler: THandler,
  gateway: Gateway<'websocket'> = { target: 'websocket' },
  options: CheckedOptions = {},
): THandler {
  checkSettings(gateway);
  if (!isWebsocket(gateway)) throw invalidOption(['target'], '`websocket`', Reflect.get(gateway, 'target'), 'Call `checked`.');
  return withCheck(handler, options, (result, event) => findWebsocketIssues(result, withRoute(gateway, event)));
}

/** Returns the settings for an event. A WebSocket API treats the result of each route differently. */
function withRoute(gateway: Gateway<'websocket'>, event: unknown): Gateway<'websocket'> {
  const { routeKey } = contextOf(event);
  return gateway.route === undefined && typeof routeKey === 'string' ? { ...gateway, route: routeKey } : gateway;
}
