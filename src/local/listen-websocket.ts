import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { firstValueOf } from '../http/field-syntax.js';
import { toHttp1Bytes } from '../http/http1.js';
import type { HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { statusTextOf } from '../http/status-text.js';
import { encodeText } from '../http/text.js';
import { createFrameMeter } from './frame-meter.js';
import { type LocalServer, startServer } from './http-server.js';
import { inspect } from './inspector.js';
import type { ListenOptions } from './listen.js';
import { readRequest } from './read-request.js';
import { type Close, type ConnectedApi, createConnection, type GatewayConnection } from './websocket-connection.js';
import type { WebsocketExchange } from './websocket-exchange.js';
import { writeResponse } from './write-response.js';

/** What listens. */
export interface ListeningWebsocketApi extends ConnectedApi {
  readonly exchanges: readonly WebsocketExchange[];
}

// recorded: what ten idle minutes leave. assumed: two hours leave the same.
const GONE: Close = { code: 1001, reason: 'Going away' };
// documented: the codes of a message that is too large, and of one that is no text.
const TOO_LARGE: Close = { code: 1009, reason: 'Message too long' };
const NO_TEXT: Close = { code: 1003, reason: 'Unsupported data' };

// assumed: what a client leaves that sends no close frame.
const VANISHED: Close = { code: 1006, reason: 'Connection closed abnormally' };

/** How much of what is posted is read, in bytes: as much as the management API takes (documented), and the piece that goes beyond. */
const MAX_POSTED = 128 * 1024;

/** Serves a WebSocket API. */
export async function listenWebsocket(
  api: ListeningWebsocketApi,
  port: number,
  { inspect: isInspected = false, ...options }: ListenOptions,
): Promise<LocalServer> {
  const protocols = new WeakMap<IncomingMessage, string>();
  const sockets = await createSockets(api, protocols);
  /** Sockets whose handshake is not answered yet. */
  const waiting = new Set<Duplex>();
  const server = await startServer(
    (message, response) => void answer(message, response, api, isInspected).catch(() => response.destroy()),
    {
      ...options,
      port,
      upgrade(message, socket, head) {
        socket.on('error', () => socket.destroy());
        waiting.add(socket);
        upgrade(message, socket, Buffer.from(head), sockets, protocols, api)
          .catch(() => socket.destroy())
          .finally(() => waiting.delete(socket));
      },
    },
  );
  return {
    url: server.url,
    async close() {
      for (const socket of waiting) socket.destroy();
      for (const client of sockets.clients) client.close(GONE.code, GONE.reason);
      const ended = Promise.all([...sockets.clients].map((client) => new Promise((gone) => client.once('close', gone))));
      const timer = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, 1000);
      await ended;
      clearTimeout(timer);
      await server.close();
    },
  };
}

async function createSockets({ limits }: ConnectedApi, protocols: WeakMap<IncomingMessage, string>): Promise<WebSocketServer> {
  const { WebSocketServer: Sockets } = await import('ws').catch(() => {
    throw new Error('A WebSocket API on a socket needs the package ws. Install it: npm install ws');
  });
  return new Sockets({
    noServer: true,
    maxPayload: limits.maxMessage,
    perMessageDeflate: false,
    handleProtocols: (_, message) => protocols.get(message) ?? false,
  });
}

/** Answers what is no handshake: the management API, and nothing else. */
async function answer(message: IncomingMessage, response: ServerResponse, api: ListeningWebsocketApi, isInspected: boolean): Promise<void> {
  const { request, isWhole } = await readRequest(message, MAX_POSTED);
  const shown = isInspected ? await inspect(request, api) : undefined;
  await writeResponse(shown ?? api.connections.handle(request), response, !isWhole);
}

async function upgrade(
  message: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  sockets: WebSocketServer,
  protocols: WeakMap<IncomingMessage, string>,
  api: ListeningWebsocketApi,
): Promise<void> {
  const { request } = await readRequest(message);
  if (!isHandshake(request)) {
    socket.end(toHttp1Bytes(BAD_REQUEST));
    return;
  }
  const connection = createConnection(request, api);
  let client: WebSocket | undefined;
  const { response } = await connection.open({
    send: (text) => client?.send(new TextDecoder().decode(text)),
    close: () => client?.close(1000),
  });
  if (!('status' in response)) return;
  if (response.status !== 101) {
    socket.end(toHttp1Bytes(response));
    return;
  }
  const protocol = firstValueOf(response.headers, 'sec-websocket-protocol');
  if (protocol !== undefined) protocols.set(message, protocol);
  sockets.handleUpgrade(message, socket, head, (opened) => {
    client = opened;
    attend(opened, socket, connection, api);
  });
  // The client has left while the function was asked.
  if (client === undefined) await connection.closed(VANISHED);
}

/** Stays with an open connection until it is closed. */
function attend(client: WebSocket, socket: Duplex, connection: GatewayConnection, { limits, connections, settings }: ConnectedApi): void {
  const { now = Date.now } = settings;
  let cause: Close | undefined;
  const end = (close: Close): void => {
    cause ??= close;
    client.close(close.code, close.reason);
  };
  socket.prependListener(
    'data',
    createFrameMeter(limits.maxFrame, () => end(TOO_LARGE)),
  );
  const idle = setInterval(
    () => {
      const last = connections.connections.get(connection.connectionId)?.lastActiveAt ?? 0;
      if (now() - last >= limits.idle) end(GONE);
    },
    Math.max(10, limits.idle / 20),
  );
  const duration = setTimeout(() => end(GONE), limits.duration);
  client.on('error', () => undefined); // what is wrong with a frame is in the code of the close
  client.on('message', (data, isBinary) => {
    if (cause !== undefined) return;
    if (isBinary) end(NO_TEXT);
    else void reply(String(data), client, connection);
  });
  client.once('close', (code, reason) => {
    clearInterval(idle);
    clearTimeout(duration);
    void connection.closed(cause ?? (code === VANISHED.code ? VANISHED : { code, reason: String(reason) }));
  });
}

async function reply(text: string, client: WebSocket, connection: GatewayConnection): Promise<void> {
  const { response } = await connection.message(text);
  if ('frame' in response && response.frame !== undefined && client.readyState === client.OPEN) client.send(response.frame);
}

/** RFC 6455, section 4.2.1, as far as a gateway has to look before it asks anybody. */
function isHandshake({ method, headers }: HttpRequest): boolean {
  const isKey = /^[+/0-9A-Za-z]{22}==$/.test(firstValueOf(headers, 'sec-websocket-key') ?? '');
  const isWebsocket = firstValueOf(headers, 'upgrade')?.toLowerCase() === 'websocket';
  return method === 'GET' && isKey && isWebsocket && firstValueOf(headers, 'sec-websocket-version') === '13';
}

const BAD_REQUEST: HttpResponse = {
  status: 400,
  statusText: statusTextOf(400),
  headers: [
    ['Content-Type', 'application/json'],
    ['Content-Length', '25'],
    ['Connection', 'close'],
  ],
  body: encodeText('{"message":"Bad Request"}'),
};
