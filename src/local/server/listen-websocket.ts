import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { GOING_AWAY } from '../../aws/close-codes.js';
import { MAX_MESSAGE } from '../../aws/limits.js';
import { lastValueOf } from '../../http/field-values.js';
import { toHttp1Bytes } from '../../http/http1.js';
import type { HttpRequest } from '../../http/request.js';
import type { ConnectedApi } from '../answer/connected-api.js';
import { forbid } from '../answer/connections-api.js';
import { type Close, createConnection, type GatewayConnection } from '../answer/websocket-connection.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { warnOfListener } from '../function/listener-warning.js';
import { waitUpTo } from '../function/wait-up-to.js';
import { type Inspected, inspect } from '../inspect/inspector.js';
import { isFromThisMachine } from '../inspect/local-caller.js';
import { attendClient, closeClient, isFull } from './attend-client.js';
import { checkListenOptions } from './check-listen-options.js';
import { VANISHED } from './close-codes.js';
import { type ServedConversations, watchConversations } from './conversations.js';
import { CLOSE_TIMEOUT, endWith, type LocalServer, refuse, startServer } from './http-server.js';
import type { ListenOptions } from './listen-options.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** An API to serve. */
export interface ListeningWebsocketApi extends ConnectedApi {
  readonly exchanges: readonly WebsocketExchange[];
  /** The path of the API. */
  readonly prefix: string;
}

/** An API on a socket. */
interface ServedApi extends ListeningWebsocketApi {
  /** Calls of `$disconnect` that have not ended. The server waits for them before it closes. */
  readonly leaving: Set<Promise<unknown>>;
  readonly sockets: WebSocketServer;
  /** The subprotocols that `$connect` chose, by handshake. */
  readonly protocols: WeakMap<IncomingMessage, string>;
  /** `undefined` without the inspection page. */
  readonly conversations: ServedConversations | undefined;
}

/** How long a client may take to answer a close frame, in milliseconds. */
const GOODBYE = 1000;

/** Starts a server for a WebSocket API. */
export async function listenWebsocket(
  { record, ...rest }: ListeningWebsocketApi,
  port: number,
  settings: ListenOptions,
): Promise<LocalServer> {
  checkListenOptions(port, settings);
  const { inspect: isInspected = false, ...options } = settings;
  const protocols: ServedApi['protocols'] = new WeakMap();
  const sockets = await createSockets(rest.limits.maxMessage, protocols);
  const served = { ...rest, record: (exchange: WebsocketExchange) => void tryToRecord(exchange, record) };
  const { prefix, exchanges } = served;
  const watched = isInspected ? watchConversations(served, prefix) : undefined;
  const conversations = watched?.conversations;
  const api: ServedApi = { ...(watched?.api ?? served), leaving: new Set(), sockets, protocols, conversations };
  const inspected: Inspected | undefined = conversations && { run: randomUUID(), target: 'websocket', prefix, exchanges, conversations };
  /** Sockets that wait for the answer to their handshake. */
  const waiting = new Set<Duplex>();
  const server = await startServer(
    (head, message, response) => void answer(head, message, response, api, inspected).catch(() => response.destroy()),
    {
      ...options,
      port,
      upgrade(request, message, socket, first) {
        socket.on('error', () => socket.destroy());
        waiting.add(socket);
        upgrade(request, message, socket, Buffer.from(first), api)
          .catch(() => socket.destroy())
          .finally(() => waiting.delete(socket));
      },
    },
  );
  const { closeTimeout = CLOSE_TIMEOUT } = options;
  async function close(): Promise<void> {
    for (const socket of waiting) socket.destroy();
    await dismissClients(sockets, Math.min(GOODBYE, closeTimeout));
    await waitUpTo(closeTimeout, Promise.all(api.leaving));
    await server.close();
  }
  let closing: Promise<void> | undefined;
  return {
    url: `${server.origin.replace('http', 'ws')}${rest.prefix}`,
    origin: server.origin,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

async function createSockets(maxPayload: number, protocols: ServedApi['protocols']): Promise<WebSocketServer> {
  const { WebSocketServer: Sockets } = await import('ws').catch(() => {
    throw new Error('The server of a WebSocket API needs the package ws. Install it: npm install ws');
  });
  return new Sockets({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    handleProtocols: (_, message) => protocols.get(message) ?? false,
  });
}

async function tryToRecord(exchange: WebsocketExchange, record: ConnectedApi['record']): Promise<void> {
  try {
    await record(exchange);
  } catch (error) {
    warnOfListener(error);
  }
}

/** Answers a request for the inspection page or the management API. Neither is for clients of the API. */
async function answer(
  head: HttpRequest,
  message: IncomingMessage,
  response: ServerResponse,
  api: ServedApi,
  inspected: Inspected | undefined,
): Promise<void> {
  const { request, isWhole } = await readRequest(message, head, MAX_MESSAGE);
  const page = inspected && (await inspect(request, inspected));
  const isAllowed = isFromThisMachine(request);
  await writeResponse(page ?? (isAllowed ? api.connections.handle(request) : forbid(NOT_A_CLIENT)), response, !isWhole);
}

const NOT_A_CLIENT = 'Forbidden: only a program on this computer may call @connections, at 127.0.0.1 or localhost.';

/** Answers a handshake. */
async function upgrade(request: HttpRequest, message: IncomingMessage, socket: Duplex, first: Buffer, api: ServedApi): Promise<void> {
  if (!isHandshake(request)) {
    refuse(socket);
    return;
  }
  const connection = createConnection(request, api);
  let client: WebSocket | undefined;
  const { response } = await connection.open({
    send: (text) => client?.send(new TextDecoder().decode(text)),
    close: () => client && closeClient(client, { code: 1000, reason: '' }),
    isFull: () => client !== undefined && isFull(client),
  });
  if (!('status' in response)) return;
  if (response.status !== 101) {
    endWith(toHttp1Bytes(response), socket);
    return;
  }
  const protocol = lastValueOf(response.headers, 'sec-websocket-protocol');
  if (protocol !== undefined) api.protocols.set(message, protocol);
  api.sockets.handleUpgrade(message, socket, first, (opened) => {
    client = opened;
    const receive = attendClient(opened, socket, connection, api, (close) => leave(connection, close, api));
    api.conversations?.join(connection.connectionId, receive);
  });
  // The client has left during the handshake.
  if (client === undefined) leave(connection, VANISHED, api);
}

/** Checks the parts of a handshake that RFC 6455, section 4.2.1, requires. */
function isHandshake({ method, headers }: HttpRequest): boolean {
  const isKey = /^[+/0-9A-Za-z]{22}==$/.test(lastValueOf(headers, 'sec-websocket-key') ?? '');
  const isWebsocket = lastValueOf(headers, 'upgrade')?.toLowerCase() === 'websocket';
  return method === 'GET' && isKey && isWebsocket && lastValueOf(headers, 'sec-websocket-version') === '13';
}

/** Calls `$disconnect`. */
function leave(connection: GatewayConnection, close: Close, { leaving, conversations }: ServedApi): void {
  conversations?.leave(connection.connectionId);
  const left = connection.leave(close).catch(() => undefined); // the exchange has what a function throws
  leaving.add(left);
  void left.then(() => leaving.delete(left));
}

/** Closes all connections. Clients that don't answer are cut off. */
async function dismissClients({ clients }: WebSocketServer, milliseconds: number): Promise<void> {
  const ended = Promise.all([...clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  for (const client of clients) closeClient(client, GOING_AWAY);
  const timer = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, milliseconds);
  await ended;
  clearTimeout(timer);
}
