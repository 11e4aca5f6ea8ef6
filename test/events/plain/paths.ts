import { basePathOf, keepsBasePath } from '../../../src/gateway/custom-domain.js';
import type { Gateway } from '../../../src/gateway/gateway.js';
import type { Endpoint } from '../../../src/gateway/settings.js';
import { decodePath } from '../../../src/http/percent.js';
import type { HttpRequest } from '../../../src/http/request.js';

/** The paths of an event, found with one RegExp for the route. */
export interface PlainPaths {
  readonly path: string;
  readonly contextPath: string;
  readonly resource: string;
  readonly routeKey: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** An error: its code and its path. */
class PlainError extends Error {
  readonly code: string;
  readonly path: readonly string[];

  constructor(code: string, path: string) {
    super(code);
    this.code = code;
    this.path = [path];
  }
}

const NO_ROUTE = { routeKey: '$default', resource: '$default', parameters: [] };

export function findPathsPlainly(request: HttpRequest, gateway: Gateway, endpoint: Endpoint): PlainPaths {
  const url = urlPath(request.target);
  if (gateway.target === 'websocket') return { path: url, contextPath: url, ...NO_ROUTE };
  if (gateway.target === 'function-url') return { path: url, contextPath: decodePath(url), ...NO_ROUTE };
  return gateway.target === 'rest' ? restPaths(request, gateway, endpoint) : httpPaths(request, gateway, endpoint);
}

function urlPath(target: string): string {
  const [path = ''] = target.split('?', 1);
  return path.startsWith('/') ? path : path.replace(/^https?:\/\/[^/]*/i, '').replace(/^\/?/, '/');
}

function restPaths({ target, method, body = new Uint8Array() }: HttpRequest, gateway: Gateway, { stage }: Endpoint): PlainPaths {
  const isTest = gateway.testInvoke === true;
  const url = oneSlash(urlPath(target));
  if (/[{}|]/.test(target) || /%(?![0-9a-f]{2})/i.test(target)) throw new PlainError('malformed-url', 'target');
  if (gateway.endpointType === 'EDGE' && !isTest && method === 'GET' && body.length > 0) throw new PlainError('body-not-allowed', 'body');
  const inner = oneSlash(isTest ? url : restInner(url, gateway, stage));
  const { resource, parameters } = route(gateway.route ?? (inner === '/' ? '/' : '/{proxy+}'), method, inner, true);
  const path = gateway.customDomain === undefined ? inner : url;
  return { path, contextPath: isTest ? resource : url, resource, routeKey: resource, parameters };
}

function restInner(url: string, { target, customDomain }: Gateway, stage: string): string {
  if (customDomain === undefined) return cutPrefix(url, stage, 'stage-not-in-path');
  const mapped = cutPrefix(url, basePathOf(customDomain), 'base-path-not-in-path');
  if (keepsBasePath(target, customDomain)) return url;
  return customDomain.stageInPath ? cutPrefix(mapped, stage, 'stage-not-in-path') : mapped;
}

function httpPaths({ target, method }: HttpRequest, gateway: Gateway, { stage }: Endpoint): PlainPaths {
  const { customDomain } = gateway;
  const url = urlPath(target);
  const hasStage = customDomain === undefined && stage !== '$default';
  const mapped = customDomain === undefined ? url : cutPrefix(url, basePathOf(customDomain), 'base-path-not-in-path');
  const inner = hasStage ? cutPrefix(url, stage, 'stage-not-in-path') : mapped;
  const found = route(gateway.route ?? '$default', method, untilQuery(inner), false);
  if (gateway.target === 'http-1.0') return { path: url, contextPath: untilQuery(url), ...found };
  const isShown = customDomain !== undefined && stage !== '$default' && customDomain.stageInRawPath !== false;
  const path = untilQuery(customDomain === undefined ? url : `${isShown ? `/${stage}` : ''}${inner}`);
  return { path, contextPath: path, ...found };
}

function untilQuery(path: string): string {
  return decodePath(path).split('?', 1)[0] ?? '';
}

function oneSlash(path: string): string {
  return path.replace(/^\/*/, '/');
}

function cutPrefix(url: string, prefix: string, code: string): string {
  if (prefix === '') return url;
  if (!`${url}/`.startsWith(`/${prefix}/`)) throw new PlainError(code, 'target');
  return url.slice(prefix.length + 1) || '/';
}

function route(key: string, method: string, path: string, isRest: boolean): Pick<PlainPaths, 'resource' | 'routeKey' | 'parameters'> {
  const [, of = 'ANY', resource = ''] = /^(?:([A-Z]+) )?(.*)$/s.exec(key) ?? [];
  const parameters = resource.startsWith('$') ? [] : match(resource.slice(1).split('/'), path.slice(1).split('/'), isRest);
  if (parameters === undefined || (of !== 'ANY' && of !== method)) throw new PlainError('route-mismatch', 'route');
  return { resource, routeKey: resource.startsWith('$') ? resource : `${of} ${resource}`, parameters };
}

/** Matches segments of a path, one after the other. */
function match(segments: string[], given: string[], isRest: boolean): [string, string][] | undefined {
  const [segment, ...more] = segments;
  const [value, ...others] = given;
  // A REST API ignores a slash at the end.
  if (segment === undefined) return value === undefined || (isRest && value === '' && others.length === 0) ? [] : undefined;
  if (value === undefined) return undefined;
  const name = segment.replace(/^\{|\+?\}$/g, '');
  if (segment.endsWith('+}')) {
    const rest = isRest ? given.join('/').replace(/\/$/, '') : given.join('/');
    return rest === '' && isRest ? undefined : [[name, rest]];
  }
  const isParameter = segment.startsWith('{');
  if (isParameter ? value === '' : value !== segment && (!isRest || decodePath(value) !== segment)) return undefined;
  const found = match(more, others, isRest);
  return found && (isParameter ? [[name, value], ...found] : found);
}
