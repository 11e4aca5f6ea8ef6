import { invalidOption } from '../../gateway/check-shape.js';
import { listValueOf } from '../../http/field-values.js';
import { encodeText } from '../../http/text.js';
import { assume, type Rendering } from '../rendering.js';
import type { ContentCoding } from '../types.js';
import { findCompressor } from './compressor.js';

/** A body as a REST API sends it compressed. */
export interface CompressedBody {
  readonly coding: ContentCoding;
  readonly bytes: Uint8Array;
}

/**
 * Compresses a body as a REST API does, unless the function has encoded it itself. Returns `undefined` if the body isn't compressed.
 * documented: the API has a minimum size, the body reaches it, and the request names a coding; `*` is not a name. assumed: an empty body
 * isn't compressed.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
export function compressBody(content: Uint8Array | string, rendering: Rendering): CompressedBody | undefined {
  const { gateway, request, options, report } = rendering;
  const minimum = gateway.minimumCompressionSize ?? undefined;
  if (gateway.target !== 'rest' || minimum === undefined || content.length === 0) return undefined;
  const accepted = (listValueOf(request.headers, 'accept-encoding') ?? '').toLowerCase();
  const coding = findCoding(accepted);
  if (coding === undefined) return undefined;
  const body = typeof content === 'string' ? encodeText(content) : content;
  if (body.length < minimum) return undefined;
  // If a client accepts several codings, it decodes each of them to the same bytes.
  if (leavesChoice(accepted)) assume(rendering, 'coding-choice', [], { severity: 'info' });
  const compress = findCompressor(options);
  if (compress !== undefined) return { coding, bytes: checkBytes(compress(coding, body)) };
  report('compression-not-applied', ['body'], coding);
  return undefined;
}

function checkBytes(bytes: unknown): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  throw invalidOption(['compress'], 'a function that returns a Uint8Array', bytes, 'Return the compressed bytes.');
}

// assumed: the first coding that the request names wins. One with a weight of zero doesn't count.
function findCoding(accepted: string): ContentCoding | undefined {
  for (const entry of accepted.split(',')) {
    const [name, ...parameters] = entry.split(';').map((part) => part.trim());
    if ((name === 'gzip' || name === 'deflate') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return name;
  }
  return undefined;
}

/** Returns whether the request leaves a choice, between two codings or by weight. */
function leavesChoice(accepted: string): boolean {
  return accepted.includes('q=') || (accepted.includes('gzip') && accepted.includes('deflate'));
}
