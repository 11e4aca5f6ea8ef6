import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { JSON_TYPE } from '../../aws/media-types.js';
import type { HttpRequest } from '../../http/request.js';
import { startTimer } from '../function/timer.js';
import { isMalformed } from './check-message.js';
import { type Connections, watchConnections } from './connections.js';
import type { ListenOptions } from './listen-options.js';
import { readHead } from './read-request.js';

/** A running server. */
export interface LocalServer {
  /** The URL that a client calls, with the stage or the base path: `http://127.0.0.1:3000/prod`, or `ws://…` for a WebSocket API. */
  readonly url: string;
  /** The server alone, such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Stops the server. Running requests get `closeTimeout` to finish; idle connections are closed at once. */
  close(): Promise<void>;
}

/** How a server listens. */
export interface ServerOptions extends Omit<ListenOptions, 'inspect'> {
  /** The port. Default: one that is free. */
  readonly port?: number;
  /** The path in front of every route, such as `/prod`. Default: none. */
  readonly prefix?: string;
  /** Called for a connection that asks for another protocol. Default: the request is answered like any other. */
  readonly upgrade?: (request: HttpRequest, message: IncomingMessage, socket: Duplex, first: Uint8Array) => void;
}

/** Default of `closeTimeout`, in milliseconds. */
export const CLOSE_TIMEOUT = 5000;

/** The largest request line and headers that the parser reads, in bytes. More than any gateway's limit, so that the gateway answers. */
const MAX_PARSED_HEAD = 1_048_576 + 1024;

/** The status for an invalid request, by the code of the parser's error; 400 for any other. assumed: nobody has recorded AWS's. */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
const BAD_REQUEST = '{"message":"Bad Request"}';
const EXPECTATION_FAILED = '{"message":"Expectation Failed"}';

/**
 * Starts a server.
 *
 * @param answer called for each request with everything but its body.
 */
export async function startServer(
  answer: (head: HttpRequest, message: IncomingMessage, response: ServerResponse) => void,
  { port = 0, host = '127.0.0.1', clientTimeout = 30_000, closeTimeout = CLOSE_TIMEOUT, prefix = '', upgrade }: ServerOptions = {},
): Promise<LocalServer> {
  const patience = Number.isFinite(clientTimeout) ? Math.ceil(clientTimeout) : 0; // for Node, 0 means no limit
  const server = createServer({
    maxHeaderSize: MAX_PARSED_HEAD,
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.ceil(Math.min(clientTimeout, 5000)),
    noDelay: true,
    requireHostHeader: false,
  });
  server.maxHeadersCount = 0; // their size is limited, not their number
  const connections = watchConnections(server);
  server.on('request', (message, response) => {
    connections.attend(message, response);
    if (message.socket.destroyed) return; // the client sent too many requests ahead, and the parser continues with what it has
    const head = readHead(message);
    // assumed: RFC 9112, section 3, asks for this status; nobody has recorded the body.
    if (isMalformed(message, head)) decline(response, 400, BAD_REQUEST);
    else answer(head, message, response);
  });
  server.on('checkExpectation', (message, response) => {
    connections.attend(message, response);
    if (isMalformed(message, readHead(message))) decline(response, 400, BAD_REQUEST);
    // assumed: RFC 9110, section 10.1.1, allows this status.
    else decline(response, 417, EXPECTATION_FAILED);
  });
  server.on('connect', (_, socket) => refuse(socket)); // a gateway is not a proxy, and Node would close without an answer
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refuse(socket, code));
  if (upgrade !== undefined) {
    server.on('upgrade', (message, socket, first) => {
      connections.release(message);
      const head = readHead(message);
      if (isMalformed(message, head)) refuse(socket);
      else upgrade(head, message, socket, first);
    });
  }
  await startListening(server, port, host);
  const origin = originOf(server, host);
  let closing: Promise<void> | undefined;
  return {
    url: `${origin}${prefix}`,
    origin,
    close() {
      closing ??= closeServer(server, connections, closeTimeout);
      return closing;
    },
  };
}

function startListening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server, connections: Connections, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = startTimer(milliseconds, () => server.closeAllConnections());
    server.close((error) => {
      clearTimeout(timer);
      if (error === undefined) resolve();
      else reject(error);
    });
    connections.end();
  });
}

/** Answers a request that no gateway would handle. */
function decline(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': JSON_TYPE, 'Content-Length': text.length, Connection: 'close' }).end(text);
}

/**
 * Answers an invalid request and closes the connection.
 *
 * @param code the code of Node's error. Default: a bad request.
 */
export function refuse(socket: Duplex, code?: string): void {
  if (code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy(); // the client is gone, or another answer has begun
    return;
  }
  const status = code !== undefined && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : '400 Bad Request';
  const fields = `Content-Type: ${JSON_TYPE}\r\nContent-Length: ${BAD_REQUEST.length}\r\nConnection: close`;
  endWith(`HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\n${fields}\r\n\r\n${BAD_REQUEST}`, socket);
}

/** Sends the last bytes of a connection and closes it, even if the client keeps its side open. */
export function endWith(bytes: string | Uint8Array, socket: Duplex): void {
  socket.once('finish', () => socket.destroy()).end(bytes);
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
