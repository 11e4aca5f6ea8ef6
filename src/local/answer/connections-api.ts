import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import { MAX_MESSAGE } from '../../aws/limits.js';
import { JSON_TYPE } from '../../aws/media-types.js';
import { checkRequestShape } from '../../events/request/check-request-shape.js';
import { checkShape, checkValue, type Shape } from '../../gateway/check-shape.js';
import { decodePath } from '../../http/percent.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { reliableClock } from '../function/reliable-clock.js';

/** An open connection, as the management API knows it. */
export interface Connection {
  /** When the connection opened, in milliseconds since the Unix epoch. */
  readonly connectedAt: number;
  /** When the connection was last active, in milliseconds since the Unix epoch. */
  lastActiveAt: number;
  /** The client's address. */
  readonly sourceIp: string;
  /** The client's User-Agent. */
  readonly userAgent: string;
  /** The messages that were posted, in order. Empty if there is a client, which receives them. */
  readonly messages: Uint8Array[];
  /** Who receives the messages. Absent if they are kept instead. */
  readonly client?: ConnectionClient;
}

/** The client of a connection. */
export interface ConnectionClient {
  /** Sends a message that was posted. */
  send(message: Uint8Array): void;
  /** Called when the API closes the connection. */
  close(): void;
  /** Returns whether the client reads too slowly for more messages. A post is then answered with 429. Default: never. */
  isFull?(): boolean;
}

/** Data about a new connection. */
export type ConnectionDetails = Partial<Pick<Connection, 'connectedAt' | 'sourceIp' | 'userAgent' | 'client'>>;

/** A fake of the API that functions use to post to clients: `POST`, `GET` and `DELETE` of `/{stage}/@connections/{id}`. */
export interface ConnectionsApi {
  /** The open connections, by id. */
  readonly connections: ReadonlyMap<string, Connection>;
  /** Opens a connection. */
  connect(connectionId: string, details?: ConnectionDetails): Connection;
  /** Removes a connection, as if its client had left. The API then answers 410 Gone. */
  disconnect(connectionId: string): void;
  /** Answers a request as the management API does. If `allows` throws, this throws its error. */
  handle(request: HttpRequest): HttpResponse;
}

/** Settings of a fake management API. */
export interface ConnectionsApiInit {
  /**
   * Returns `true` if the caller has the permission `execute-api:ManageConnections`; for any other value, the answer is 403. Default: every
   * caller has it.
   */
  allows?: (request: HttpRequest) => boolean;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
  /** The path before `/@connections`: the stage, or the base path of a custom domain; `''` for none. Default: any single segment. */
  readonly stage?: string;
}

/** documented: the methods of a connection. assumed: any other is answered with 403, whether or not the connection exists. */
const METHODS: ReadonlySet<string> = new Set(['POST', 'GET', 'DELETE']);
const SHAPES = {
  allows: { is: 'function', example: 'a function that returns true or false' },
  now: { is: 'function', example: 'a function that returns milliseconds since the Unix epoch, such as Date.now' },
  stage: { is: 'string', example: "the name of a stage, such as 'prod'" },
} as const satisfies Record<keyof ConnectionsApiInit, Shape>;
const DETAIL_SHAPES = {
  connectedAt: { from: 0, to: 8.64e15, example: 'milliseconds since the Unix epoch, such as Date.now()' },
  sourceIp: { is: 'string', example: "an address such as '203.0.113.1'" },
  userAgent: { is: 'string', example: "'curl/8.5.0'" },
  client: { is: 'object', example: 'an object with the methods send and close' },
} as const satisfies Record<keyof ConnectionDetails, Shape>;
/** The path before `/@connections`, and the id of the connection. */
const PATH = /^(?:\/(.*))?\/@connections\/([^/]+)$/;

/**
 * Creates a fake of API Gateway's management API, for functions that post to WebSocket clients.
 *
 * @param init who may post, the clock, and the stage of its URLs. Default: everybody, and any stage.
 * @throws GatewayError `invalid-option` if an option has the wrong type.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 * @example
 * ```ts
 * import { createConnectionsApi } from 'apigw-proxy/local';
 *
 * const api = createConnectionsApi();
 * api.connect('Xc1A2b3C4d5E6fG=');
 * const body = new TextEncoder().encode('hello');
 * const { status } = api.handle({ method: 'POST', target: '/prod/@connections/Xc1A2b3C4d5E6fG%3D', headers: [], body });
 * console.log(status, api.connections.get('Xc1A2b3C4d5E6fG=')?.messages.length); // => 200 1
 * ```
 */
export function createConnectionsApi(init: ConnectionsApiInit = {}): ConnectionsApi {
  checkShape(init, { fields: SHAPES, example: "settings such as { stage: 'prod' }" }, ['init']);
  const { allows = () => true, stage } = init;
  const now = reliableClock(init.now);
  const connections = new Map<string, Connection>();
  return {
    connections,
    connect(connectionId, details = {}) {
      checkValue(connectionId, { is: 'name', example: "an id such as 'Xc1A2b3C4d5E6fG='" }, ['connectionId']);
      checkShape(details, { fields: DETAIL_SHAPES, example: 'details of the client' }, ['details']);
      const { connectedAt = now(), sourceIp = DEFAULT_SOURCE_IP, userAgent = '', client } = details;
      const known = { connectedAt, lastActiveAt: connectedAt, sourceIp, userAgent, messages: [] };
      const connection: Connection = client === undefined ? known : { ...known, client };
      connections.set(connectionId, connection);
      return connection;
    },
    disconnect(connectionId) {
      connections.delete(connectionId);
    },
    handle(request) {
      checkRequestShape(request);
      const [, front = '', id] = PATH.exec(request.target.split('?', 1)[0] ?? '') ?? [];
      // assumed: a wrong stage gets the same answer as a caller without permission.
      if (id === undefined || !isStage(front, stage) || allows(request) !== true) return forbid();
      if (!METHODS.has(request.method)) return fail(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
      const connectionId = decodePath(id);
      const connection = connections.get(connectionId);
      if (connection === undefined) return fail(410, 'GoneException');
      if (request.method === 'POST') return post(request.body ?? new Uint8Array(0), connection, now());
      if (request.method === 'GET') return describeConnection(connection);
      connections.delete(connectionId);
      connection.client?.close();
      return answer(204, []);
    },
  };
}

/** Checks whether the path before `/@connections` is that of the API. */
function isStage(front: string, stage: string | undefined): boolean {
  return stage === undefined ? /^[^/]+$/.test(front) : front === stage;
}

/** The answer to a caller without permission. */
export function forbid(message = 'Forbidden'): HttpResponse {
  return fail(403, 'ForbiddenException', message);
}

function post(body: Uint8Array, connection: Connection, now: number): HttpResponse {
  if (body.length > MAX_MESSAGE) return fail(413, 'PayloadTooLargeException', 'Message too large');
  // documented: for a client whose buffer is full.
  // @see
  //   https://docs.aws.amazon.com/botocore/latest/reference/services/apigatewaymanagementapi/client/exceptions/LimitExceededException.html
  if (connection.client?.isFull?.()) return fail(429, 'LimitExceededException');
  if (connection.client === undefined) connection.messages.push(body);
  else connection.client.send(body);
  connection.lastActiveAt = now;
  return answer(200, []);
}

function describeConnection({ connectedAt, lastActiveAt, sourceIp, userAgent }: Connection): HttpResponse {
  const details = { connectedAt: isoOf(connectedAt), identity: { sourceIp, userAgent }, lastActiveAt: isoOf(lastActiveAt) };
  return answer(200, [], JSON.stringify(details));
}

/** The answer to a request that fails. */
function fail(status: number, errorType: string, message?: string): HttpResponse {
  return answer(status, [['x-amzn-ErrorType', errorType]], message === undefined ? '' : JSON.stringify({ message }));
}

function answer(status: number, fields: readonly HttpField[], text = ''): HttpResponse {
  const body = encodeText(text);
  const headers: HttpField[] = [...fields, ['Content-Type', JSON_TYPE], ['Content-Length', `${body.length}`]];
  return { status, statusText: statusTextOf(status), headers: status === 204 ? fields : headers, body };
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
