/**
 * A custom domain in front of an API, and its mapping to it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export interface CustomDomain {
  /** The domain's name: `api.example.com`. */
  readonly domainName: string;
  /** The mapping's path: `orders` or `orders/v1`; slashes at its ends mean nothing. Default: `''`, the domain's root. */
  readonly basePath?: string;
  /** REST: the mapping names no stage, so clients put it into the path after the base path. Default: `false`. */
  readonly stageInPath?: boolean;
  /** Payload 2.0: whether `rawPath` starts with a named stage, of which reports disagree. Default: `true`. */
  readonly stageInRawPath?: boolean;
}

/** The mapping's path without slashes at its ends; `''` at the domain's root, which events call `(none)`. */
export function basePathOf({ basePath = '' }: CustomDomain): string {
  if (basePath === '(none)') return '';
  let start = 0;
  let end = basePath.length;
  while (start < end && basePath[start] === '/') start += 1;
  while (end > start && basePath[end - 1] === '/') end -= 1;
  return basePath.slice(start, end);
}
