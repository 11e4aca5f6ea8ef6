import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { GOING_AWAY } from '../../aws/close-codes.js';
import { MAX_MESSAGE } from '../../aws/limits.js';
import { JSON_TYPE } from '../../aws/media-types.js';
import { firstValueOf } from '../../http/field-syntax.js';
import { toHttp1Bytes } from '../../http/http1.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { type Close, type ConnectedApi, createConnection, type GatewayConnection } from '../answer/websocket-connection.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { warnOfListener } from '../function/listener-warning.js';
import { timerOf } from '../function/timer.js';
import { within } from '../function/within.js';
import { inspect } from '../inspect/inspector.js';
import { createFrameMeter } from './frame-meter.js';
import { CLOSE_TIMEOUT, type LocalServer, startServer } from './http-server.js';
import type { ListenOptions } from './listen.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** What listens. */
export interface ListeningWebsocketApi extends ConnectedApi {
  readonly exchanges: readonly WebsocketExchange[];
}

// recorded: what ten idle minutes leave. assumed: two hours leave the same.
const GONE: Close = GOING_AWAY;
// documented: the codes of a message that is too large, and of one that is no text.
const TOO_LARGE: Close = { code: 1009, reason: 'Message too long' };
const NO_TEXT: Close = { code: 1003, reason: 'Unsupported data' };

// assumed: what a client leaves that sends no close frame.
const VANISHED: Close = { code: 1006, reason: 'Connection closed abnormally' };

/**
 * The codes with which `ws` closes on a frame that it does not take, by the error's code; any other is one of the protocol, 1002. The close
 * event has 1006 then, as the client's own frame is not read any more.
 */
const BROKEN: Readonly<Record<string, number>> = {
  WS_ERR_INVALID_UTF8: 1007,
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 1009,
  WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH: 1009,
};
const BROKEN_PROTOCOL = 1002;

// assumed: the code of a message that no event can be made of, for the settings of the API.
const FAILED = 1011;

/** How often a connection is looked at for whether it is idle, in milliseconds, at the least. */
const IDLE_CHECK = 30_000;

/** How long a client may take to answer a close frame, in milliseconds. */
const GOODBYE = 1000;

/** How much of what is posted is read, in bytes: as much as the management API takes (documented), and the piece that goes beyond. */
const MAX_POSTED = MAX_MESSAGE;

/** Serves a WebSocket API. */
export async function listenWebsocket(
  { record, ...rest }: ListeningWebsocketApi,
  port: number,
  { inspect: isInspected = false, ...options }: ListenOptions,
): Promise<LocalServer> {
  const api: ServedApi = { ...rest, record: (exchange) => void recorded(exchange, record), leaving: new Set() };
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
  const { closeTimeout = CLOSE_TIMEOUT } = options;
  async function close(): Promise<void> {
    for (const socket of waiting) socket.destroy();
    await dismiss(sockets, Math.min(GOODBYE, closeTimeout));
    await within(closeTimeout, Promise.all(api.leaving));
    await server.close();
  }
  let closing: Promise<void> | undefined;
  return {
    url: server.url,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** An API on a socket. */
interface ServedApi extends ListeningWebsocketApi {
  /** What is heard of connections that have ended: a server that closes waits for it. */
  readonly leaving: Set<Promise<unknown>>;
}

async function recorded(exchange: WebsocketExchange, record: ConnectedApi['record']): Promise<void> {
  try {
    await record(exchange);
  } catch (error) {
    warnOfListener(error);
  }
}

/** Closes all connections; clients that do not answer are cut off. */
async function dismiss({ clients }: WebSocketServer, milliseconds: number): Promise<void> {
  const ended = Promise.all([...clients].map((client) => new Promise((gone) => client.once('close', gone))));
  for (const client of clients) client.close(GONE.code, GONE.reason);
  const timer = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, milliseconds);
  await ended;
  clearTimeout(timer);
}

/** Tells the API that a connection has ended. */
function leave(connection: GatewayConnection, close: Close, { leaving }: ServedApi): void {
  const left = connection.closed(close).catch(() => undefined); // what a function throws is in the exchange
  leaving.add(left);
  void left.then(() => leaving.delete(left));
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
  api: ServedApi,
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
  if (client === undefined) leave(connection, VANISHED, api);
}

/** Stays with an open connection until it is closed. */
function attend(client: WebSocket, socket: Duplex, connection: GatewayConnection, api: ServedApi): void {
  const { limits, connections, settings } = api;
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
    Math.min(Math.max(10, limits.idle / 20), IDLE_CHECK),
  );
  const duration = timerOf(limits.duration, () => end(GONE));
  client.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    cause ??= { code: BROKEN[code] ?? BROKEN_PROTOCOL, reason: '' };
  });
  client.on('message', (data, isBinary) => {
    if (cause !== undefined) return;
    if (isBinary) end(NO_TEXT);
    else reply(String(data), client, connection).catch(() => client.close(FAILED));
  });
  client.once('close', (code, reason) => {
    clearInterval(idle);
    clearTimeout(duration);
    leave(connection, cause ?? (code === VANISHED.code ? VANISHED : { code, reason: String(reason) }), api);
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
    ['Content-Type', JSON_TYPE],
    ['Content-Length', '25'],
    ['Connection', 'close'],
  ],
  body: encodeText('{"message":"Bad Request"}'),
};
