import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { JSON_TYPE } from '../../aws/media-types.js';
import { GatewayError } from '../../gateway/error.js';
import { isMalformed } from './check-message.js';

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
  /** The address to listen on. Default: `127.0.0.1`; one that is no loopback address lets other machines in. */
  readonly host?: string;
  /** How long a client may take to send its request, in milliseconds. Default: 30000. */
  readonly clientTimeout?: number;
  /** How long a closing server waits for requests that are being answered, in milliseconds. Default: 5000. */
  readonly closeTimeout?: number;
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

/**
 * Starts a server.
 *
 * @throws GatewayError when the host is an empty text, which would let every machine in.
 */
export async function startServer(
  answer: (message: IncomingMessage, response: ServerResponse) => void,
  { port = 0, host = '127.0.0.1', clientTimeout = 30_000, closeTimeout = CLOSE_TIMEOUT, upgrade }: ServerOptions = {},
): Promise<LocalServer> {
  if (host === '')
    throw new GatewayError('invalid-option', ['host'], '`host` is empty.', "Remove it, or pass '0.0.0.0' to let other machines in.");
  const server = createServer({
    maxHeaderSize: MAX_PARSED_HEAD,
    headersTimeout: clientTimeout,
    requestTimeout: clientTimeout,
    connectionsCheckingInterval: Math.min(clientTimeout, 5000),
    noDelay: true,
    requireHostHeader: false,
  });
  server.maxHeadersCount = 0; // their size is limited, not their number
  const connections = watchConnections(server);
  server.on('request', (message, response) => {
    connections.attend(message, response);
    // assumed: RFC 9112, section 3, asks for this status; nobody has recorded the body.
    if (isMalformed(message)) decline(response, 400, BAD_REQUEST);
    else answer(message, response);
  });
  // assumed: RFC 9110, section 10.1.1, allows this status.
  server.on('checkExpectation', (message, response) => {
    connections.attend(message, response);
    if (isMalformed(message)) decline(response, 400, BAD_REQUEST);
    else decline(response, 417, EXPECTATION_FAILED);
  });
  server.on('connect', (_, socket) => refuse({}, socket)); // a gateway is not a proxy, and Node would close without an answer
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket));
  if (upgrade !== undefined) {
    server.on('upgrade', (message, socket, head) => {
      if (isMalformed(message)) return refuse({}, socket);
      connections.release(message);
      upgrade(message, socket, head);
    });
  }
  await listening(server, port, host);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server, host),
    close() {
      closing ??= closed(server, connections, closeTimeout);
      return closing;
    },
  };
}

/** The connections of a server, and which of them wait for no answer. */
interface Connections {
  /** Hears of a request that is to be answered. */
  attend(message: IncomingMessage, response: ServerResponse): void;
  /** Hears that a connection speaks another protocol: whoever speaks it ends it. */
  release(message: IncomingMessage): void;
  /** Ends the connections that wait for no answer: at once, or when they have it. */
  end(): void;
}

/** Node counts a connection that has sent nothing, or half a head, as busy; it waits for no answer. */
function watchConnections(server: Server): Connections {
  /** Answers under way, by connection. */
  const pending = new Map<Socket, number>();
  let isEnding = false;
  const count = (socket: Socket, change: number): void => {
    const answers = pending.get(socket);
    if (answers !== undefined) pending.set(socket, answers + change);
  };
  const endIdle = (): void => {
    for (const [socket, answers] of pending) if (answers === 0) socket.destroy();
  };
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

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server, connections: Connections, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
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

function refuse({ code = '' }: { readonly code?: string | undefined }, socket: Duplex): void {
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
