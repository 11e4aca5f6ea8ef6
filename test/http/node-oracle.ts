import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** What node:http has made of the bytes on one connection. */
export interface NodeReading {
  /** The requests that it has read to their end. */
  readonly requests: { method: string; target: string; headers: [name: string, value: string][]; body: string }[];
  /** Whether it has read nothing, or has refused anything. */
  isRefused: boolean;
}

/** How many connections are open at a time: fewer than the system lets wait for a server. */
const CONNECTIONS = 200;

/** Sends each text to a server of node:http, on a connection of its own, and returns what the server has read. */
export async function readWithNode(texts: readonly string[]): Promise<NodeReading[]> {
  const readings = new Map<number | undefined, NodeReading>();
  const readingOf = (port: number | undefined): NodeReading => readings.get(port) ?? { requests: [], isRefused: true };
  const server = createServer((message, response) => void answer(message, response, readingOf(message.socket.remotePort)));
  server.maxHeadersCount = 0;
  server.on('connection', ({ remotePort }) => readings.set(remotePort, { requests: [], isRefused: false }));
  server.on('clientError', (_, socket) => {
    // The socket of a server is a net.Socket; its port names the connection.
    const { remotePort } = socket as typeof socket & { remotePort?: number };
    readingOf(remotePort).isRefused = true;
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const read: NodeReading[] = [];
  for (let start = 0; start < texts.length; start += CONNECTIONS) {
    const ports = await Promise.all(texts.slice(start, start + CONNECTIONS).map((text) => send(port, text)));
    // Now, before the next connections can have the same ports.
    for (const { requests, isRefused } of ports.map(readingOf)) read.push({ requests, isRefused: isRefused || requests.length === 0 });
  }
  await new Promise((resolve) => server.close(resolve));
  return read;
}

async function answer(message: IncomingMessage, response: ServerResponse, { requests }: NodeReading): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of message) parts.push(part);
  } catch {
    return; // the connection has ended before the request has; `clientError` reports it
  }
  const { method = '', url = '', rawHeaders } = message;
  requests.push({ method, target: url, headers: pairs(rawHeaders), body: Buffer.concat(parts).toString('latin1') });
  response.end();
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
}

/** Sends a text, one byte a character, waits for the end of the connection, and returns the port that it was sent from. */
function send(port: number, text: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let localPort: number | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      localPort = socket.localPort;
      socket.end(Buffer.from(text, 'latin1'));
    });
    socket.on('error', () => undefined); // a reset; `close` follows
    socket.on('close', () => resolve(localPort));
    socket.resume();
  });
}
