import type { Target } from '../aws/target.js';
import type { LocalRoutes } from '../local/api/local-route.js';
import { DEFAULT_RUNTIME, type LambdaRuntime } from '../local/function/runtime/lambda-runtime.js';
import { createLocalApi } from '../local/local-api.js';
import { createLocalWebsocketApi } from '../local/local-websocket-api.js';
import { type Command, EXIT, type Parsed, readArgs } from './command.js';
import { isDebugged } from './debugged.js';
import { readEnvFile } from './env-file.js';
import { GATEWAY_OPTIONS, rejectUnused, type Settings, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { readNumber, readRuntime } from './option-values.js';
import { KEPT_EXCHANGES, logTo, type ServedApi, type ServingOptions, serveApis, TARGET_NAMES } from './serve-apis.js';
import { readIntegrations } from './served-integrations.js';
import { openModules, type ServedRoute } from './served-modules.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  target: { type: 'string' },
  route: { type: 'string', multiple: true },
  integration: { type: 'string', multiple: true },
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  timeout: { type: 'string' },
  runtime: { type: 'string' },
  'env-file': { type: 'string' },
  'no-inspect': { type: 'boolean' },
  'no-reload': { type: 'boolean' },
  template: { type: 'string' },
  partial: { type: 'boolean' },
  forward: { type: 'boolean' },
  parameter: { type: 'string', multiple: true },
  function: { type: 'string', multiple: true },
  region: { type: 'string' },
  account: { type: 'string' },
  'stack-name': { type: 'string' },
  'nested-stacks': { type: 'boolean' },
  authorizer: { type: 'string', multiple: true },
  jwt: { type: 'boolean' },
  identity: { type: 'string' },
  'api-key': { type: 'string', multiple: true },
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy serve FILE[#EXPORT] [options]   serve a handler
apigw-proxy serve --template FILE [options]    serve what a template deploys

  --target TARGET          default http-2.0; see apigw-proxy event --help
  --route ROUTE[=FILE#EXPORT]  'GET /users/{id}'; repeatable; default: all paths
  --integration [ROUTE=]FILE   rest: custom integration as JSON; repeatable
  --port PORT              default 3000; 0 for a free port
  --host ADDRESS           default 127.0.0.1; 0.0.0.0 lets other computers in
  --timeout SECONDS        how long the function may run; default 30
  --runtime NAME           nodejs24.x (default), nodejs22.x or nodejs20.x
  --env-file FILE          environment variables of the handlers
  --no-inspect, --no-reload    no page at /@inspect; no reload after a change
  --stage NAME, --stage-variable A=B, --domain NAME, --base-path PATH,
  --binary TYPE, --cors ORIGIN, --stream    see apigw-proxy event --help

With --template, also the options of apigw-proxy template, such as --parameter,
and:
  --partial                serve although something is not supported
  --forward                send requests of HTTP integrations to their URLs
  --authorizer NAME=FILE#EXPORT   a function in place of an authorizer
  --jwt                    accept tokens without verifying them
  --identity ARN           let signed routes pass as this caller
  --api-key VALUE          an API key; repeatable
`;

/** Values of the options. */
export type ServeValues = Parsed<typeof OPTIONS>['values'];

/** The routes that match everything, by target. */
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
    const serving: ServingOptions = {
      host: values.host,
      port: readNumber(values.port, '--port 3000', 0, 65_535),
      inspect: values['no-inspect'] !== true,
      reload: values['no-reload'] !== true,
    };
    if (values.template !== undefined) return serveDeployed(values.template, positionals, values, serving, io);
    rejectOptions(values, WITH_TEMPLATE, 'needs a template.', 'Add --template FILE.');
    const [standard, another] = positionals;
    if (another !== undefined) {
      throw new UsageError(`'${another}' is a second handler.`, "Add a route for it: --route 'GET /users=FILE'.");
    }
    await serveHandlers(standard, values, serving, io);
    return EXIT.ok;
  },
};

/** Options that need a template. */
const WITH_TEMPLATE = [
  'partial',
  'forward',
  'parameter',
  'function',
  'region',
  'account',
  'stack-name',
  'nested-stacks',
  'authorizer',
  'jwt',
  'identity',
  'api-key',
] as const;
/** Options that a template decides. */
const WITHOUT_TEMPLATE = ['route', 'integration', 'timeout', 'domain', 'base-path', 'binary', 'cors', 'stream'] as const;

function rejectOptions(values: ServeValues, names: readonly (keyof ServeValues)[], reason: string, fix: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} ${reason}`, fix);
}

async function serveDeployed(
  file: string,
  [handler]: readonly string[],
  values: ServeValues,
  serving: ServingOptions,
  io: Io,
): Promise<number> {
  rejectOptions(values, WITHOUT_TEMPLATE, 'is decided by the template.', 'Remove it, or change the template.');
  if (handler !== undefined) throw new UsageError(`The template decides its handlers, not '${handler}'.`, 'Remove it, or --template.');
  const runtime = values.runtime === undefined ? undefined : readRuntime(values.runtime);
  const { serveTemplate } = await import('./deployed/serve-template.js');
  return serveTemplate(file, { ...values, runtime }, serving, io);
}

/** Serves the handlers of the command line. */
async function serveHandlers(standard: string | undefined, values: ServeValues, serving: ServingOptions, io: Io): Promise<void> {
  const target = targetOf(values.target ?? 'http-2.0');
  rejectUnused(values, target);
  const env = readEnvFile(values['env-file']);
  const { routes, modules } = openModules(values.route ?? ALL_ROUTES[target], standard, env);
  const integrations = await readIntegrations(values.integration ?? [], [...routes.keys()]);
  const timeout = readNumber(values.timeout ?? '30', '--timeout 30', 1, 900) * 1000;
  const api = createApi(
    {
      target,
      settings: settingsOf(values),
      routes,
      integrations,
      timeout: isDebugged() ? Number.POSITIVE_INFINITY : timeout,
      runtime: readRuntime(values.runtime ?? DEFAULT_RUNTIME),
    },
    io,
  );
  const rows = [...routes].map(([key, { label }]) => [key, label] as const);
  await serveApis([{ api, title: TARGET_NAMES[target], rows }], [...modules.values()], serving, io);
}

/** What to serve. */
interface Served {
  readonly target: Target;
  readonly settings: Settings;
  readonly routes: ReadonlyMap<string, ServedRoute>;
  /** Custom integrations by route. */
  readonly integrations: ReadonlyMap<string, object>;
  /** How long a function may run, in milliseconds. */
  readonly timeout: number;
  readonly runtime: LambdaRuntime;
}

function createApi({ target, settings, routes, integrations, timeout, runtime }: Served, io: Io): ServedApi['api'] {
  const limits = isDebugged() ? { timeout } : {};
  const shared = { ...settings, context: { timeout }, limits, runtime, keep: KEPT_EXCHANGES, onExchange: logTo(io) };
  return target === 'websocket'
    ? createLocalWebsocketApi({ ...shared, routes: handlersOf(routes, integrations, { routeResponse: true }) })
    : createLocalApi({ ...shared, target, routes: handlersOf(routes, integrations, {}) });
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
