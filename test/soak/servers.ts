import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalApi, createLocalWebsocketApi, createModuleHandler, type LocalServer } from '../../src/local/index.js';

/** Servers with good and bad handlers. */
export interface Servers {
  readonly http: LocalServer;
  readonly websocket: LocalServer;
  /** Changes the module of a handler, and loads it again. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** A function that answers, exits or waits forever, as the path says. */
const MODULE = `export const handler = async ({ rawPath }) => {
  if (rawPath.endsWith('exits')) process.exit(3);
  if (rawPath.endsWith('waits')) return new Promise(() => {});
  return { statusCode: 200, body: 'VERSION' };
};`;

/** Starts the servers. */
export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'soak-'));
  const file = join(folder, 'handler.mjs');
  let version = 0;
  const write = () => writeFile(file, MODULE.replace('VERSION', String(version)));
  await write();
  const module = createModuleHandler(file);
  const http = await createLocalApi({
    target: 'http-2.0',
    context: { timeout: 2000 },
    routes: {
      'ANY /echo': ({ body }: { body?: string }) => ({ statusCode: 200, body: body ?? '' }),
      'GET /large': () => ({ statusCode: 200, body: 'x'.repeat(200_000) }),
      'GET /throws': () => {
        throw new Error('no');
      },
      'GET /wrong': () => ({ statusCode: 'none', body: 5 }),
      'GET /module/{way}': module.handler,
    },
  }).listen();
  const say = { handler: ({ body }: { body?: string }) => ({ statusCode: 200, body: `heard ${body}` }), routeResponse: true };
  const websocket = await createLocalWebsocketApi({ routes: { $default: say } }).listen();
  return {
    http,
    websocket,
    async reload() {
      version += 1;
      await write();
      module.reload();
    },
    async close() {
      await Promise.all([http.close(), websocket.close(), module.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
