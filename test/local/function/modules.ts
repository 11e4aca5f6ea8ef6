import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalApi, createModuleHandler, type LambdaRuntime, type LocalApi, type ModuleHandler } from 'apigw-proxy/local';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** A module handler, and two APIs in front of it. */
export interface Loaded {
  readonly module: ModuleHandler;
  /** A function URL that streams. */
  readonly streaming: LocalApi<'function-url'>;
  /** An HTTP API with payload 2.0. */
  readonly buffered: LocalApi<'http-2.0'>;
}

/** How a module's handler is run. */
interface LoadOptions {
  readonly timeout?: number;
  /** Default: that of a local API. */
  readonly runtime?: LambdaRuntime | undefined;
}

/** Writes modules to a folder before the tests of a `describe` block, and closes all that a test has loaded after it. */
export function useModules(modules: Readonly<Record<string, string>>) {
  const open: ModuleHandler[] = [];
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handlers-'));
    for (const [name, code] of Object.entries(modules)) await writeFile(join(folder, name), code);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((module) => module.close()));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    /** Path of a file in the folder. */
    at: (name: string): string => join(folder, name),
    /** Creates a handler of one of the modules; `timeout` is the function's, in milliseconds. */
    load(file: string, name?: string, { timeout = 30_000, runtime }: LoadOptions = {}): Loaded {
      const module = createModuleHandler(join(folder, file), name);
      open.push(module);
      const routes = { $default: module.handler };
      return {
        module,
        streaming: createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes, context: { timeout } }),
        buffered: createLocalApi({ target: 'http-2.0', routes, context: { timeout }, ...(runtime && { runtime }) }),
      };
    },
  };
}
