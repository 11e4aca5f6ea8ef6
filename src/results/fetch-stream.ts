import { JSON_TYPE } from '../aws/media-types.js';
import type { STREAMING } from '../aws/streaming-mark.js';
import { argumentError } from '../http/argument-error.js';
import type { HttpResponseStreamMetadata } from '../types/stream-metadata.js';
import { CARRIERS } from './carriers.js';
import { fieldsOfResponse } from './from-fetch-response.js';
import { checkStatus } from './project.js';
import type { Result } from './result.js';

/** The response stream of a streaming handler: the part of a Node.js `Writable` that {@link fetchHandler} uses. */
export interface FetchStream {
  readonly destroyed: boolean;
  write(chunk: string | Uint8Array): boolean;
  end(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
  setContentType(contentType: string): void;
}

/** The global `awslambda` of Lambda's Node.js runtime. */
export interface AwsLambda {
  streamifyResponse<Handler>(handler: Handler): Handler & { readonly [STREAMING]: 'response' };
  readonly HttpResponseStream: { from(stream: FetchStream, metadata: HttpResponseStreamMetadata): FetchStream };
}

/**
 * Returns the global `awslambda`.
 *
 * @throws TypeError if it is missing.
 */
export function requireAwsLambda(): AwsLambda {
  const { awslambda } = globalThis as unknown as { awslambda?: AwsLambda }; // only Lambda's runtime, or a double of it, sets this name
  if (typeof awslambda?.streamifyResponse === 'function') return awslambda;
  const fix = "In a test, set it to the `awslambda` of 'apigw-proxy/local' first.";
  throw argumentError(['globalThis', 'awslambda'], "the global of Lambda's runtime", awslambda, fix);
}

/** Writes a result as an ordinary payload, for a gateway that can't stream. */
export function writeResult(result: Result, stream: FetchStream): void {
  stream.setContentType(JSON_TYPE);
  stream.write(JSON.stringify(result));
  stream.end();
}

/**
 * Writes a response to a stream that already has its metadata, as fast as the client reads it. If the client is gone, the rest of the body
 * is cancelled.
 *
 * @throws what the body fails with.
 */
export async function writeBody({ body }: Response, stream: FetchStream): Promise<void> {
  // Lambda writes the metadata with the first call of `write`, and not with `end`.
  stream.write('');
  for await (const chunk of body ?? []) {
    // This cancels the body.
    if (stream.destroyed) return;
    if (!stream.write(chunk)) await untilDrained(stream);
  }
  stream.end();
}

/** Resolves when a stream can take more, or is closed. */
function untilDrained(stream: FetchStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off('drain', settle);
      stream.off('close', settle);
      resolve();
    };
    stream.once('drain', settle);
    stream.once('close', settle);
    if (stream.destroyed) settle();
  });
}

/**
 * Returns the metadata of a streamed response. Both targets that stream accept `headers` and `cookies`, and Fetch has already joined all other
 * headers.
 *
 * @throws RangeError for a status outside 200 to 599.
 */
export function metadataOf(response: Response): HttpResponseStreamMetadata {
  checkStatus(response.status);
  return { statusCode: response.status, ...CARRIERS['function-url'](fieldsOfResponse(response)) };
}
