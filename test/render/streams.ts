/** A stream of given chunks. */
export interface Source {
  readonly stream: ReadableStream<Uint8Array>;
  /** Returns how many chunks were read. */
  readonly pulled: () => number;
  readonly isCancelled: () => boolean;
}

/** Creates a stream of chunks. It fails at the first chunk that is an error. */
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

/** Reads a whole stream. */
export async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Cuts bytes into pieces of the same size. */
export function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
