import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest } from '../../http/request.js';
import type { LiveExchange } from '../answer/live-exchange.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalExchange } from '../api/local-exchange.js';
import { warnOfListener } from '../function/listener-warning.js';
import { toError } from '../function/thrown.js';
import { type Inspected, inspect } from '../inspect/inspector.js';
import { type LocalServer, type ServerOptions, startServer } from './http-server.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** How a local API listens. */
export interface ListenOptions extends Omit<ServerOptions, 'port' | 'upgrade'> {
  /** Whether the path `/@inspect` shows the last exchanges, and replays them, to this machine's browsers. Default: `false`. */
  readonly inspect?: boolean;
}

/** What listens. */
export interface ListeningApi {
  readonly exchange: (request: HttpRequest) => Promise<LocalExchange>;
  readonly respond: (request: HttpRequest) => Promise<LiveExchange>;
  readonly exchanges: readonly LocalExchange[];
  readonly limits: LocalLimits;
}

/** Serves an API. */
export function listen(api: ListeningApi, port: number, { inspect: isInspected, ...options }: ListenOptions): Promise<LocalServer> {
  const inspected: Inspected = { exchanges: api.exchanges, replay: (request) => api.exchange(request).catch(warnOfListener) };
  return startServer(
    (message, response) => {
      answer(message, response, api, isInspected ? inspected : undefined).catch((error: unknown) => response.destroy(toError(error)));
    },
    { ...options, port },
  );
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  api: ListeningApi,
  inspected: Inspected | undefined,
): Promise<void> {
  const { request, isWhole } = await readRequest(message, api.limits.maxBody);
  const shown = inspected && (await inspect(request, inspected));
  await writeResponse(shown ?? (await answered(request, api)), response, !isWhole);
}

async function answered(request: HttpRequest, api: ListeningApi): Promise<LiveExchange['sent']> {
  const { sent, done } = await api.respond(request);
  done.catch(warnOfListener);
  return sent;
}
