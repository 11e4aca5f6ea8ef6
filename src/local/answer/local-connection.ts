import { NO_CLOSE_CODE } from '../../aws/close-codes.js';
import { checkRequestShape } from '../../events/request/check-request-shape.js';
import { checkNames, checkShapes, checkValue, invalidOption } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { RenderedResponse } from '../../render/types.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { warnOfListener } from '../function/listener-warning.js';
import type { ConnectedApi } from './connected-api.js';
import { type Close, createConnection } from './websocket-connection.js';

/** The handshake of a client without a server. */
export interface HandshakeInit {
  /** The query, such as `token=abc`. Default: none. */
  readonly query?: string;
  /** Headers besides those of every handshake. Default: none. */
  readonly headers?: Iterable<HttpField> | Readonly<Record<string, string>>;
}

/** A client that is connected without a socket. */
export interface LocalConnection {
  readonly connectionId: string;
  /** The response to the handshake. There is a connection only if its status is 101. */
  readonly response: RenderedResponse;
  /** The messages that the client has received, in order: from routes, and from functions that posted. */
  readonly received: readonly string[];
  /** Whether the connection is open. */
  readonly isOpen: boolean;
  /** Sends a message and waits for the exchange. Throws a `TypeError` if the connection is closed. */
  send(message: string): Promise<WebsocketExchange>;
  /** Closes the connection and waits for `$disconnect`. */
  close(code?: number, reason?: string): Promise<void>;
}

/** The request of a handshake. */
function handshakeOf(init: HandshakeInit, prefix: string): HttpRequest {
  const shapes = { query: { is: 'string', example: "a query such as 'token=abc'" } } as const;
  if (!isObject(init)) throw invalidOption(['handshake'], 'an object', init, "Pass an object such as { query: 'token=abc' }.");
  checkNames(init, ['query', 'headers'], []);
  checkShapes(init, shapes, []);
  const { query, headers = [] }: HandshakeInit = init;
  if (typeof headers !== 'object' || headers === null) {
    const must = 'an object, or an array of [name, value] pairs';
    throw invalidOption(['headers'], must, headers, "Pass headers such as { Authorization: 'Bearer abc' }.");
  }
  const fields = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const target = query === undefined ? prefix : `${prefix}?${query}`;
  const request: HttpRequest = { method: 'GET', target, headers: fields, sourceIp: '127.0.0.1' };
  checkRequestShape(request);
  return request;
}

/** Connects a client without a server. */
export async function connectLocally(init: HandshakeInit, prefix: string, api: ConnectedApi): Promise<LocalConnection> {
  const connection = createConnection(handshakeOf(init, prefix), api);
  const received: string[] = [];
  let isOpen = false;
  async function leave(close: Close): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await connection.leave(close);
  }
  const { response } = await connection.open({
    send: (message) => received.push(new TextDecoder().decode(message)),
    // assumed: the code of a connection that the API closes.
    close: () => void leave({ code: 1000, reason: '' }).catch(warnOfListener),
  });
  if (!('status' in response)) throw new TypeError('The answer to a handshake must be a response.');
  isOpen = response.status === 101;
  return {
    connectionId: connection.connectionId,
    response,
    received,
    get isOpen() {
      return isOpen;
    },
    async send(message) {
      if (!isOpen) throw new TypeError('The connection is closed.');
      checkValue(message, { is: 'string', example: 'the message as a string' }, ['message']);
      const exchange = await connection.message(message);
      if ('frame' in exchange.response && exchange.response.frame !== undefined && isOpen) received.push(exchange.response.frame);
      return exchange;
    },
    close: (code = NO_CLOSE_CODE.code, reason = '') => leave({ code, reason }),
  };
}
