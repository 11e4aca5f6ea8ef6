import type { Target } from '../aws/target.js';

/**
 * A custom domain in front of an API, and its mapping to the API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export interface CustomDomain {
  /** Name of the domain: `api.example.com`. */
  readonly domainName: string;
  /** Path of the mapping: `orders` or `orders/v1`. Slashes at its ends are ignored. Default: `''`, the root of the domain. */
  readonly basePath?: string;
  /**
   * REST: whether the base path is removed before a route is selected. `false` for a routing rule with `StripBasePath` off: the routes and
   * the paths you pass then include the base path. Default: `true`, as for a base path mapping.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html
   */
  readonly stripBasePath?: boolean;
  /** REST: whether the mapping names no stage, so that clients put the stage into the path, after the base path. Default: `false`. */
  readonly stageInPath?: boolean;
  /** Payload 2.0: whether `rawPath` starts with the stage, if it is not `$default`. Public reports contradict each other. Default: `true`. */
  readonly stageInRawPath?: boolean;
}

/** Whether the paths that routes match still include the base path. documented: only REST APIs have routing rules. */
export function keepsBasePath(target: Target, { stripBasePath = true }: CustomDomain): boolean {
  return target === 'rest' && !stripBasePath;
}

/** Returns the path of the mapping without slashes at its ends, or `''` for the root of the domain, which AWS calls `(none)`. */
export function basePathOf({ basePath = '' }: CustomDomain): string {
  if (basePath === '(none)') return '';
  let start = 0;
  let end = basePath.length;
  while (start < end && basePath[start] === '/') start += 1;
  while (end > start && basePath[end - 1] === '/') end -= 1;
  return basePath.slice(start, end);
}
