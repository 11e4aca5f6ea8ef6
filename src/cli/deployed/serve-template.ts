import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DeployedApi, Deployment, Finding } from '../../deploy/deployment.js';
import { readTemplate } from '../../deploy/read-template.js';
import type { LambdaRuntime } from '../../local/function/runtime/lambda-runtime.js';
import { EXIT } from '../command.js';
import { readEnvFile } from '../env-file.js';
import { pairsOf } from '../gateway-options.js';
import type { Io } from '../io.js';
import { isLoopback } from '../loopback.js';
import { logTo, type ServedApi, type ServingOptions, serveApis } from '../serve-apis.js';
import { openModule, type ServedModule } from '../served-modules.js';
import { type TemplateValues, templateOptionsOf } from '../template-command.js';
import { UsageError } from '../usage-error.js';
import { type AuthorizerOptions, authorizersOf } from './authorizers.js';
import { createDeployedApi, variableNotes } from './create-api.js';
import { findingLines } from './finding-lines.js';
import { missingVariables, type OpenFunction, openFunctions } from './open-functions.js';
import { deployedRoutes, type ServedDeployedRoute } from './routes.js';

/** Options of `serve --template`. */
export interface DeployedValues extends TemplateValues {
  readonly partial?: boolean | undefined;
  readonly forward?: boolean | undefined;
  readonly authorizer?: readonly string[] | undefined;
  readonly jwt?: boolean | undefined;
  readonly identity?: string | undefined;
  readonly 'api-key'?: readonly string[] | undefined;
  readonly 'env-file'?: string | undefined;
  readonly runtime?: LambdaRuntime | undefined;
}

/** Serves what a template deploys. Returns the exit code. */
export async function serveTemplate(file: string, values: DeployedValues, serving: ServingOptions, io: Io): Promise<number> {
  checkAccess(values, serving.host);
  const deployment = readTemplate(file, templateOptionsOf(values));
  const env = readEnvFile(values['env-file']);
  const functions = openFunctions(deployment, { folder: folderOf(file), env, runtime: values.runtime });
  const replaced = openAuthorizers(values.authorizer ?? [], deployment, env);
  const made = deployment.apis.map((api) => ({ api, routes: deployedRoutes(api, { functions, forwards: values.forward === true }) }));
  const gaps = [...deployment.unsupported, ...made.flatMap(({ api, routes }) => gapsOf(api, routes))];
  if (gaps.length > 0 && values.partial !== true) {
    for (const line of findingLines(`${file}: this library can't serve all of it.`, gaps)) io.warn(line);
    io.warn("apigw-proxy: Add --partial to serve the rest. Routes that can't run answer with an error.");
    return EXIT.invalid;
  }
  if (made.length === 0) throw new UsageError(`'${file}' deploys no API.`, 'Pass a template with routes.');
  for (const line of findingLines('Not served:', gaps)) io.warn(line);
  const options: AuthorizerOptions = { replaced, decodes: values.jwt === true, identity: values.identity };
  const apis = made.map(({ api, routes }): ServedApi => {
    const name = made.length > 1 ? api.name : undefined;
    const authorizers = authorizersOf(api, functions, options);
    return createDeployedApi({ api, routes, authorizers, apiKeys: values['api-key'] ?? [], onExchange: logTo(io, name) });
  });
  const notes = notesOf(deployment, functions, values, env);
  for (const note of notes) io.write(`${note}\n`);
  await serveApis(apis, [...modulesOf(functions), ...replaced.values()], serving, io);
  return EXIT.ok;
}

/** Refuses options that would let other computers in. */
function checkAccess({ jwt, identity }: DeployedValues, host: string): void {
  if (identity !== undefined && !/^arn:[^:]+:(?:iam|sts):.*:.*:.+/.test(identity)) {
    throw new UsageError(
      `--identity must be the ARN of a caller; got '${identity}'.`,
      'Write --identity arn:aws:iam::123456789012:user/me.',
    );
  }
  const option = jwt === true ? '--jwt' : identity === undefined ? undefined : '--identity';
  if (option === undefined || isLoopback(host)) return;
  throw new UsageError(`${option} lets everyone pass, and ${host} lets other computers in.`, 'Write --host 127.0.0.1.');
}

/** Opens the functions that stand for authorizers: `NAME=FILE#EXPORT`. */
function openAuthorizers(
  texts: readonly string[],
  { apis }: Deployment,
  env: Readonly<Record<string, string>>,
): ReadonlyMap<string, ServedModule> {
  const known = apis.flatMap(({ authorizers = [] }) => authorizers.map(({ name }) => name));
  return new Map(
    pairsOf(texts, '--authorizer').map(([name, place]) => {
      if (known.includes(name)) return [name, openModule(place, { env })];
      const fix = known.length === 0 ? 'The template has no authorizers.' : `Write one of: ${known.join(', ')}.`;
      throw new UsageError(`There is no authorizer '${name}'.`, fix);
    }),
  );
}

/** Returns the routes that can't run, with the reason. */
function gapsOf({ name }: DeployedApi, routes: readonly ServedDeployedRoute[]): Finding[] {
  return routes.flatMap(({ key, gap }) => (gap === undefined ? [] : [{ where: `${name}: ${key}`, what: gap }]));
}

/** Returns what to know before the first request. */
function notesOf(
  { functions: described, optional }: Deployment,
  functions: ReadonlyMap<string, OpenFunction>,
  { jwt, identity, function: given = [] }: DeployedValues,
  env: Readonly<Record<string, string>>,
): string[] {
  const all = { ...process.env, ...env };
  const missing = [...functions.keys()].flatMap((name) => variableNotes(name, missingVariables(described[name] ?? {}, all)));
  return [
    ...(jwt === true ? ['--jwt: tokens are decoded, but not verified. Anyone can write one.'] : []),
    ...(identity === undefined ? [] : [`--identity: every request to a signed route passes as ${identity}.`]),
    ...pairsOf(given, '--function').flatMap(([name]) =>
      Object.hasOwn(described, name) ? [] : [`--function ${name}: no route or authorizer calls it.`],
    ),
    ...missing,
    ...(optional.length === 0
      ? []
      : [`${optional.length === 1 ? '1 setting has' : `${optional.length} settings have`} no effect here. See apigw-proxy template.`]),
  ];
}

function modulesOf(functions: ReadonlyMap<string, OpenFunction>): ServedModule[] {
  return [...functions.values()].flatMap((found) => ('served' in found ? [found.served] : []));
}

/** Returns the folder that the paths of a template start in. */
function folderOf(file: string): string {
  const path = resolve(file);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);
}
