import { finished } from 'node:stream/promises';
import type { StreamedResult } from '../../render/outcome/outcome.js';
import { streamedBytes } from '../../render/streamed-result.js';
import type { LambdaContext } from '../../types/context.js';
import { openStream, type StreamHandler } from './stream-runtime.js';

/**
 * Runs a streaming handler to the end and collects what it writes. As in Lambda, the invocation ends with the stream, not with the
 * handler.
 */
export async function collectStream<E>(handler: StreamHandler<E>, event: E, context: LambdaContext): Promise<StreamedResult> {
  const { responseStream, contentType } = openStream();
  const chunks: Uint8Array[] = [];
  responseStream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = finished(responseStream);
  const run = async (): Promise<void> => {
    await handler(event, responseStream, context);
  };
  // A handler that fails may leave the stream open; a stream that fails may leave the handler waiting.
  await Promise.all([run(), ended]).finally(() => responseStream.destroy());
  return streamedBytes(Buffer.concat(chunks), contentType());
}
