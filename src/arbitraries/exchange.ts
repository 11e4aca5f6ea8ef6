import * as fc from 'fast-check';
import { isHttpApi, type Target } from '../aws/target.js';
import type { Gateway } from '../gateway/gateway.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import type { HttpRequest } from '../http/request.js';
import { gateway } from './gateway.js';
import { httpRequest, pathSegment } from './http-request.js';

/** A request, and the settings of its gateway. The route matches the path. */
export interface Exchange<T extends Target = Target> {
  readonly request: HttpRequest;
  readonly gateway: Gateway<T>;
}

/**
 * Generates a request, and settings of this target with a route that matches it.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { toEvent } from 'apigw-proxy';
 * import { exchange } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(exchange('http-2.0'), ({ request, gateway }) => toEvent(request, gateway).version === '2.0'));
 * ```
 */
export function exchange<T extends Target>(target: T): fc.Arbitrary<Exchange<T>> {
  return fc.tuple(gateway(target), routedPath(target)).chain(([settings, { route, path }]) => {
    const routed: Gateway<T> = route === undefined ? settings : { ...settings, route };
    const request = httpRequest({ pathPrefix: urlPrefixOf(settings), path: fc.constant(path) });
    return request.map((drawn) => ({ request: hasBodyOfGet(drawn, settings) ? { ...drawn, method: 'POST' } : drawn, gateway: routed }));
  });
}

/** An edge-optimized API refuses a GET with a body. */
function hasBodyOfGet({ method, body = new Uint8Array() }: HttpRequest, { target, endpointType }: Gateway): boolean {
  return target === 'rest' && endpointType === 'EDGE' && method === 'GET' && body.length > 0;
}

interface RoutedPath {
  readonly route: string | undefined;
  readonly path: string;
}

const LITERAL = fc.stringMatching(/^[A-Za-z0-9._-]{1,8}$/);

function routedPath(target: Target): fc.Arbitrary<RoutedPath> {
  if (target === 'websocket') return fc.constantFrom('$connect', '$disconnect', '$default', 'say').map((route) => ({ route, path: '' }));
  const path = fc
    .array(pathSegment, { maxLength: 4 })
    .map((segments): RoutedPath => ({ route: undefined, path: `/${segments.join('/')}` }));
  return target === 'function-url' ? path : fc.oneof(path, templatedPath(segmentOf(target)));
}

/** A segment that fits one parameter. An HTTP API decodes the path first, so an encoded slash or question mark would end the segment. */
function segmentOf(target: Target): fc.Arbitrary<string> {
  return isHttpApi(target) ? pathSegment.filter((text) => !/%2F|%3F/i.test(text)) : pathSegment;
}

/** A path and its route template: literal segments, parameters, and sometimes a greedy parameter at the end. */
function templatedPath(segment: fc.Arbitrary<string>): fc.Arbitrary<RoutedPath> {
  const segments = fc.array(
    fc.oneof(
      LITERAL.map((text) => ({ text, isParameter: false })),
      segment.map((text) => ({ text, isParameter: true })),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const greedy = fc.option(fc.array(segment, { minLength: 1, maxLength: 3 }), { nil: [] });
  return fc.tuple(segments, greedy).map(([plain, rest]) => {
    const template = plain.map(({ text, isParameter }, index) => (isParameter ? `{p${index}}` : text));
    const path = [...plain.map(({ text }) => text), ...rest];
    return { route: `/${[...template, ...(rest.length > 0 ? ['{rest+}'] : [])].join('/')}`, path: `/${path.join('/')}` };
  });
}
