import { Duplex } from 'node:stream';

/**
 * Returns the two ends of a connection in memory: what is written to one can be read from the other. As with a socket, what was written
 * before an end was destroyed still arrives.
 */
export function connectInMemory(highWaterMark: number | undefined): readonly [near: Duplex, far: Duplex] {
  const near = createEnd(() => far, highWaterMark);
  const far: Duplex = createEnd(() => near, undefined);
  return [near, far];
}

interface End {
  /** Called when the end can take more. */
  wake?: (() => void) | undefined;
}

const ENDS = new WeakMap<Duplex, End>();

function createEnd(other: () => Duplex, highWaterMark: number | undefined): Duplex {
  const end: End = {};
  const duplex = new Duplex({
    ...(highWaterMark !== undefined && { highWaterMark }),
    read() {
      const { wake } = end;
      end.wake = undefined;
      wake?.();
    },
    write(chunk: Uint8Array, _, done) {
      const peer = ENDS.get(other());
      if (peer === undefined || other().destroyed || other().push(chunk)) done();
      else peer.wake = done;
    },
    final(done) {
      close(other());
      done();
    },
    destroy(error, done) {
      close(other());
      done(error);
    },
  });
  ENDS.set(duplex, end);
  return duplex;
}

function close(duplex: Duplex): void {
  if (!duplex.destroyed && !duplex.readableEnded) duplex.push(null);
}
