import type { Target } from '../aws/target.js';
import type { LocalApi } from '../local/local-api.js';
import type { LocalWebsocketApi } from '../local/local-websocket-api.js';
import type { LocalServer } from '../local/server/http-server.js';
import { isDebugged } from './debugged.js';
import { exchangeLines } from './exchange-lines.js';
import type { Io } from './io.js';
import { toListenError } from './listen-error.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import { keepLoaded, loadAll } from './reload.js';
import type { ServedModule } from './served-modules.js';
import { UsageError } from './usage-error.js';

/** An API to serve, and what to print about it. */
export interface ServedApi {
  readonly api: Pick<LocalApi | LocalWebsocketApi, 'listen'>;
  /** What it is: `HTTP API, payload 2.0`. */
  readonly title: string;
  /** Its routes: key, and who answers. */
  readonly rows: readonly (readonly [key: string, answerer: string])[];
  /** What else to know about it, in sentences. */
  readonly notes?: readonly string[];
}

/** Where and how to serve. */
export interface ServingOptions {
  readonly host: string;
  /** Of the first API. The others have the ports after it. 0: a free port each. */
  readonly port: number;
  readonly inspect: boolean;
  readonly reload: boolean;
}

/** The name of each target in the line about the server. */
export const TARGET_NAMES: Readonly<Record<Target, string>> = {
  rest: 'REST API',
  'http-1.0': 'HTTP API, payload 1.0',
  'http-2.0': 'HTTP API, payload 2.0',
  'function-url': 'function URL',
  websocket: 'WebSocket API',
};

/** How many exchanges `serve` keeps for the inspection page. */
export const KEPT_EXCHANGES = 100;

/** Serves APIs until the command is stopped. */
export async function serveApis(
  apis: readonly ServedApi[],
  modules: readonly ServedModule[],
  options: ServingOptions,
  io: Io,
): Promise<void> {
  if (options.host === '') throw new UsageError('--host is empty.', 'Write --host 127.0.0.1, or 0.0.0.0 to let other computers in.');
  const stopped = io.stopped();
  const servers: LocalServer[] = [];
  try {
    for (const [index, served] of apis.entries()) servers.push(await listen(served, portOf(options.port, index), options, io));
    if (isDebugged()) io.write('A debugger can attach, so there are no time limits.\n');
    io.write('\n');
    const stopWatching = options.reload ? keepLoaded(modules, io) : loadAll(modules, io);
    await waitForStop(stopped);
    stopWatching();
  } finally {
    await Promise.all([...servers.map((server) => server.close()), ...modules.map(({ module }) => module.close())]);
  }
}

function portOf(port: number, index: number): number {
  return port === 0 ? 0 : port + index;
}

/** An address that means every address of this computer. The inspection page answers only at a loopback address. */
const ANY_ADDRESS = /\/\/(?:0|0\.0\.0\.0|\[[0:]+\])(?=:\d+)/;

/** Starts the server of an API, and prints where it is. */
async function listen(served: ServedApi, port: number, { host, inspect }: ServingOptions, io: Io): Promise<LocalServer> {
  const { api, title, rows, notes = [] } = served;
  const server = await api.listen(port, { host, inspect }).catch((error: unknown) => {
    throw toListenError(error, host, port);
  });
  const [url, origin] = [server.url, server.origin].map((text) => text.replace(ANY_ADDRESS, '//127.0.0.1')) as [string, string]; // two of two
  io.write(`Serving ${paint(url, 'cyan', io.isColoured)}  (${printable(title)})\n`);
  const width = rows.reduce((most, [key]) => Math.max(most, key.length), 0);
  for (const [key, answerer] of rows) io.write(`${printable(`  ${key.padEnd(width)}   ${answerer}`)}\n`);
  if (inspect) io.write(`Inspect requests at ${paint(`${origin}/@inspect`, 'cyan', io.isColoured)}\n`);
  for (const note of notes) io.write(`${printable(note)}\n`);
  return server;
}

/** Returns the listener that prints every exchange. `name` says of which API, if there are several. */
export function logTo(io: Io, name?: string): (exchange: Parameters<typeof exchangeLines>[0]) => void {
  const front = name === undefined ? '' : `${paint(`[${printable(name)}]`, 'dim', io.isColoured)} `;
  return (exchange) => {
    const [first = '', ...more] = exchangeLines(exchange, io.isColoured);
    for (const line of [`${front}${first}`, ...more]) io.write(`${line}\n`);
  };
}

function waitForStop(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
