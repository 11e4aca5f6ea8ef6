import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, and how many answers each waits for. */
export interface Connections {
  /** Counts a request that will be answered. */
  attend(message: IncomingMessage, response: ServerResponse): void;
  /** Leaves a connection to another protocol, which then ends it. */
  release(message: IncomingMessage): void;
  /** Ends the connections that wait for no answer; the others end when they have it. */
  end(): void;
}

/**
 * How many answers a connection may wait for; a client can send requests without reading the answers. With more, the server closes the
 * connection. assumed: AWS's limit is not known, and clients that send ahead send a few requests.
 */
const MOST_PENDING = 100;

/** Watches the connections of a server. Node counts a connection that has sent nothing, or half a head, as busy; here it counts as idle. */
export function watchConnections(server: Server): Connections {
  /** Answers under way, by connection. */
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
