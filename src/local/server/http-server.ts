import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { JSON_TYPE } from '../../aws/media-types.js';
import { timerOf } from '../function/timer.js';
import { isMalformed } from './check-message.js';
import { type Connections, watchConnections } from './connections.js';
import type { ListenOptions } from './listen-options.js';

/** A server on this machine. */
export interface LocalServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening, lets requests that are being answered finish for a while, and closes all connections. */
  close(): Promise<void>;
}

/** How a server listens; checked before. */
export interface ServerOptions extends Omit<ListenOptions, 'inspect'> {
  /** The port. Default: one that is free. */
  readonly port?: number;
  /** Takes a connection that asks for another protocol. Default: the request is answered as any other. */
  readonly upgrade?: (message: IncomingMessage, socket: Duplex, head: Uint8Array) => void;
}

/** Default of `closeTimeout`, in milliseconds. */
export const CLOSE_TIMEOUT = 5000;

/** Largest request line and headers that the parser takes, in bytes: more than any gateway, so that the gateway's own limit answers. */
const MAX_PARSED_HEAD = 65_536 + 1024;

/** What is answered to bytes that are no request, by the parser's code. assumed: neither AWS's bytes nor its statuses are recorded. */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
const BAD_REQUEST = '{"message":"Bad Request"}';
const EXPECTATION_FAILED = '{"message":"Expectation Failed"}';

/** Starts a server. */
export async function startServer(
  answer: (message: IncomingMessage, response: ServerResponse) => void,
  { port = 0, host = '127.0.0.1', clientTimeout = 30_000, closeTimeout = CLOSE_TIMEOUT, upgrade }: ServerOptions = {},
): Promise<LocalServer> {
  const patience = Number.isFinite(clientTimeout) ? Math.ceil(clientTimeout) : 0; // to Node, 0 is endless
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
    if (message.socket.destroyed) return; // it has sent too many requests ahead, and the parser goes on with what it has
    // assumed: RFC 9112, section 3, asks for this status; nobody has recorded the body.
    if (isMalformed(message)) decline(response, 400, BAD_REQUEST);
    else answer(message, response);
  });
  server.on('checkExpectation', (message, response) => {
    connections.attend(message, response);
    if (isMalformed(message)) decline(response, 400, BAD_REQUEST);
    // assumed: RFC 9110, section 10.1.1, allows this status.
    else decline(response, 417, EXPECTATION_FAILED);
  });
  server.on('connect', (_, socket) => refuse(socket)); // a gateway is not a proxy, and Node would close without an answer
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refuse(socket, code));
  if (upgrade !== undefined) {
    server.on('upgrade', (message, socket, head) => {
      connections.release(message);
      if (isMalformed(message)) refuse(socket);
      else upgrade(message, socket, head);
    });
  }
  await startListening(server, port, host);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server, host),
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
    const timer = timerOf(milliseconds, () => server.closeAllConnections());
    server.close((error) => {
      clearTimeout(timer);
      if (error === undefined) resolve();
      else reject(error);
    });
    connections.end();
  });
}

/** Answers a request in place of the gateway, whose own answer to it is not known. */
function decline(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': JSON_TYPE, 'Content-Length': text.length, Connection: 'close' }).end(text);
}

/**
 * Answers bytes that are no valid request, and closes the connection.
 *
 * @param code the code of Node's error. Default: a bad request.
 */
export function refuse(socket: Duplex, code?: string): void {
  if (code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy(); // nobody listens, or an answer is under way that another would be mixed into
    return;
  }
  const status = code !== undefined && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : '400 Bad Request';
  const fields = `Content-Type: ${JSON_TYPE}\r\nContent-Length: ${BAD_REQUEST.length}\r\nConnection: close`;
  endWith(`HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\n${fields}\r\n\r\n${BAD_REQUEST}`, socket);
}

/** Sends the last bytes of a connection and closes it, whether or not the client closes its side. */
export function endWith(bytes: string | Uint8Array, socket: Duplex): void {
  socket.once('finish', () => socket.destroy()).end(bytes);
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
