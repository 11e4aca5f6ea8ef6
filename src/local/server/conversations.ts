import { queryOf } from '../../http/percent.js';
import type { ConnectedApi } from '../answer/connected-api.js';
import type { ConnectionsApi } from '../answer/connections-api.js';
import { connectLocally } from '../answer/local-connection.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import type { Conversations } from '../inspect/inspector.js';
import { createPostLog, type PostLog } from '../inspect/post-log.js';

/** The conversations of a served API, for the inspection page. */
export interface ServedConversations extends Conversations {
  /** Called when a client connects. `receive` handles a message as if the client had sent it. */
  join(connectionId: string, receive: (message: string) => void): void;
  /** Called when a client has left. */
  leave(connectionId: string): void;
}

/** Watches the conversations of an API. */
export function watchConversations<T extends ConnectedApi & { readonly exchanges: readonly WebsocketExchange[] }>(
  api: T,
  prefix: string,
): { readonly api: T; readonly conversations: ServedConversations } {
  const log = createPostLog(api.settings.now ?? Date.now, () => api.exchanges.at(-1)?.index ?? 0);
  const receivers = new Map<string, (message: string) => void>();
  const watched = { ...api, connections: withLog(api.connections, log) };
  return {
    api: watched,
    conversations: {
      posts: log.posts,
      open: () => [...api.connections.connections.keys()],
      join: (connectionId, receive) => receivers.set(connectionId, receive),
      leave: (connectionId) => receivers.delete(connectionId),
      async send({ connectionId, request }, message) {
        const receive = receivers.get(connectionId);
        if (receive !== undefined) {
          receive(message);
          return undefined;
        }
        const { target, headers } = request;
        const client = await connectLocally({ query: queryOf(target), headers }, prefix, watched);
        const sent = client.isOpen ? await client.send(message) : undefined;
        await client.close();
        return sent?.index;
      },
    },
  };
}

/** Keeps what functions post to clients. */
function withLog(connections: ConnectionsApi, log: PostLog): ConnectionsApi {
  return {
    ...connections,
    connect(connectionId, details = {}) {
      const { client } = details;
      if (client === undefined) return connections.connect(connectionId, details);
      function send(message: Uint8Array): void {
        log.add(connectionId, message);
        client?.send(message);
      }
      return connections.connect(connectionId, { ...details, client: { ...client, send } });
    },
  };
}
