import { headerPairs } from '../accessors/header.js';
import type { Gateway } from '../gateway/gateway.js';
import { isObject } from '../http/is-object.js';
import type { HttpRequest } from '../http/request.js';
import { checkInspected, inspectResult } from './inspect-result.js';
import { PLAIN_GET } from './rendering.js';
import type { RenderTarget } from './types.js';
import { type CheckedHandler, type CheckedOptions, contextOf, withCheck } from './with-check.js';

/**
 * Returns the same handler with a check of every result: if the gateway would reject the result, or treat it in a way that you may not expect,
 * you find the cause and the fix in the log of the function. The result is returned unchanged.
 *
 * The check runs after each call of the handler. If the handler throws, nothing is checked. It finds what `checkResult` finds in the result
 * itself, and says nothing about what the gateway adds to a response, or about the gateway's own answer to a result that it rejects.
 *
 * @param handler a handler that returns its result. For WebSocket APIs, use `checkedWebsocket`.
 * @param target the target that gets the results, or all settings of the gateway, such as `binaryMediaTypes`.
 * @param options which issues count, and what to do about them. Default: warnings and errors are logged.
 * @throws GatewayError if the target, a setting or an option is invalid, or if the handler streams or has a callback.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 * @example
 * ```ts
 * import { type APIGatewayProxyEvent, buildRestEvent } from 'apigw-proxy';
 * import { checked } from 'apigw-proxy/render';
 *
 * const getUser = async (_event: APIGatewayProxyEvent) => ({ statusCode: 200, body: { name: 'Ada' } });
 * export const handler = checked(getUser, 'rest', { onIssue: ({ code, message }) => console.log(code, message) });
 *
 * await handler(buildRestEvent());
 * // => body-not-text `body` is an object, but a REST API only accepts a string. The client gets a 502.
 * ```
 */
export function checked<THandler extends CheckedHandler>(
  handler: THandler,
  target: RenderTarget | Gateway<RenderTarget>,
  options: CheckedOptions = {},
): THandler {
  const gateway: Gateway<RenderTarget> = typeof target === 'string' ? { target } : target;
  // Invalid settings throw now, and not with the first request.
  checkInspected(gateway);
  return withCheck(handler, options, (result, event) => inspectResult(result, gateway, requestOf(event)));
}

/** Returns the request of an event, as far as the response depends on it. */
function requestOf(event: unknown): HttpRequest {
  if (!isObject(event)) return PLAIN_GET;
  const { http } = contextOf(event);
  const method = isObject(http) ? http['method'] : event['httpMethod'];
  return typeof method === 'string' ? { method, target: '/', headers: headerPairs(event) } : PLAIN_GET;
}
