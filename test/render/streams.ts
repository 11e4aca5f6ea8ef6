/** A stream of the given chunks, and how many of them were asked for. */
export interface Source {
  readonly stream: ReadableStream<Uint8Array>;
  readonly pulled: () => number;
  readonly isCancelled: () => boolean;
}

export function sourceOf(chunks: readonly (Uint8Array | string | Error)[]): Source {
  let pulled = 0;
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[pulled];
        pulled += 1;
        if (chunk instanceof Error) throw chunk;
        if (chunk === undefined) controller.close();
        else controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled: () => pulled, isCancelled: () => isCancelled };
}

/** All of a stream. */
export async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes cut after every so many. */
export function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
