import { NO_CLOSE_CODE } from '../../aws/close-codes.js';
import { asHandshake } from '../../events/headers/handshake.js';
import { selectRoute } from '../../events/routing/select-route.js';
import type { Gateway } from '../../gateway/gateway.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import { gatewayId, invocationId } from '../api/exchange-ids.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import type { ContextInit } from '../function/build-context.js';
import type { ConnectedApi } from './connected-api.js';
import type { ConnectionClient } from './connections-api.js';
import { answerHandshake, callRoute, type FoundByHandshake, type Step } from './websocket-steps.js';

/** Why a connection ended: code and reason of the close frame. */
export type Close = NonNullable<Gateway['close']>;

/** A connection, as the gateway sees it. */
export interface GatewayConnection {
  readonly connectionId: string;
  /** Calls the authorizer and `$connect`. The connection is open if the response has status 101. */
  open(client: ConnectionClient): Promise<WebsocketExchange>;
  /** Handles a text message of the client. */
  message(text: string): Promise<WebsocketExchange>;
  /** Calls `$disconnect`. */
  leave(close: Close): Promise<WebsocketExchange>;
}

/** Creates the connection that a handshake asks for. */
export function createConnection(handshake: HttpRequest, api: ConnectedApi): GatewayConnection {
  const connectionId = api.nameConnection(api.next('connection'));
  const request = asHandshake(handshake);
  const { now = Date.now } = api.settings;
  const connectedAt = now();
  /** What the handshake adds to the settings. */
  let found: FoundByHandshake = {};

  async function exchange(step: (gateway: Gateway<'websocket'>, context: ContextInit) => Promise<Step>): Promise<WebsocketExchange> {
    const index = api.next('exchange');
    const startedAt = now();
    const start = performance.now();
    const ids = { requestId: gatewayId('Xr', index), messageId: gatewayId('Xm', index), ...api.settings.ids, connectionId };
    const context = { awsRequestId: invocationId(index), ...api.context };
    const done = await step({ ...api.settings, ...found, ids, connectedAt, now: () => startedAt }, context);
    const { route, event, response, result, error, authorization } = done;
    const whole = { index, startedAt, duration: performance.now() - start, connectionId, request: done.request, route, event, response };
    const exchanged: WebsocketExchange = { ...whole, result, error, authorization };
    await api.record(exchanged);
    return exchanged;
  }

  return {
    connectionId,
    async open(client) {
      const done = await exchange(async (gateway, context) => {
        const { added, ...step } = await answerHandshake(request, gateway, context, api);
        found = added;
        return step;
      });
      if ('status' in done.response && done.response.status === 101) {
        const { sourceIp } = request;
        const userAgent = lastValueOf(request.headers, 'user-agent') ?? '';
        api.connections.connect(connectionId, { connectedAt, ...(sourceIp && { sourceIp }), userAgent, client });
      }
      return done;
    },
    message(text) {
      const connection = api.connections.connections.get(connectionId);
      if (connection !== undefined) connection.lastActiveAt = now();
      const key = selectRoute(
        text,
        api.selection,
        [...api.routes.keys()].filter((route) => !RESERVED.has(route)),
      );
      return exchange((gateway, context) => callRoute(key, { ...request, body: encodeText(text) }, gateway, context, api));
    },
    leave(close) {
      api.connections.disconnect(connectionId);
      return exchange((gateway, context) =>
        callRoute('$disconnect', request, { ...gateway, ...(close.code !== NO_CLOSE_CODE.code && { close }) }, context, api),
      );
    },
  };
}

/** Routes that a message cannot select by name. */
const RESERVED: ReadonlySet<string> = new Set(['$connect', '$disconnect', '$default']);
