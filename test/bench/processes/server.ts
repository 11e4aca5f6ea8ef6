import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalApi, createLocalWebsocketApi, createModuleHandler } from 'apigw-proxy/local';
import { cpuTime } from '../measure.js';
import { type Hits, startProfiler } from '../profiler.js';
import { importPeer } from '../rows/group.js';
import { handler } from './handler.js';

// Runs in a process of its own: starts a server and sends its port to the parent. Answers the message `cpu` with the CPU time so far, and
// `profile` with how often V8 saw each function since the message before.

/** The servers, which answer `GET /prod/users/1` with `{"id":"1"}` or echo WebSocket messages. Each returns its port, or
 * `undefined` if its package isn't installed. */
const SERVERS: Readonly<Record<string, () => Promise<number | undefined>>> = {
  async http() {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id: request.url?.split('/')[3] }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port; // it listens to a port
  },
  async fastify() {
    const { default: fastify } = await import('fastify');
    const app = fastify();
    app.get<{ Params: { id: string } }>('/prod/users/:id', async ({ params }) => ({ id: params.id }));
    return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  },
  async hono() {
    const { Hono } = await import('hono');
    const nodeServer = (await importPeer('@hono/node-server')) as HonoServer | undefined; // @hono/node-server 2
    if (nodeServer === undefined) return undefined;
    const app = new Hono().get('/prod/users/:id', (context) => context.json({ id: context.req.param('id') }));
    const server = nodeServer.serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    return server.address().port;
  },
  async local() {
    const { url } = await createLocalApi({ target: 'rest', routes: { 'GET /users/{id}': handler } }).listen();
    return portOf(url);
  },
  async 'local-routes'() {
    const others = Object.fromEntries(Array.from({ length: 999 }, (_, index) => [`GET /r${index}/{id}`, handler]));
    const { url } = await createLocalApi({ target: 'rest', routes: { ...others, 'GET /users/{id}': handler } }).listen();
    return portOf(url);
  },
  async 'local-thread'() {
    const { url } = await createLocalApi({
      target: 'rest',
      routes: { 'GET /users/{id}': createModuleHandler(`${import.meta.dirname}/handler.mjs`).handler },
    }).listen();
    return portOf(url);
  },
  async ws() {
    const { WebSocketServer } = await import('ws');
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
    await once(server, 'listening');
    return (server.address() as AddressInfo).port; // it listens to a port
  },
  async 'local-ws'() {
    const echo = async ({ body }: { body?: string }) => ({ statusCode: 200, body: String(body) });
    const { url } = await createLocalWebsocketApi({ routes: { $default: { handler: echo, routeResponse: true } } }).listen();
    return portOf(url);
  },
};

/** `@hono/node-server`, as far as we use it. */
interface HonoServer {
  serve(options: object): NodeJS.EventEmitter & { address(): AddressInfo };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

// serverless-offline loads this file before itself. It listens to the port that its command line names.
const start = SERVERS[process.argv[2] ?? ''];
let stop: (() => Promise<Hits>) | undefined;
process.on('message', async (message) => {
  if (message === 'cpu') return process.send?.({ cpu: cpuTime() });
  const hits = await stop?.();
  stop = hits ? undefined : await startProfiler();
  return process.send?.({ hits });
});
if (start) process.send?.({ port: await start() });
