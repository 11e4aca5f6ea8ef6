import { readdirSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { type Servers, startServers } from './servers.js';
import { COSTLY_VISITS, VISITS } from './visits.js';

// Shows that a server gives back what it takes: `npm run soak` opens and closes 10,000 connections, good and bad ones, with reloads, and
// compares memory, handles and file descriptors after the first round with those after the last. `npm run soak -- 100000` opens more.

/** What a process holds. */
interface Held {
  /** Bytes on the heap and in buffers, after garbage collection. */
  readonly bytes: number;
  /** Timers, sockets and servers that keep the process alive. */
  readonly handles: number;
  /** Open files and sockets. */
  readonly descriptors: number;
}

const ROUNDS = 10;
const AT_ONCE = 20;
/** Each costly visit starts a thread. */
const COSTLY_EACH_ROUND = 6;
/** How much more memory the last round may hold than the first. The log of exchanges has a limit, and V8 keeps compiled code. */
const MOST_BYTES = 4_000_000;

const [count = '10000'] = process.argv.slice(2);
const connections = Math.ceil(Number(count) / ROUNDS);
const servers = await startServers();
const before = readHeld();
const held: Held[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  await visitAll(connections, servers);
  await later(1500); // retired threads end within a second
  held.push(readHeld());
  console.log(`${(round + 1) * connections} connections: ${describe(held.at(-1) ?? before)}`);
}
await servers.close();

const [first = before] = held;
const last = held.at(-1) ?? before;
const faults = [
  ...(last.bytes - first.bytes > MOST_BYTES ? [`${last.bytes - first.bytes} bytes more than after the first round`] : []),
  ...(last.handles > first.handles ? [`${last.handles - first.handles} handles more`] : []),
  ...(last.descriptors > first.descriptors ? [`${last.descriptors - first.descriptors} file descriptors more`] : []),
];
console.log(faults.length === 0 ? 'Nothing was kept.' : `Kept: ${faults.join(', ')}.`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function visitAll(total: number, target: Servers): Promise<void> {
  const visits = Array.from({ length: total }, (_, index) => VISITS[index % VISITS.length] ?? stay);
  for (let start = 0; start < visits.length; start += AT_ONCE) {
    await Promise.all(visits.slice(start, start + AT_ONCE).map((visit) => visit(target)));
  }
  // One after the other: a thread that exits ends the calls of others, too.
  for (let index = 0; index < COSTLY_EACH_ROUND; index += 1) await (COSTLY_VISITS[index % COSTLY_VISITS.length] ?? stay)(target);
}

async function stay(): Promise<void> {}

function readHeld(): Held {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const descriptors = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  return { bytes: heapUsed + arrayBuffers, handles: process.getActiveResourcesInfo().length, descriptors };
}

function describe({ bytes, handles, descriptors }: Held): string {
  return `${(bytes / 1e6).toFixed(1)} MB, ${handles} handles, ${descriptors} file descriptors`;
}
