import { firstValueOf } from '../http/field-syntax.js';
import type { HttpRequest } from '../http/request.js';
import type { Rendering } from './rendering.js';
import type { ContentCoding } from './types.js';

/**
 * The coding that a REST API applies to a body of some size, which the function has not encoded itself. documented: the API has a minimum
 * size, the body reaches it, and the request names a coding; `*` is no name.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
export function codingOf(size: number, { gateway, request, options, report }: Rendering): ContentCoding | undefined {
  const minimum = gateway.minimumCompressionSize ?? undefined;
  if (gateway.target !== 'rest' || minimum === undefined || size < minimum) return undefined;
  const coding = acceptedCoding(request);
  if (coding === undefined || options.compress !== undefined) return coding;
  report('compression-not-applied', ['body'], coding);
  return undefined;
}

// assumed: the first coding that the request names wins; one with a weight of zero is not wanted.
function acceptedCoding(request: HttpRequest): ContentCoding | undefined {
  const accepted = firstValueOf(request.headers, 'accept-encoding') ?? '';
  for (const entry of accepted.toLowerCase().split(',')) {
    const [name, ...parameters] = entry.split(';').map((part) => part.trim());
    if ((name === 'gzip' || name === 'deflate') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return name;
  }
  return undefined;
}
