import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** What node:http read from one connection. */
export interface NodeReading {
  /** The requests that it read to the end. */
  readonly requests: { method: string; target: string; headers: [name: string, value: string][]; body: string }[];
  /** Whether it rejected anything, or read no request. */
  isRejected: boolean;
}

/** Number of connections open at the same time. The operating system limits how many can wait for a server. */
const CONNECTIONS = 200;

/** Sends each string to a node:http server on a separate connection, and returns what the server read. */
export async function readWithNode(texts: readonly string[]): Promise<NodeReading[]> {
  const readings = new Map<number | undefined, NodeReading>();
  const readingOf = (port: number | undefined): NodeReading => readings.get(port) ?? { requests: [], isRejected: true };
  const server = createServer((message, response) => void answer(message, response, readingOf(message.socket.remotePort)));
  server.maxHeadersCount = 0;
  server.on('connection', ({ remotePort }) => readings.set(remotePort, { requests: [], isRejected: false }));
  server.on('clientError', (_, socket) => {
    // The socket of a server is a net.Socket. Its port identifies the connection.
    const { remotePort } = socket as typeof socket & { remotePort?: number };
    readingOf(remotePort).isRejected = true;
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has an AddressInfo
  const read: NodeReading[] = [];
  for (let start = 0; start < texts.length; start += CONNECTIONS) {
    const ports = await Promise.all(texts.slice(start, start + CONNECTIONS).map((text) => send(port, text)));
    // Collect the readings before the next connections reuse the ports.
    for (const { requests, isRejected } of ports.map(readingOf)) read.push({ requests, isRejected: isRejected || requests.length === 0 });
  }
  await new Promise((resolve) => server.close(resolve));
  return read;
}

async function answer(message: IncomingMessage, response: ServerResponse, { requests }: NodeReading): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of message) parts.push(part);
  } catch {
    return; // the connection ended too early, which `clientError` reports
  }
  const { method = '', url = '', rawHeaders } = message;
  requests.push({ method, target: url, headers: pairs(rawHeaders), body: Buffer.concat(parts).toString('latin1') });
  response.end();
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
}

/** Sends a string, one byte for each character. Returns the client's port when the connection has ended. */
function send(port: number, text: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let localPort: number | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      localPort = socket.localPort;
      socket.end(Buffer.from(text, 'latin1'));
    });
    socket.on('error', () => undefined); // the connection was reset, and `close` follows
    socket.on('close', () => resolve(localPort));
    socket.resume();
  });
}
