import { listValueOf } from '../../http/field-values.js';
import type { Rendering } from '../rendering.js';
import type { ContentCoding } from '../types.js';
import { compressorOf } from './compressor.js';

/** A body as a REST API sends it compressed. */
export interface Compressed {
  readonly coding: ContentCoding;
  readonly bytes: Uint8Array;
}

/**
 * The body, which the function has not encoded itself, as a REST API compresses it; `undefined` where it does not. documented: the API has
 * a minimum size, the body reaches it, and the request names a coding; `*` is no name. assumed: there is nothing to compress in no body.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
export function compressed(body: Uint8Array, { gateway, request, options, report }: Rendering): Compressed | undefined {
  const minimum = gateway.minimumCompressionSize ?? undefined;
  if (gateway.target !== 'rest' || minimum === undefined || body.length < minimum || body.length === 0) return undefined;
  const accepted = (listValueOf(request.headers, 'accept-encoding') ?? '').toLowerCase();
  const coding = acceptedCoding(accepted);
  if (coding === undefined) return undefined;
  if (isOpen(accepted)) report('behaviour-assumed', [], `${coding} is chosen of ${accepted}`);
  const compress = compressorOf(options);
  if (compress !== undefined) return { coding, bytes: compress(coding, body) };
  report('compression-not-applied', ['body'], coding);
  return undefined;
}

// assumed: the first coding that the request names wins; one with a weight of zero is not wanted.
function acceptedCoding(accepted: string): ContentCoding | undefined {
  for (const entry of accepted.split(',')) {
    const [name, ...parameters] = entry.split(';').map((part) => part.trim());
    if ((name === 'gzip' || name === 'deflate') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return name;
  }
  return undefined;
}

/** Whether the request leaves a choice: between two codings, or by weight. */
function isOpen(accepted: string): boolean {
  return accepted.includes('q=') || (accepted.includes('gzip') && accepted.includes('deflate'));
}
