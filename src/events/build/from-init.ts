import type { Target } from '../../aws/target.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import { parseRoute, type Route } from '../../gateway/route.js';
import type { HttpRequest } from '../../http/request.js';
import { checkInit } from './check-init.js';
import { bytesOf, type Content, contentOf } from './content.js';
import type { EventInit } from './event-init.js';
import { fieldsOf } from './header-fields.js';
import { presetsOf } from './presets.js';
import { targetOf } from './request-target.js';

/** What the options of a builder describe. */
export interface Described<T extends Target> {
  /** The request, without its body. */
  readonly request: HttpRequest;
  readonly gateway: Gateway<T>;
  readonly content: Content | undefined;
}

/**
 * Returns the request and the settings that the options of a builder describe. Both are checked.
 *
 * @throws GatewayError as {@link describe} does.
 */
export function fromInit<T extends Target>(target: T, init: EventInit): { request: HttpRequest; gateway: Gateway<T> } {
  const { request, gateway, content } = describe(target, init);
  return { request: withBody(request, content), gateway };
}

/** Returns the request with its body. */
export function withBody(request: HttpRequest, content: Content | undefined): HttpRequest {
  return content === undefined ? request : { ...request, body: bytesOf(content) };
}

/**
 * Returns what the options of a builder describe. The request and the settings are checked.
 *
 * @throws GatewayError `unknown-option`, `invalid-option`, `missing-option`, `conflicting-options`, `unserialisable-json`, `invalid-route`,
 *   `missing-path-parameter`, `unknown-path-parameter`.
 */
export function describe<T extends Target>(target: T, init: EventInit): Described<T> {
  checkInit(init);
  // The options of the request stay in, because no code that reads settings looks at them. V8 makes the object slow if a spread comes first.
  const gateway = { target, ...init, ...presetsOf(init) } as Gateway<T>; // the presets replace everything that may be `true`
  checkGateway(gateway);
  const content = contentOf(init);
  // Routes of a WebSocket API are keys of messages, such as `say`: they have neither method nor path.
  const route = target === 'websocket' || init.route === undefined ? undefined : parseRoute(init.route);
  const request: HttpRequest = {
    method: init.method ?? methodOf(route) ?? (content ? 'POST' : 'GET'),
    target: targetOf(init, route, gateway),
    headers: fieldsOf(init, content, gateway),
    ...(init.sourceIp !== undefined && { sourceIp: init.sourceIp }),
    ...(init.httpVersion !== undefined && { httpVersion: init.httpVersion }),
  };
  return { request, gateway, content };
}

function methodOf(route: Route | undefined): string | undefined {
  return route?.method === 'ANY' ? undefined : route?.method;
}
