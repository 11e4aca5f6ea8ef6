import { basePathOf, type CustomDomain } from '../../gateway/custom-domain.js';
import { GatewayError, type GatewayErrorCode } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';

/** Scheme and host of a request target in absolute form, which every server has to take (RFC 9112, section 3.2.2). */
const AUTHORITY = /^https?:\/\/[^/?]*/i;

/** The path of a request target, without scheme, host and query; it starts with a slash. */
export function pathOf(target: string): string {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path.startsWith('/')) return path;
  const own = path.replace(AUTHORITY, '');
  return own.startsWith('/') ? own : `/${own}`;
}

/** The query of a request target, without its question mark. */
export function queryOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? '' : target.slice(mark + 1);
}

/** The path with one slash at its start, however many there were. */
export function withoutExtraSlashes(path: string): string {
  return `/${path.replace(/^\/+/, '')}`;
}

/**
 * What is left of a REST API's URL path without base path and stage.
 *
 * @throws GatewayError `stage-not-in-path` or `base-path-not-in-path`.
 */
export function restInnerPath(url: string, gateway: Gateway, stage: string): string {
  return withoutExtraSlashes(gateway.testInvoke ? url : restMappedPath(url, gateway, stage));
}

/**
 * What is left of an HTTP API's URL path without base path and stage.
 *
 * @throws GatewayError `stage-not-in-path` or `base-path-not-in-path`.
 */
export function httpInnerPath(url: string, gateway: Gateway, stage: string): string {
  if (gateway.customDomain !== undefined) return withoutBasePath(url, gateway.customDomain);
  return stage === '$default' ? url : withoutStage(url, stage);
}

function restMappedPath(url: string, { customDomain }: Gateway, stage: string): string {
  if (customDomain === undefined) return withoutStage(url, stage);
  const mapped = withoutBasePath(url, customDomain);
  return customDomain.stageInPath ? withoutStage(mapped, stage) : mapped;
}

function withoutStage(url: string, stage: string): string {
  return withoutPrefix(url, stage) ?? missing('stage-not-in-path', url, 'the stage', stage);
}

function withoutBasePath(url: string, domain: CustomDomain): string {
  const basePath = basePathOf(domain);
  return basePath === '' ? url : (withoutPrefix(url, basePath) ?? missing('base-path-not-in-path', url, 'the base path', basePath));
}

function withoutPrefix(url: string, prefix: string): string | undefined {
  if (url === `/${prefix}`) return '/';
  return url.startsWith(`/${prefix}/`) ? url.slice(prefix.length + 1) : undefined;
}

function missing(code: GatewayErrorCode, url: string, what: string, prefix: string): never {
  throw new GatewayError(code, ['target'], `The path '${url}' does not start with ${what}, /${prefix}.`, `Put /${prefix} in front of it.`);
}
