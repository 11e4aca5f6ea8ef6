import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A server on this machine. */
export interface LocalServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening, lets requests that are being answered finish for a while, and closes all connections. */
  close(): Promise<void>;
}

/** How a server listens. */
export interface ServerOptions {
  /** The port. Default: one that is free. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`; any other lets other machines in. */
  readonly host?: string;
  /** How long a client may take to send its request, in milliseconds. Default: 30000. */
  readonly clientTimeout?: number;
  /** How long a closing server waits for requests that are being answered, in milliseconds. Default: 5000. */
  readonly closeTimeout?: number;
  /** Takes a connection that asks for another protocol. Default: the request is answered as any other. */
  readonly upgrade?: (message: IncomingMessage, socket: Duplex, head: Uint8Array) => void;
}

/** Largest request line and headers that the parser takes, in bytes: more than any gateway, so that the gateway's own limit answers. */
const MAX_PARSED_HEAD = 65_536 + 1024;

/** What is answered to bytes that are no request, by the parser's code. assumed: neither AWS's bytes nor its statuses are recorded. */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
const BAD_REQUEST = '{"message":"Bad Request"}';

/** Starts a server. */
export async function startServer(
  answer: (message: IncomingMessage, response: ServerResponse) => void,
  { port = 0, host = '127.0.0.1', clientTimeout = 30_000, closeTimeout = 5000, upgrade }: ServerOptions = {},
): Promise<LocalServer> {
  const server = createServer({
    maxHeaderSize: MAX_PARSED_HEAD,
    headersTimeout: clientTimeout,
    requestTimeout: clientTimeout,
    connectionsCheckingInterval: Math.min(clientTimeout, 5000),
    noDelay: true,
  });
  let isClosing = false;
  server.on('request', (message, response) => {
    // A connection that was answered while the server closes would stay open until the client leaves.
    response.once('close', () => isClosing && setImmediate(() => server.closeIdleConnections()));
    answer(message, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket));
  if (upgrade !== undefined) server.on('upgrade', upgrade);
  await listening(server, port, host);
  return {
    url: urlOf(server, host),
    close() {
      isClosing = true;
      return closed(server, closeTimeout);
    },
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
    server.close((error) => {
      clearTimeout(timer);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}

function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy(); // there is nobody to tell, or an answer is under way that another would be mixed into
    return;
  }
  const status = REFUSALS[code] ?? '400 Bad Request';
  const fields = `Content-Type: application/json\r\nContent-Length: ${BAD_REQUEST.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\n${fields}\r\n\r\n${BAD_REQUEST}`);
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
