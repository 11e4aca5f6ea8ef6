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

/** Watches the connections of a server. Node counts a connection that has sent nothing, or half a head, as busy. Here it is idle. */
export function watchConnections(server: Server): Connections {
  /** How many responses each connection waits for. */
  const pending = new Map<Socket, number>();
  let isEnding = false;
  function count(socket: Socket, change: number): void {
    const before = pending.get(socket);
    if (before === undefined) return;
    pending.set(socket, before + change);
    if (before + change > MOST_PENDING) socket.destroy();
  }
  function endIdle(): void {
    for (const [socket, answers] of pending) if (answers === 0) socket.destroy();
  }
  server.on('connection', (socket) => {
    pending.set(socket, 0);
    socket.once('close', () => pending.delete(socket));
  });
  return {
    attend({ socket }, response) {
      count(socket, 1);
      response.once('close', () => {
        count(socket, -1);
        if (isEnding) setImmediate(endIdle);
      });
    },
    release({ socket }) {
      pending.delete(socket);
    },
    end() {
      isEnding = true;
      endIdle();
    },
  };
}
