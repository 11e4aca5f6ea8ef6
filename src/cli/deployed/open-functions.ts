import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { DeployedFunction, Deployment } from '../../deploy/deployment.js';
import { LAMBDA_RUNTIMES, type LambdaRuntime } from '../../local/function/runtime/lambda-runtime.js';
import { openModule, type ServedModule } from '../served-modules.js';
import { UsageError } from '../usage-error.js';
import { findModule } from './find-module.js';

/** A function of a deployment, as it is served here. */
export type OpenFunction =
  /** It runs. */
  | { readonly served: ServedModule; readonly timeout: number }
  /** It can't run here, and why. */
  | { readonly gap: string };

/** What a user decides about functions. */
export interface FunctionOptions {
  /** The folder of the template. */
  readonly folder: string;
  /** Environment variables that go before those of the template. */
  readonly env: Readonly<Record<string, string>>;
  /** The runtime of all functions. `undefined`: each has its own. */
  readonly runtime: LambdaRuntime | undefined;
}

/** Lambda's default, in seconds. */
const DEFAULT_TIMEOUT = 3;

/** Opens the functions of a deployment that have a route or an authorizer. */
export function openFunctions(deployment: Deployment, options: FunctionOptions): ReadonlyMap<string, OpenFunction> {
  const used = new Set(deployment.apis.flatMap(({ routes, authorizers = [] }) => [...routes, ...authorizers].map(functionOf)));
  const functions = Object.entries(deployment.functions).filter(([name]) => used.has(name));
  return new Map(functions.map(([name, described]) => [name, openFunction(name, described, options)]));
}

function functionOf({ function: name }: { readonly function?: string | null }): string | undefined {
  return name ?? undefined;
}

function openFunction(name: string, described: DeployedFunction, { folder, env, runtime }: FunctionOptions): OpenFunction {
  if (described.packageType === 'Image') return { gap: `The function ${name} is a container image, which can't run here.` };
  if (described.runtime !== undefined && !described.runtime.startsWith('nodejs')) {
    return { gap: `The function ${name} has the runtime ${described.runtime}, which can't run here.` };
  }
  const found =
    described.code === undefined
      ? findModule(folder, described)
      : findModule(writeCode(described.code), { handler: described.handler ?? 'index.handler' });
  if (typeof found === 'string') return { gap: `The function ${name} can't run: ${found}` };
  const variables = { ...variablesOf(described), AWS_LAMBDA_FUNCTION_NAME: name, ...env };
  try {
    const served = openModule(`${relative('', found.file)}#${found.name}`, { env: variables, runtime: runtime ?? runtimeOf(described) });
    return { served, timeout: (described.timeout ?? DEFAULT_TIMEOUT) * 1000 };
  } catch (error) {
    if (error instanceof UsageError) return { gap: `The function ${name} can't run: ${error.message} ${error.fix}` };
    throw error;
  }
}

/** Writes code that the template has itself to a file, until this process ends. documented: it is CommonJS in `index.js`. */
function writeCode(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-proxy-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.js'), code);
  return folder;
}

/** The variables with a value. The others are known to AWS only. */
function variablesOf({ environment = {} }: DeployedFunction): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** Returns the names of the variables that only AWS knows, and that nothing here sets. */
export function missingVariables({ environment = {} }: DeployedFunction, env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => (typeof value === 'string' || env[name] !== undefined ? [] : [name]));
}

/** The runtime of a function: its own, or the oldest one that is known here for an older one. */
function runtimeOf({ runtime }: DeployedFunction): LambdaRuntime {
  const [oldest, newest] = [LAMBDA_RUNTIMES[0], LAMBDA_RUNTIMES[LAMBDA_RUNTIMES.length - 1] ?? LAMBDA_RUNTIMES[0]];
  if (runtime === undefined) return newest;
  return LAMBDA_RUNTIMES.find((known) => known === runtime) ?? (Number(/\d+/.exec(runtime)?.[0]) < 20 ? oldest : newest);
}
