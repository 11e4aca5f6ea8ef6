// Compares the local API with a bare node:http handler, and with serverless-offline if SERVERLESS_OFFLINE names a folder with a
// serverless.yml in which it is installed. Sends 10,000 requests, 64 at a time, to each server. Every server has a separate process. Prints
// requests per second, errors and, for the servers of this file, the heap before the first request and after `close`. Needs a build. Run it
// with `npm run bench:local`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createLocalApi, createModuleHandler } from 'apigw-proxy/local';
import { Pool } from 'undici';

const REQUESTS = 10_000;
const AT_ONCE = 64;
const PATH = '/prod/users/1';
const SELF = fileURLToPath(import.meta.url);

export const handler = async ({ pathParameters }) => ({ statusCode: 200, body: JSON.stringify({ id: pathParameters.id }) });

/** The servers of this file, by name. */
const SERVERS = {
  async 'bare node:http'() {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id: request.url?.split('/')[3] }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${server.address().port}`,
      close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
    };
  },
  'local API': () => createLocalApi({ target: 'rest', routes: { 'GET /users/{id}': handler } }).listen(),
  async 'local API, handler in a thread'() {
    const module = createModuleHandler(SELF);
    const server = await createLocalApi({ target: 'rest', routes: { 'GET /users/{id}': module.handler } }).listen();
    return { url: server.url, close: () => Promise.all([server.close(), module.close()]) };
  },
};

const [, , role, name] = process.argv;
if (role === 'serve') await serve(SERVERS[name]);
else if (SELF === process.argv[1]) await compare();

async function serve(start) {
  const { url: base, close } = await start();
  const url = new URL(base).origin;
  await ask(url, 500);
  const before = heap();
  process.send({ url });
  await once(process, 'message');
  await close();
  await new Promise((settled) => setTimeout(settled, 500));
  process.send({ before, after: heap() });
  process.disconnect();
}

function heap() {
  for (let round = 0; round < 4; round += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function compare() {
  for (const each of Object.keys(SERVERS)) {
    const child = spawn(process.execPath, ['--expose-gc', SELF, 'serve', each], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [{ url }] = await once(child, 'message');
    report(each, await ask(url, REQUESTS));
    child.send('close');
    const [{ before, after }] = await once(child, 'message');
    console.log(
      `  heap ${megabytes(before)} before, ${megabytes(after)} after close (${(((after - before) / before) * 100).toFixed(1)} %)`,
    );
  }
  const folder = process.env.SERVERLESS_OFFLINE;
  if (folder === undefined) return;
  const child = spawn('npx', ['serverless', 'offline', '--httpPort', '3987'], { cwd: folder, detached: true, stdio: 'ignore' });
  const url = 'http://localhost:3987';
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(url + PATH).catch(() => undefined))?.ok) break;
    await new Promise((later) => setTimeout(later, 100));
  }
  await ask(url, 500);
  report('serverless-offline', await ask(url, REQUESTS));
  process.kill(-child.pid, 'SIGKILL');
}

async function ask(url, count) {
  const pool = new Pool(url, { connections: AT_ONCE });
  const start = performance.now();
  let left = count;
  let errors = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        const { statusCode, body } = await pool.request({ path: PATH, method: 'GET' });
        const { id } = await body.json();
        if (statusCode !== 200 || id !== '1') errors += 1;
      }
    }),
  );
  await pool.destroy();
  return { perSecond: (count / (performance.now() - start)) * 1000, errors };
}

function report(name, { perSecond, errors }) {
  console.log(`${name}: ${perSecond.toFixed(0)} requests/s, ${errors} errors`);
}

function megabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}
