import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Target } from '../gateway/target.js';
import type { LocalServer } from '../local/http-server.js';
import { createLocalApi } from '../local/local-api.js';
import type { LocalHandler, LocalRoutes } from '../local/local-route.js';
import { createLocalWebsocketApi } from '../local/local-websocket-api.js';
import { createModuleHandler, type ModuleHandler } from '../local/module-handler.js';
import { type Command, EXIT, readArgs } from './command.js';
import { exchangeLines } from './exchange-lines.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type Settings, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { paint } from './paint.js';
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

export const serveCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('serve', args, OPTIONS);
    const target = targetOf(values.target);
    const modules = new Map<string, ModuleHandler>();
    const routes = handlersOf(values.route ?? ALL_ROUTES[target], positionals[0], modules);
    const port = numberOf(values.port, '--port', 65_535);
    const served: Served = {
      target,
      settings: settingsOf(values),
      routes,
      timeout: numberOf(values.timeout, '--timeout', 900) * 1000,
      port,
      host: values.host,
      inspect: values['no-inspect'] !== true,
    };
    const server = await start(served, io).catch((error: unknown) => {
      throw unlistened(error, port);
    });
    const stopWatching = values['no-reload'] ? () => undefined : watch(modules, io);
    await untilStopped(io.stopped);
    stopWatching();
    await server.close();
    await Promise.all([...modules.values()].map((module) => module.close()));
    return EXIT.ok;
  },
};

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
  const url = target === 'websocket' ? server.url.replace('http', 'ws') : server.url;
  io.write(`${target} at ${paint(`${url}${api.prefix}`, 'cyan', io.isColoured)}\n`);
  for (const route of Object.keys(routes)) io.write(`  ${route}\n`);
  if (inspect) io.write(`${paint(`exchanges at ${server.url}/@inspect`, 'dim', io.isColoured)}\n`);
  return server;
}

/** Message routes with route responses, so that a client hears what the handler answers. */
function answering(routes: Readonly<Record<string, LocalHandler<unknown>>>): LocalRoutes<unknown> {
  return Object.fromEntries(Object.entries(routes).map(([key, handler]) => [key, { handler, routeResponse: true }]));
}

/** A handler by route; routes without one of their own have the first. */
function handlersOf(
  routes: readonly string[],
  first: string | undefined,
  modules: Map<string, ModuleHandler>,
): Record<string, LocalHandler<unknown>> {
  return Object.fromEntries(
    routes.map((text) => {
      const at = text.indexOf('=');
      const [route, place] = at < 0 ? [text, first] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      return [route, moduleAt(place, modules).handler];
    }),
  );
}

function moduleAt(place: string | undefined, modules: Map<string, ModuleHandler>): ModuleHandler {
  if (place === undefined) throw new UsageError('There is no handler to serve.', 'Name its file: apigw-proxy serve handler.mjs');
  const known = modules.get(place);
  if (known !== undefined) return known;
  const [path = '', name] = place.split('#');
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`There is no file '${path}'.`, 'Name the module that exports the handler.');
  const module = createModuleHandler(file, name);
  modules.set(place, module);
  return module;
}

function watch(modules: ReadonlyMap<string, ModuleHandler>, io: Io): () => void {
  const folders = new Set([...modules.keys()].map((place) => dirname(resolve(place.split('#')[0] ?? ''))));
  const stops = [...folders].map((folder) =>
    watchFolder(folder, (file) => {
      for (const module of modules.values()) module.reload();
      io.write(`${paint(`reloaded: ${file} changed`, 'dim', io.isColoured)}\n`);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function numberOf(text: string, option: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UsageError(`${option} '${text}' is no number from 0 to ${most}.`, `Write ${option} and a number.`);
}

function unlistened(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new UsageError(`Port ${port} is taken.`, 'Choose another with --port, or 0 for a free one.');
  if (code === 'EACCES') return new UsageError(`Port ${port} may not be used.`, 'Choose one above 1023 with --port.');
  return error;
}

function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => {
    if (signal.aborted) stopped();
    else signal.addEventListener('abort', () => stopped(), { once: true });
  });
}
