import { Duplex } from 'node:stream';

/**
 * Returns the two ends of a connection in memory: what is written to one can be read from the other. As with a socket, what was written
 * before an end was destroyed still arrives.
 */
export function connectInMemory(highWaterMark: number | undefined): readonly [near: Duplex, far: Duplex] {
  const near: End = createEnd(() => far, highWaterMark);
  const far: End = createEnd(() => near, undefined);
  return [near.duplex, far.duplex];
}

interface End {
  readonly duplex: Duplex;
  /** Called when the end can take more. */
  wake: (() => void) | undefined;
}

function createEnd(other: () => End, highWaterMark: number | undefined): End {
  const duplex = new Duplex({
    ...(highWaterMark !== undefined && { highWaterMark }),
    read() {
      const { wake } = end;
      end.wake = undefined;
      wake?.();
    },
    write(chunk: Uint8Array, _, done) {
      const peer = other();
      if (peer.duplex.destroyed || peer.duplex.push(chunk)) done();
      else peer.wake = done;
    },
    final(done) {
      close(other().duplex);
      done();
    },
    destroy(error, done) {
      close(other().duplex);
      done(error);
    },
  });
  const end: End = { duplex, wake: undefined };
  return end;
}

function close(duplex: Duplex): void {
  if (!duplex.destroyed && !duplex.readableEnded) duplex.push(null);
}
