import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest } from '../../http/request.js';
import type { LiveExchange } from '../answer/live-exchange.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalExchange } from '../api/local-exchange.js';
import { warnOfListener } from '../function/listener-warning.js';
import { toError } from '../function/thrown.js';
import { type Inspected, inspect } from '../inspect/inspector.js';
import { checkListenOptions } from './check-listen-options.js';
import { type LocalServer, startServer } from './http-server.js';
import type { ListenOptions } from './listen-options.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** An API to serve. */
export interface ListeningApi {
  readonly exchange: (request: HttpRequest) => Promise<LocalExchange>;
  readonly respond: (request: HttpRequest) => Promise<LiveExchange>;
  readonly exchanges: readonly LocalExchange[];
  readonly limits: LocalLimits;
  /** The path in front of every route. */
  readonly prefix: string;
}

/** Starts a server for an API. */
export async function listen(api: ListeningApi, port: number, settings: ListenOptions): Promise<LocalServer> {
  checkListenOptions(port, settings);
  const { inspect: isInspected, ...options } = settings;
  const inspected: Inspected = { exchanges: api.exchanges, replay: (request) => api.exchange(request).catch(warnOfListener) };
  return startServer(
    (message, response) => {
      answer(message, response, api, isInspected ? inspected : undefined).catch((error: unknown) => response.destroy(toError(error)));
    },
    { ...options, port, prefix: api.prefix },
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
  await writeResponse(shown ?? (await respond(request, api)), response, !isWhole);
}

async function respond(request: HttpRequest, api: ListeningApi): Promise<LiveExchange['sent']> {
  const { sent, done } = await api.respond(request);
  done.catch(warnOfListener);
  return sent;
}
