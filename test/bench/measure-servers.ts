import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'undici';
import { WebSocket } from 'ws';
import { type Hits, type Profile, topOf } from './profiler.js';
import type { Owner } from './rows/group.js';
import type { Measured } from './statistics.js';
import type { Workspace } from './workspace.js';

export const BARE_HTTP = 'bare node:http';
export const LOCAL_API = 'local API';
export const LOCAL_API_ROUTES = 'local API with 1,000 routes';
export const BARE_WS = 'bare ws';
export const LOCAL_WEBSOCKET_API = 'local WebSocket API';

/** A server, and the argument of `processes/server.ts` that starts it. */
interface Served {
  readonly name: string;
  readonly owner: Owner;
  readonly role: string;
}

const OFFLINE = 'serverless-offline';

export const HTTP_SERVERS: readonly Served[] = [
  { name: BARE_HTTP, owner: 'limit', role: 'http' },
  { name: LOCAL_API, owner: 'ours', role: 'local' },
  { name: LOCAL_API_ROUTES, owner: 'ours', role: 'local-routes' },
  { name: 'local API, handler in a thread', owner: 'ours', role: 'local-thread' },
  { name: 'fastify', owner: 'peer', role: 'fastify' },
  { name: 'hono', owner: 'peer', role: 'hono' },
  { name: OFFLINE, owner: 'peer', role: OFFLINE },
];

export const WEBSOCKET_SERVERS: readonly Served[] = [
  { name: BARE_WS, owner: 'limit', role: 'ws' },
  { name: LOCAL_WEBSOCKET_API, owner: 'ours', role: 'local-ws' },
];

const AT_ONCE = 32;
const WARM_UP = 8000;
const COUNT = 1500;
const ROUNDS = 9;

/** Sends this many requests or messages to a port. */
type Load = (port: number, count: number) => Promise<void>;

/**
 * Sends requests to each server in turn, and measures the CPU time of its process. Returns microseconds per request, for each server and
 * round.
 */
export async function measureServers(workspace: Workspace, servers: readonly Served[]): Promise<Measured> {
  const load = loadOf(servers);
  const running: { name: string; child: ChildProcess; port: number }[] = [];
  try {
    for (const { name, role } of servers) {
      const child = role === OFFLINE ? startOffline(workspace) : start(workspace, [role]);
      if (child === undefined) continue;
      const port = await portOf(child, role);
      if (port === undefined) child.kill();
      else running.push({ name, child, port });
    }
    for (const { port } of running) await load(port, WARM_UP);
    const measured: Record<string, number[]>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const costs: Record<string, number[]> = {};
      for (const { name, child, port } of running) costs[name] = [await costOf(child, () => load(port, COUNT), COUNT)];
      measured.push(costs);
    }
    return measured;
  } finally {
    for (const { child } of running) child.kill();
  }
}

/** Profiles a server while it answers. */
export async function profileServer(workspace: Workspace, servers: readonly Served[], name: string): Promise<Profile> {
  const load = loadOf(servers);
  const role = servers.find((server) => server.name === name)?.role ?? '';
  const child = start(workspace, [role]);
  try {
    const port = await portOf(child, role);
    if (port === undefined) return [];
    await load(port, WARM_UP);
    await ask<{ hits?: Hits }>(child, 'profile');
    await load(port, WARM_UP);
    return topOf([(await ask<{ hits?: Hits }>(child, 'profile')).hits ?? {}]);
  } finally {
    child.kill();
  }
}

function loadOf(servers: readonly Served[]): Load {
  return servers === WEBSOCKET_SERVERS ? sendMessages : sendRequests;
}

function start({ folder }: Workspace, args: readonly string[], flags: readonly string[] = [], cwd = folder): ChildProcess {
  const files = flags.length > 0 ? flags : [join(folder, 'server.mjs')];
  // serverless-offline logs every request.
  return spawn(process.execPath, [...files, ...args], { cwd, stdio: ['ignore', 'ignore', flags.length > 0 ? 'ignore' : 'inherit', 'ipc'] });
}

const OFFLINE_PORT = 3987;

/** Starts serverless-offline in the folder that the variable SERVERLESS_OFFLINE names, with a serverless.yml of one function. */
function startOffline(workspace: Workspace): ChildProcess | undefined {
  const folder = process.env['SERVERLESS_OFFLINE'];
  if (folder === undefined) return undefined;
  const flags = ['--import', join(workspace.folder, 'server.mjs'), join(folder, 'node_modules/serverless/bin/serverless.js')];
  return start(workspace, ['offline', '--httpPort', String(OFFLINE_PORT)], flags, folder);
}

async function portOf(child: ChildProcess, role: string): Promise<number | undefined> {
  if (role !== OFFLINE) return ((await once(child, 'message')) as [{ port?: number }])[0].port; // what `processes/server.ts` sends
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${OFFLINE_PORT}/prod/users/1`).catch(() => undefined);
    if (answer?.ok) return OFFLINE_PORT;
    if (child.exitCode !== null) throw new Error('serverless-offline ended. Run `npx serverless offline` in its folder to see why.');
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('serverless-offline has not started within 30 seconds.');
}

async function costOf(child: ChildProcess, work: () => Promise<void>, count: number): Promise<number> {
  const { cpu: before } = await ask<{ cpu: number }>(child, 'cpu');
  await work();
  return ((await ask<{ cpu: number }>(child, 'cpu')).cpu - before) / count;
}

async function ask<T>(child: ChildProcess, question: 'cpu' | 'profile'): Promise<T> {
  const answer = once(child, 'message');
  child.send(question);
  return ((await answer) as [T])[0]; // `processes/server.ts` answers each question
}

const sendRequests: Load = async (port, count) => {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: AT_ONCE });
  let left = count;
  await eachAtOnce(async () => {
    while (left > 0) {
      left -= 1;
      const { statusCode, body } = await pool.request({ path: '/prod/users/1', method: 'GET' });
      const text = await body.text();
      if (statusCode !== 200 || text !== '{"id":"1"}') throw new Error(`The server on port ${port} answered ${statusCode} ${text}.`);
    }
  });
  await pool.destroy();
};

const sendMessages: Load = async (port, count) => {
  let left = count;
  await eachAtOnce(async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/prod`);
    await once(socket, 'open');
    while (left > 0) {
      left -= 1;
      const answer = once(socket, 'message');
      socket.send('{"action":"say","text":"hello"}');
      const [data] = (await answer) as [unknown]; // the event's arguments
      if (String(data) !== '{"action":"say","text":"hello"}') throw new Error(`The server on port ${port} answered ${String(data)}.`);
    }
    socket.close();
  });
};

async function eachAtOnce(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
