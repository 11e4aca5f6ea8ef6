import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import type { Target } from '../../aws/target.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import { parseRoute, type Route } from '../../gateway/route.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import type { SentRequest } from '../request/sent-request.js';
import { checkInit } from './check-init.js';
import { contentOf } from './content.js';
import type { EventInit } from './event-init.js';
import { describeHeaders } from './header-fields.js';
import { presetsOf } from './presets.js';
import { type RequestOptions, requestOptions } from './request-options.js';
import { describeTarget } from './request-target.js';

/**
 * Returns the settings of the gateway that the options of a builder describe. The options are checked, except those that can be of several
 * types: {@link requestFromInit} checks them.
 *
 * @throws GatewayError `unknown-option`, `invalid-option`, `missing-option`, `conflicting-options`.
 */
export function gatewayFromInit<T extends Target>(target: T, init: EventInit): Gateway<T> {
  checkInit(init);
  // The options of the request stay in, because no code that reads settings looks at them. V8 makes the object slow if a spread comes first.
  const gateway = { target, ...init, ...presetsOf(init) } as Gateway<T>; // the presets replace everything that may be `true`
  checkGateway(gateway);
  return gateway;
}

/**
 * Returns the request that the options of a builder describe.
 *
 * @throws GatewayError `invalid-option`, `missing-option`, `conflicting-options`, `unserialisable-json`, `invalid-route`,
 *   `missing-path-parameter`, `unknown-path-parameter`.
 */
export function requestFromInit(options: RequestOptions, gateway: Gateway): SentRequest {
  const content = contentOf(options);
  // Routes of a WebSocket API are keys of messages, such as `say`: they have neither method nor path.
  const route = gateway.target === 'websocket' || options.route === undefined ? undefined : parseRoute(options.route);
  const { target, path, pathParameters, query, parameters } = describeTarget(options, route, gateway);
  const { fields, cookies } = describeHeaders(options, content, gateway);
  return {
    method: options.method ?? methodOf(route) ?? (content ? 'POST' : 'GET'),
    target,
    path,
    pathParameters,
    query,
    parameters,
    fields,
    cookies,
    body: content?.body,
    sourceIp: options.sourceIp ?? DEFAULT_SOURCE_IP,
    httpVersion: options.httpVersion,
    clientCert: undefined,
  };
}

/**
 * Returns the request and the settings that the options of a builder describe. Both are checked.
 *
 * @throws GatewayError as {@link gatewayFromInit} and {@link requestFromInit} do.
 */
export function fromInit<T extends Target>(target: T, init: EventInit): { request: HttpRequest; gateway: Gateway<T> } {
  const gateway = gatewayFromInit(target, init);
  const { method, target: url, fields, body, sourceIp, httpVersion } = requestFromInit(requestOptions(init, {}), gateway);
  const headers = fields.names.map((name, place): HttpField => [name, fields.values[place] ?? '']);
  const request: HttpRequest = {
    method,
    target: url,
    headers,
    sourceIp,
    ...(body !== undefined && { body: typeof body === 'string' ? encodeText(body) : body }),
    ...(httpVersion !== undefined && { httpVersion }),
  };
  return { request, gateway };
}

function methodOf(route: Route | undefined): string | undefined {
  return route?.method === 'ANY' ? undefined : route?.method;
}
