import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Target } from '../../aws/target.js';
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
  readonly target: Target;
  /** The part of the URL path before the path of a route. */
  readonly prefix: string;
  readonly exchange: (request: HttpRequest) => Promise<LocalExchange>;
  readonly respond: (request: HttpRequest) => Promise<LiveExchange>;
  /** Returns the last exchanges. */
  readonly exchanges: () => readonly LocalExchange[];
  readonly limits: LocalLimits;
}

/** Starts a server for an API. */
export async function listen(api: ListeningApi, port: number, settings: ListenOptions): Promise<LocalServer> {
  checkListenOptions(port, settings);
  const { inspect: isInspected, ...options } = settings;
  const { prefix } = api;
  const inspected = isInspected ? inspectedOf(api) : undefined;
  return startServer(
    (head, message, response) => {
      answer(head, message, response, api, inspected).catch((error: unknown) => response.destroy(toError(error)));
    },
    { ...options, port, prefix },
  );
}

function inspectedOf(api: ListeningApi): Inspected {
  const { target, prefix } = api;
  return { run: randomUUID(), target, prefix, exchanges: api.exchanges(), send: (request) => sendAgain(request, api) };
}

async function answer(
  head: HttpRequest,
  message: IncomingMessage,
  response: ServerResponse,
  api: ListeningApi,
  inspected: Inspected | undefined,
): Promise<void> {
  const reading = readRequest(message, head, api.limits.maxBody);
  const { request, isWhole } = reading instanceof Promise ? await reading : reading;
  const shown = inspected && (await inspect(request, inspected));
  if (shown !== undefined) return writeResponse(shown, response, !isWhole);
  const { sent, done } = await api.respond(request);
  done.catch(warnOfListener);
  return writeResponse(sent, response, !isWhole);
}

/** Answers a request of the inspection page. Returns the number of the exchange, or `undefined` if `onExchange` threw. */
async function sendAgain(request: HttpRequest, api: ListeningApi): Promise<number | undefined> {
  try {
    const { index } = await api.exchange(request);
    return index;
  } catch (error) {
    warnOfListener(error);
    return undefined;
  }
}
