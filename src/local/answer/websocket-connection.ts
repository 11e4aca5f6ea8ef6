import { NO_CLOSE_CODE } from '../../aws/close-codes.js';
import { asHandshake } from '../../events/headers/handshake.js';
import { readRequest } from '../../events/request/sent-request.js';
import { selectRoute } from '../../events/routing/select-route.js';
import type { Gateway } from '../../gateway/gateway.js';
import { encodeBody } from '../../http/encode-body.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { wellFormed } from '../../http/text.js';
import { gatewayId, invocationId } from '../api/exchange-ids.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import type { ConnectedApi } from './connected-api.js';
import type { ConnectionClient } from './connections-api.js';
import { answerHandshake, callRoute, type Step, type StepSettings } from './websocket-steps.js';

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
  const sent = readRequest(request);
  const { now, ids: given } = api.settings;
  const connectedAt = now();
  // The settings and the request of a step replace values of these two. That is many times faster than adding keys to a copy.
  let settings: StepSettings = { ...api.settings, ids: {}, connectedAt, route: '$default', routeResponse: false };
  const ofMessage = { ...request, body: new Uint8Array(0) };

  async function exchange(step: (gateway: StepSettings, awsRequestId: string) => Promise<Step>): Promise<WebsocketExchange> {
    const index = api.next('exchange');
    const startedAt = now();
    const start = performance.now();
    const own = { requestId: gatewayId('Xr', index), messageId: gatewayId('Xm', index) };
    const ids = { ...own, ...given, connectionId };
    const done = await step({ ...settings, ids, now: () => startedAt }, api.awsRequestId ?? invocationId(index));
    const { route, event, response, result, error, authorization } = done;
    const duration = performance.now() - start;
    const exchanged: WebsocketExchange = {
      index,
      startedAt,
      duration,
      connectionId,
      request: done.request,
      route,
      event,
      response,
      result,
      error,
      authorization,
    };
    await api.record(exchanged);
    return exchanged;
  }

  return {
    connectionId,
    async open(client) {
      const done = await exchange(async (gateway, awsRequestId) => {
        const { added, ...step } = await answerHandshake(request, gateway, awsRequestId, api);
        settings = { ...settings, ...added };
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
      const key = selectRoute(text, api.selection, api.selectable);
      const message = { request: { ...ofMessage, body: encodeBody(text) }, sent: { ...sent, body: wellFormed(text) } };
      return exchange((gateway, awsRequestId) => callRoute(key, message, gateway, awsRequestId, api));
    },
    leave(close) {
      api.connections.disconnect(connectionId);
      return exchange((gateway, awsRequestId) => {
        const closed = close.code === NO_CLOSE_CODE.code ? gateway : { ...gateway, close };
        return callRoute('$disconnect', { request, sent }, closed, awsRequestId, api);
      });
    },
  };
}
