import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, and how many responses each waits for. */
export interface Connections {
  /** Counts a request until its response is sent. */
  attend(message: IncomingMessage, response: ServerResponse): void;
  /** Forgets a connection that changes to another protocol. */
  release(message: IncomingMessage): void;
  /** Closes idle connections now, and the others when they have their responses. */
  end(): void;
}

/**
 * How many responses a connection may wait for, because a client can send requests without reading the responses. Beyond that, the server
 * closes the connection. assumed: AWS's limit is not known.
 */
const MOST_PENDING = 100;

/** What a connection waits for. */
interface Pending {
  responses: number;
}

/** Watches the connections of a server. Node counts a connection that has sent nothing, or half a head, as busy. Here it is idle. */
export function watchConnections(server: Server): Connections {
  const open = new Map<Socket, Pending>();
  let isEnding = false;
  function endIdle(): void {
    for (const [socket, pending] of open) if (pending.responses === 0) socket.destroy();
  }
  server.on('connection', (socket) => {
    open.set(socket, { responses: 0 });
    socket.once('close', () => open.delete(socket));
  });
  return {
    attend({ socket }, response) {
      const pending = open.get(socket);
      if (pending === undefined) return;
      pending.responses += 1;
      if (pending.responses > MOST_PENDING) socket.destroy();
      response.on('close', () => {
        pending.responses -= 1;
        if (isEnding) setImmediate(endIdle);
      });
    },
    release({ socket }) {
      open.delete(socket);
    },
    end() {
      isEnding = true;
      endIdle();
    },
  };
}
