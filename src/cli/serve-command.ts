import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Target } from '../aws/target.js';
import type { LocalHandler, LocalRoutes } from '../local/api/local-route.js';
import { createModuleHandler, type ModuleHandler } from '../local/function/module-handler.js';
import { createLocalApi } from '../local/local-api.js';
import { createLocalWebsocketApi } from '../local/local-websocket-api.js';
import type { LocalServer } from '../local/server/http-server.js';
import { type Command, EXIT, readArgs } from './command.js';
import { exchangeLines, thrownLines } from './exchange-lines.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type Settings, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import { UsageError } from './usage-error.js';
import { watchFolder } from './watch-folder.js';

const OPTIONS = {
  target: { type: 'string', default: 'http-2.0' },
  route: { type: 'string', multiple: true },
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  timeout: { type: 'string', default: '30' },
  'no-inspect': { type: 'boolean' },
  'no-reload': { type: 'boolean' },
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy serve FILE[#EXPORT] [options]   serve a handler on this machine

FILE is a module; EXPORT its handler's name, 'handler' without one.

  --target TARGET          http-2.0, or rest, http-1.0, function-url, websocket
  --route ROUTE            'GET /users/{id}'; repeatable; all paths without one
  --route ROUTE=FILE#EXPORT   a route with a handler of its own
  --port PORT              3000; 0: one that is free
  --host ADDRESS           127.0.0.1; any other lets other machines in
  --timeout SECONDS        of the function; 30
  --no-inspect             without the page /@inspect
  --no-reload              keep the handler when files of its folder change
${GATEWAY_HELP}
  apigw-proxy serve handler.mjs --target rest --route 'ANY /{proxy+}'
`;

/** Routes that take everything, by target. */
const ALL_ROUTES: Readonly<Record<Target, readonly string[]>> = {
  rest: ['ANY /', 'ANY /{proxy+}'],
  'http-1.0': ['$default'],
  'http-2.0': ['$default'],
  'function-url': ['$default'],
  websocket: ['$connect', '$disconnect', '$default'],
};

/** An address that stands for every one of this machine. The inspection page answers by the loopback's alone. */
const ANY_ADDRESS = /\/\/(?:0|0\.0\.0\.0|\[[0:]+\])(?=:\d+$)/;

export const serveCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('serve', args, OPTIONS);
    const [first, another] = positionals;
    if (another !== undefined) {
      throw new UsageError(`'${another}' is a second handler.`, "Give it a route of its own: --route 'GET /users=FILE'.");
    }
    const target = targetOf(values.target);
    const modules: Modules = new Map();
    const routes = handlersOf(values.route ?? ALL_ROUTES[target], first, modules);
    const { host } = values;
    if (host === '') throw new UsageError('--host names no address.', 'Write --host 127.0.0.1, or 0.0.0.0 to let other machines in.');
    const port = numberOf(values.port, '--port', 0, 65_535);
    const served: Served = {
      target,
      settings: settingsOf(values),
      routes,
      timeout: numberOf(values.timeout, '--timeout', 1, 900) * 1000,
      port,
      host,
      inspect: values['no-inspect'] !== true,
    };
    const stopped = io.stopped();
    const server = await start(served, io).catch((error: unknown) => {
      throw unlistened(error, host, port);
    });
    load(modules, io);
    const stopWatching = values['no-reload'] ? () => undefined : watch(modules, io);
    await untilStopped(stopped);
    stopWatching();
    await server.close();
    await Promise.all([...modules.values()].map(({ module }) => module.close()));
    return EXIT.ok;
  },
};

/** Handlers by how they were named: `handler.mjs#export`. */
type Modules = Map<string, ServedModule>;

interface ServedModule {
  readonly module: ModuleHandler;
  /** Where its sources are: its folder, and if the file is a link, the folder of what it leads to. */
  readonly folders: readonly string[];
}

interface Served {
  readonly target: Target;
  readonly settings: Settings;
  readonly routes: Readonly<Record<string, LocalHandler<unknown>>>;
  readonly timeout: number;
  readonly port: number;
  readonly host: string;
  readonly inspect: boolean;
}

async function start({ target, settings, routes, timeout, port, host, inspect }: Served, io: Io): Promise<LocalServer> {
  const context = { timeout };
  const onExchange = (exchange: Parameters<typeof exchangeLines>[0]): void => {
    for (const line of exchangeLines(exchange, io.isColoured)) io.write(`${line}\n`);
  };
  const api =
    target === 'websocket'
      ? createLocalWebsocketApi({ ...settings, routes: answering(routes), context, onExchange })
      : createLocalApi({ ...settings, target, routes, context, onExchange });
  const server = await api.listen(port, { host, inspect });
  const base = server.url.replace(ANY_ADDRESS, '//127.0.0.1');
  const url = target === 'websocket' ? base.replace('http', 'ws') : base;
  io.write(`${target} at ${paint(`${url}${api.prefix}`, 'cyan', io.isColoured)}\n`);
  for (const route of Object.keys(routes)) io.write(`  ${route}\n`);
  if (inspect) io.write(`${paint(`exchanges at ${base}/@inspect`, 'dim', io.isColoured)}\n`);
  return server;
}

/** Message routes with route responses, so that a client hears what the handler answers. */
function answering(routes: Readonly<Record<string, LocalHandler<unknown>>>): LocalRoutes<unknown> {
  return Object.fromEntries(Object.entries(routes).map(([key, handler]) => [key, { handler, routeResponse: true }]));
}

/** A handler by route; routes without one of their own have the first. */
function handlersOf(texts: readonly string[], first: string | undefined, modules: Modules): Record<string, LocalHandler<unknown>> {
  const routes = new Map<string, LocalHandler<unknown>>();
  for (const text of texts) {
    const at = text.indexOf('=');
    const [route, place] = at < 0 ? [text, first] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (routes.has(route)) throw new UsageError(`The route '${route}' is given twice.`, 'Leave one of the two out.');
    routes.set(route, handlerAt(place, modules));
  }
  if (first !== undefined && !modules.has(first)) {
    throw new UsageError(
      `Every --route has a handler of its own, and none is left for '${first}'.`,
      'Leave it out, or add a --route without a file.',
    );
  }
  return Object.fromEntries(routes);
}

function handlerAt(place: string | undefined, modules: Modules): LocalHandler<unknown> {
  if (place === undefined) throw new UsageError('There is no handler to serve.', 'Name its file: apigw-proxy serve handler.mjs');
  const known = modules.get(place) ?? moduleAt(place);
  modules.set(place, known);
  return known.module.handler;
}

function moduleAt(place: string): ServedModule {
  const { path, name } = placeOf(place);
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`There is no file '${path}'.`, 'Name the module that exports the handler.');
  if (statSync(file).isDirectory()) throw new UsageError(`'${path}' is a folder.`, 'Name the module in it that exports the handler.');
  return { module: createModuleHandler(file, name), folders: [realpathSync(dirname(file)), dirname(realpathSync(file))] };
}

/** Path and export of a handler. A name may have a `#` of its own: the whole is a path, if there is such a file, else the last one counts. */
function placeOf(place: string): { path: string; name: string | undefined } {
  const at = existsSync(resolve(place)) ? -1 : place.lastIndexOf('#');
  return at < 0 ? { path: place, name: undefined } : { path: place.slice(0, at), name: place.slice(at + 1) || undefined };
}

/** Loads all handlers ahead of the first request, and says what cannot be loaded. */
function load(modules: Modules, io: Io): void {
  for (const [place, { module }] of modules) {
    module.load().catch((error: unknown) => {
      io.warn(printable(`apigw-proxy: '${place}' cannot be loaded. It is tried again with every request.`));
      for (const line of thrownLines(error)) io.warn(line);
    });
  }
}

/** Loads all handlers anew when a source of one changes. */
function watch(modules: Modules, io: Io): () => void {
  const folders = new Set([...modules.values()].flatMap((served) => served.folders));
  const stops = [...folders].map((folder) =>
    watchFolder(folder, {
      changed(file) {
        for (const { module } of modules.values()) module.reload();
        io.write(`${paint(`reloaded: ${printable(file)} changed`, 'dim', io.isColoured)}\n`);
        load(modules, io);
      },
      failed(error) {
        const reason = error instanceof Error ? error.message : String(error);
        io.warn(printable(`apigw-proxy: Reload is off, as '${folder}' cannot be watched: ${reason}. Start anew after a change.`));
      },
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function numberOf(text: string, option: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`${option} '${text}' is no number from ${least} to ${most}.`, `Write ${option} and a number.`);
}

/** Why a server cannot listen, by the system's code. */
const UNLISTENED: Readonly<Record<string, (host: string, port: number) => UsageError>> = {
  EADDRINUSE: (_, port) => new UsageError(`Port ${port} is taken.`, 'Choose another with --port, or 0 for a free one.'),
  EACCES: (_, port) => new UsageError(`Port ${port} may not be used.`, 'Choose one above 1023 with --port.'),
  EADDRNOTAVAIL: notOurs,
  ENOTFOUND: notOurs,
  EAI_AGAIN: notOurs,
};

function notOurs(host: string): UsageError {
  return new UsageError(`'${host}' is no address of this machine.`, 'Write --host 127.0.0.1, or 0.0.0.0 to let other machines in.');
}

function unlistened(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(UNLISTENED, code) ? UNLISTENED[code]?.(host, port) : error;
}

function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => {
    if (signal.aborted) stopped();
    else signal.addEventListener('abort', () => stopped(), { once: true });
  });
}
