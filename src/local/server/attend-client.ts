import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { GOING_AWAY } from '../../aws/close-codes.js';
import type { ConnectedApi } from '../answer/connected-api.js';
import type { Close, GatewayConnection } from '../answer/websocket-connection.js';
import { startTimer } from '../function/timer.js';
import { closeAfter, FAILED, NOT_TEXT, TOO_LARGE, VANISHED } from './close-codes.js';
import { createFrameMeter } from './frame-meter.js';
import { createMessageQueue } from './message-queue.js';

/** The longest time between two checks for an idle connection, in milliseconds. */
const IDLE_CHECK = 30_000;

/** How much may wait for a client that reads slowly, in bytes. assumed: AWS has a limit, but does not document it. */
const MOST_UNSENT = 1024 * 1024;

/** Returns whether too much waits for a client that reads slowly. */
export function isFull(client: WebSocket): boolean {
  return client.bufferedAmount > MOST_UNSENT;
}

/** Sends a close frame, and keeps reading for the client's. */
export function closeClient(client: WebSocket, { code, reason }: Close): void {
  client.close(code, reason);
  client.resume();
}

/** Handles the messages of an open connection. Calls `leave` when it is closed. Returns a function that handles a message like the client's. */
export function attendClient(
  client: WebSocket,
  socket: Duplex,
  connection: GatewayConnection,
  api: ConnectedApi,
  leave: (close: Close) => void,
): (message: string) => void {
  let cause: Close | undefined;
  function end(close: Close): void {
    cause ??= close;
    closeClient(client, close);
  }
  const queue = createMessageQueue({
    handle: (message) => reply(message, client, connection, queue.update).catch(() => end(FAILED)),
    isFull: () => isFull(client),
    pause() {
      if (client.readyState === client.OPEN) client.pause();
    },
    resume: () => client.resume(),
  });
  const meter = createFrameMeter(api.limits.maxFrame, () => end(TOO_LARGE));
  socket.prependListener('data', meter);
  const stopTimers = startTimers(connection, api, () => end(GOING_AWAY));
  client.on('ping', queue.update); // pongs wait for a slow client, too
  client.on('error', (error) => {
    cause ??= closeAfter(error);
  });
  const isOpen = (): boolean => cause === undefined && client.readyState === client.OPEN;
  client.on('message', (data, isBinary) => {
    if (!isOpen()) return;
    if (isBinary) end(NOT_TEXT);
    else queue.add(String(data));
  });
  client.once('close', (code, reason) => {
    stopTimers();
    leave(cause ?? (code === VANISHED.code ? VANISHED : { code, reason: String(reason) }));
  });
  return (message) => {
    if (isOpen()) queue.add(message);
  };
}

/** Handles a message and sends the result of its route. Calls `sent` when it has gone out. */
async function reply(message: string, client: WebSocket, connection: GatewayConnection, sent: () => void): Promise<void> {
  const { response } = await connection.message(message);
  if ('frame' in response && response.frame !== undefined && client.readyState === client.OPEN) client.send(response.frame, sent);
}

/** Calls `end` when the connection has been idle or open for too long. Returns a function that stops the timers. */
function startTimers({ connectionId }: GatewayConnection, { limits, connections, settings }: ConnectedApi, end: () => void): () => void {
  const { now = Date.now } = settings;
  const duration = startTimer(limits.duration, end);
  const idle = setInterval(
    () => {
      const last = connections.connections.get(connectionId)?.lastActiveAt ?? 0;
      if (now() - last >= limits.idle) end();
    },
    Math.min(Math.max(10, limits.idle / 20), IDLE_CHECK),
  );
  return () => {
    clearInterval(idle);
    clearTimeout(duration);
  };
}
