import { basePathOf, type CustomDomain, keepsBasePath } from '../../gateway/custom-domain.js';
import type { Gateway } from '../../gateway/gateway.js';
import { stageOf } from '../../gateway/settings.js';
import type { HttpRequest } from '../../http/request.js';
import { pathOf } from '../request/path-of.js';

/** The prefix that a path should start with, but doesn't. */
export interface MissingPrefix {
  readonly missing: 'stage' | 'base path';
  /** The stage or the base path, without slashes at its ends. */
  readonly prefix: string;
}

/** Returns the path with exactly one slash at its start. */
export function withoutExtraSlashes(path: string): string {
  return path.startsWith('/') && path[1] !== '/' ? path : `/${path.replace(/^\/+/, '')}`;
}

/** Returns the path that routes match, or `undefined` if it doesn't start with the stage or the base path. */
export function innerPathOf({ target }: HttpRequest, gateway: Gateway): string | undefined {
  const stage = stageOf(gateway);
  const url = pathOf(target);
  if (gateway.target === 'function-url') return url;
  const inner = gateway.target === 'rest' ? restInnerPath(withoutExtraSlashes(url), gateway, stage) : httpInnerPath(url, gateway, stage);
  return typeof inner === 'string' ? inner : undefined;
}

/** Returns the path of a REST API's URL after base path and stage, or which of them is missing. */
export function restInnerPath(url: string, gateway: Gateway, stage: string): string | MissingPrefix {
  const inner = gateway.testInvoke ? url : restMappedPath(url, gateway, stage);
  return typeof inner === 'string' ? withoutExtraSlashes(inner) : inner;
}

/** Returns the path of an HTTP API's URL after base path and stage, or which of them is missing. */
export function httpInnerPath(url: string, gateway: Gateway, stage: string): string | MissingPrefix {
  if (gateway.customDomain !== undefined) return withoutBasePath(url, gateway.customDomain);
  return stage === '$default' ? url : withoutStage(url, stage);
}

function restMappedPath(url: string, { target, customDomain }: Gateway, stage: string): string | MissingPrefix {
  if (customDomain === undefined) return withoutStage(url, stage);
  const mapped = withoutBasePath(url, customDomain);
  if (keepsBasePath(target, customDomain)) return typeof mapped === 'string' ? url : mapped;
  return customDomain.stageInPath && typeof mapped === 'string' ? withoutStage(mapped, stage) : mapped;
}

function withoutStage(url: string, stage: string): string | MissingPrefix {
  return withoutPrefix(url, stage) ?? { missing: 'stage', prefix: stage };
}

function withoutBasePath(url: string, domain: CustomDomain): string | MissingPrefix {
  const basePath = basePathOf(domain);
  return basePath === '' ? url : (withoutPrefix(url, basePath) ?? { missing: 'base path', prefix: basePath });
}

function withoutPrefix(url: string, prefix: string): string | undefined {
  if (url === `/${prefix}`) return '/';
  return url.startsWith(`/${prefix}/`) ? url.slice(prefix.length + 1) : undefined;
}
