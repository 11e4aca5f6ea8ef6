import { url as inspectorUrl } from 'node:inspector';
import type { Target } from '../aws/target.js';
import type { LocalRoutes } from '../local/api/local-route.js';
import { DEFAULT_RUNTIME, LAMBDA_RUNTIMES, type LambdaRuntime } from '../local/function/runtime/lambda-runtime.js';
import { createLocalApi } from '../local/local-api.js';
import { createLocalWebsocketApi } from '../local/local-websocket-api.js';
import type { LocalServer } from '../local/server/http-server.js';
import { type Command, EXIT, readArgs } from './command.js';
import { exchangeLines } from './exchange-lines.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type Settings, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { toListenError } from './listen-error.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import { keepLoaded, loadAll } from './reload.js';
import { readIntegrations } from './served-integrations.js';
import { openModules, type ServedRoute } from './served-modules.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  target: { type: 'string', default: 'http-2.0' },
  route: { type: 'string', multiple: true },
  integration: { type: 'string', multiple: true },
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  timeout: { type: 'string', default: '30' },
  runtime: { type: 'string', default: DEFAULT_RUNTIME },
  'no-inspect': { type: 'boolean' },
  'no-reload': { type: 'boolean' },
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy serve FILE[#EXPORT] [options]   serve a handler

FILE is a module that exports the handler. EXPORT is its name; default handler.

  --target TARGET          http-2.0 (default), http-1.0, rest, function-url or
                           websocket
  --route ROUTE            'GET /users/{id}'; repeatable; default: all paths
  --route ROUTE=FILE#EXPORT   a route with another handler
  --integration [ROUTE=]FILE  rest: custom integration, a JSON file; repeatable
  --port PORT              default 3000; 0 for a free port
  --host ADDRESS           default 127.0.0.1; 0.0.0.0 lets other computers in
  --timeout SECONDS        how long the function may run; default 30
  --runtime NAME           nodejs24.x (default), nodejs22.x or nodejs20.x
  --no-inspect             no page at /@inspect
  --no-reload              keep the handler when a file in its folder changes
${GATEWAY_HELP}
  apigw-proxy serve handler.mjs --target rest --route 'ANY /{proxy+}'
`;

/** The routes that match everything, by target. */
const ALL_ROUTES: Readonly<Record<Target, readonly string[]>> = {
  rest: ['ANY /', 'ANY /{proxy+}'],
  'http-1.0': ['$default'],
  'http-2.0': ['$default'],
  'function-url': ['$default'],
  websocket: ['$connect', '$disconnect', '$default'],
};

/** The name of each target in the first line. */
const NAMES: Readonly<Record<Target, string>> = {
  rest: 'REST API',
  'http-1.0': 'HTTP API, payload 1.0',
  'http-2.0': 'HTTP API, payload 2.0',
  'function-url': 'function URL',
  websocket: 'WebSocket API',
};

/** An address that means every address of this computer. The inspection page answers only at a loopback address. */
const ANY_ADDRESS = /\/\/(?:0|0\.0\.0\.0|\[[0:]+\])(?=:\d+)/;

export const serveCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('serve', args, OPTIONS);
    const [standard, another] = positionals;
    if (another !== undefined) {
      throw new UsageError(`'${another}' is a second handler.`, "Add a route for it: --route 'GET /users=FILE'.");
    }
    const target = targetOf(values.target);
    const { routes, modules } = openModules(values.route ?? ALL_ROUTES[target], standard);
    const integrations = await readIntegrations(values.integration ?? [], [...routes.keys()]);
    const { host } = values;
    if (host === '') throw new UsageError('--host is empty.', 'Write --host 127.0.0.1, or 0.0.0.0 to let other computers in.');
    const port = readNumber(values.port, '--port 3000', 0, 65_535);
    const timeout = isDebugged() ? Number.POSITIVE_INFINITY : readNumber(values.timeout, '--timeout 30', 1, 900) * 1000;
    const runtime = runtimeOf(values.runtime);
    const inspect = values['no-inspect'] !== true;
    const stopped = io.stopped();
    const server = await start(
      { target, settings: settingsOf(values), routes, integrations, timeout, runtime, port, host, inspect },
      io,
    ).catch((error: unknown) => {
      throw toListenError(error, host, port);
    });
    const served = [...modules.values()];
    const stopWatching = values['no-reload'] ? loadAll(served, io) : keepLoaded(served, io);
    await waitForStop(stopped);
    stopWatching();
    await server.close();
    await Promise.all(served.map(({ module }) => module.close()));
    return EXIT.ok;
  },
};

/** What to serve, and how. */
interface Served {
  readonly target: Target;
  readonly settings: Settings;
  readonly routes: ReadonlyMap<string, ServedRoute>;
  /** Custom integrations by route. */
  readonly integrations: ReadonlyMap<string, object>;
  /** How long a function may run, in milliseconds. */
  readonly timeout: number;
  readonly runtime: LambdaRuntime;
  readonly port: number;
  readonly host: string;
  readonly inspect: boolean;
}

/** Starts the server, and prints where it is. */
async function start(
  { target, settings, routes, integrations, timeout, runtime, port, host, inspect }: Served,
  io: Io,
): Promise<LocalServer> {
  const context = { timeout };
  const limits = isDebugged() ? { timeout } : {};
  const keys = [...routes.keys()];
  const onExchange = (exchange: Parameters<typeof exchangeLines>[0]): void => {
    for (const line of exchangeLines(exchange, io.isColoured)) io.write(`${line}\n`);
  };
  const api =
    target === 'websocket'
      ? createLocalWebsocketApi({
          ...settings,
          routes: handlersOf(routes, integrations, { routeResponse: true }),
          context,
          limits,
          runtime,
          onExchange,
        })
      : createLocalApi({ ...settings, target, routes: handlersOf(routes, integrations, {}), context, limits, runtime, onExchange });
  const server = await api.listen(port, { host, inspect });
  const base = server.origin.replace(ANY_ADDRESS, '//127.0.0.1');
  const url = server.url.replace(ANY_ADDRESS, '//127.0.0.1');
  io.write(`Serving ${paint(url, 'cyan', io.isColoured)}  (${NAMES[target]})\n`);
  const width = keys.reduce((most, key) => Math.max(most, key.length), 0);
  for (const [key, { label }] of routes) io.write(`${printable(`  ${key.padEnd(width)}   ${label}`)}\n`);
  if (inspect) io.write(`Inspect requests at ${paint(`${base}/@inspect`, 'cyan', io.isColoured)}\n`);
  if (isDebugged()) io.write('A debugger can attach, so there are no time limits.\n');
  io.write('\n');
  return server;
}

/** The routes for a local API. Message routes have a route response, so that the client receives what the handler returns. */
function handlersOf(
  routes: Served['routes'],
  integrations: Served['integrations'],
  more: { readonly routeResponse?: boolean },
): LocalRoutes<unknown> {
  const entries = [...routes].map(([key, { handler }]) => {
    const integration = integrations.get(key);
    return [key, { handler, ...more, ...(integration && { integration }) }] as const;
  });
  return Object.fromEntries<object>(entries) as LocalRoutes<unknown>; // the API checks the integrations
}

/** Whether a debugger may stop a handler: then no call may end because it takes long. */
function isDebugged(): boolean {
  return inspectorUrl() !== undefined;
}

function runtimeOf(name: string): LambdaRuntime {
  const runtime = LAMBDA_RUNTIMES.find((known) => known === name);
  if (runtime !== undefined) return runtime;
  throw new UsageError(`Unknown runtime '${name}'.`, `Write --runtime ${DEFAULT_RUNTIME}, or one of ${LAMBDA_RUNTIMES.join(', ')}.`);
}

/** @param example an option and a valid value. */
function readNumber(text: string, example: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  const [option] = example.split(' ');
  throw new UsageError(`${option} must be an integer from ${least} to ${most}; got '${text}'.`, `Write ${example}, for example.`);
}

function waitForStop(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
