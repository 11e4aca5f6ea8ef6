import { connect, type Socket } from 'node:net';

/** How long a connection may stay open, in ticks of 100 ms. A process that was stopped meanwhile misses ticks. */
const PATIENCE = 200;

/**
 * Opens a connection to a server, and returns everything that the server sends until the connection is closed.
 *
 * @param url the URL of the server, of which only the port counts.
 * @param sent what is sent, for the error.
 * @param use sends it, once the connection is open.
 * @throws Error if the connection stays open.
 */
export async function talkRaw(url: string, sent: string, use: (socket: Socket) => void): Promise<Buffer> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => use(socket));
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('error', () => undefined); // the connection was reset, and `close` follows
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks >= PATIENCE) socket.destroy();
  }, 100);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(timer);
  if (ticks >= PATIENCE) throw new Error(`A connection stays open after ${JSON.stringify(sent)}`);
  return Buffer.concat(parts);
}
