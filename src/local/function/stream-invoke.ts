import { finished } from 'node:stream/promises';
import type { StreamedResult } from '../../render/outcome/outcome.js';
import { streamedBytes } from '../../render/streamed-result.js';
import type { LambdaContext } from '../../types/context.js';
import { openStream, type StreamHandler } from './stream-runtime.js';

/** Runs a streaming handler and collects what it writes. As on Lambda, the call ends with the stream, not with the handler. */
export async function collectStream<E>(handler: StreamHandler<E>, event: E, context: LambdaContext): Promise<StreamedResult> {
  const { responseStream, contentType } = openStream();
  const chunks: Uint8Array[] = [];
  responseStream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = finished(responseStream);
  const run = async (): Promise<void> => {
    await handler(event, responseStream, context);
  };
  // If the handler fails, the stream may stay open. If the stream fails, the handler may wait forever.
  await Promise.all([run(), ended]).finally(() => responseStream.destroy());
  return streamedBytes(Buffer.concat(chunks), contentType());
}
