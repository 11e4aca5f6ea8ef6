import { WebSocket } from 'ws';
import { MALFORMED_REQUESTS } from '../http/malformed-requests.js';
import { talkRaw } from '../raw-client.js';
import type { Servers } from './servers.js';

/** One connection: opened, used well or badly, and closed by either side. */
export type Visit = (servers: Servers) => Promise<void>;

/** Every kind of visit, good and bad. They take turns. */
export const VISITS: readonly Visit[] = [
  sends('GET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '200'),
  sends('POST /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello', '200'),
  sends('GET /large HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '200'),
  sends('GET /none HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '404'),
  sends('GET /throws HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '500'),
  sends('GET /wrong HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '500'),
  sends('GET /module/works HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n'),
  leaves('GET /large HTTP/1.1\r\nHost: h\r\n\r\n'),
  leaves('POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 500\r\n\r\nhalf'),
  ...MALFORMED_REQUESTS.map(({ text }) => sends(text)),
  talks,
  vanishes,
];

/** Visits that cost a thread. There are fewer of them. */
export const COSTLY_VISITS: readonly Visit[] = [
  sends('GET /module/exits HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '500'),
  sends('GET /module/waits HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '500'),
  async (servers) => {
    await servers.reload();
    await sends('GET /module/works HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '200')(servers);
  },
];

/** Sends bytes, one for each character, and waits until the server closes the connection. */
function sends(text: string, status?: string): Visit {
  return async ({ http }) => {
    // Closing half of the connection would abort a running request.
    const answer = await talkRaw(http.url, text, (socket) => {
      if (status === undefined) socket.end(text, 'latin1');
      else socket.write(text, 'latin1');
    });
    const head = answer.toString('latin1', 0, 20);
    if (status !== undefined && head.split(' ')[1] !== status) throw new Error(`${JSON.stringify(text)} got ${JSON.stringify(head)}`);
  };
}

/** Sends a request, and goes away without a word. */
function leaves(text: string): Visit {
  return async ({ http }) => {
    await talkRaw(http.url, text, (socket) => {
      socket.write(text, 'latin1', () => socket.destroy());
    });
  };
}

/** A conversation that ends well. */
async function talks({ websocket }: Servers): Promise<void> {
  const client = new WebSocket(websocket.url);
  await once(client, 'open');
  client.send('{"action":"say"}');
  await once(client, 'message');
  client.close();
  await once(client, 'close');
}

/** A client of a WebSocket API that sends nonsense and disappears. */
async function vanishes({ websocket }: Servers): Promise<void> {
  const client = new WebSocket(websocket.url);
  await once(client, 'open');
  client.send(Buffer.from([1, 2, 3]));
  client.send('x'.repeat(40_000));
  client.terminate();
  await once(client, 'close');
}

function once(client: WebSocket, event: 'open' | 'message' | 'close'): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once(event, () => resolve());
    client.once('error', reject);
  });
}
