import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { type Played, playCase, unseenPathsOf } from '../../../src/conformance/play/play-conformance.js';
import { isRenderCase } from '../../../src/conformance/stack/seen-case.js';
import { type StackApi, stackApis } from '../../../src/conformance/stack/stack-apis.js';
import { conformanceStack } from '../../../src/conformance/stack/stack-files.js';
import { compilePrograms, installNode } from '../install.js';
import type { Case } from '../peer.js';
import { type CaseScore, scoreEvent, scoreFailure, scoreResponse } from '../score.js';

/** How an emulator serves one API of the stack. */
export interface Emulator {
  /** Files to write beside those of the stack: path → text. */
  readonly files: (api: StackApi, stack: ReturnType<typeof conformanceStack>) => Readonly<Record<string, string>>;
  /** Returns the command line for Node.js. `home` is the folder with the packages, and `ports` are free ports. */
  readonly command: (home: string, ports: readonly number[]) => readonly string[];
  /** The path of the API's URL. */
  readonly prefix: (api: StackApi) => string;
}

/** Serves the APIs that the cases need, one after the other, and plays the cases. A server that ends is started again for the next case. */
export async function playEmulator(emulator: Emulator, cases: readonly Case[], home: string): Promise<readonly CaseScore[]> {
  await compilePrograms(home);
  const scores: CaseScore[] = [];
  for (const api of stackApis()) {
    const asked = cases.filter(({ id }) => api.cases.includes(id));
    if (asked.length > 0) scores.push(...(await playApi(emulator, api, asked, home)));
  }
  return scores;
}

async function playApi(emulator: Emulator, api: StackApi, cases: readonly Case[], home: string): Promise<CaseScore[]> {
  const folder = writeFiles(emulator, api, home);
  const scores: CaseScore[] = [];
  let server: Server | undefined;
  for (const given of cases) {
    server ??= await startServer(emulator, home, folder);
    const played = await playCase(given, { [api.name]: `http://127.0.0.1:${server.port}${emulator.prefix(api)}` });
    const hasEnded = played.received === undefined && played.translated === undefined && (await endsSoon(server.child));
    scores.push(hasEnded ? scoreFailure(given, 'the request ended the server') : scorePlayed(given, played));
    if (hasEnded) server = undefined;
  }
  await server?.stop();
  return scores;
}

/** Scores an exchange over HTTP. */
export function scorePlayed(given: Case, { verdict, received, translated }: Played): CaseScore {
  if (isRenderCase(given)) return received ? scoreResponse(given, received) : scoreFailure(given, verdict.remarks.join(' '));
  if (translated === undefined) return scoreFailure(given, verdict.remarks.join(' '));
  return scoreEvent(translated.given, decodeTwice(translated.event), unseenPathsOf(translated.given));
}

/** A server that writes the function's body as JSON once more fails the cases about results. Its events are none the worse for it. */
function decodeTwice(event: unknown): unknown {
  return typeof event === 'string' ? JSON.parse(event) : event;
}

function writeFiles({ files }: Emulator, api: StackApi, home: string): string {
  const folder = join(home, 'stacks', api.name);
  const stack = conformanceStack();
  for (const [path, text] of Object.entries({ ...stack, ...files(api, stack) })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const ENVIRONMENT = { SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off', NO_COLOR: '1', AWS_REGION: 'us-east-1', CI: '1' };

async function startServer({ command }: Emulator, home: string, folder: string): Promise<Server> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const [port = 0] = ports;
  const log = openSync(join(folder, 'server.log'), 'a');
  const child = spawn(await installNode(), command(home, ports), {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['ignore', log, log],
    detached: true, // so that what it starts can be stopped with it
  });
  await listens(child, port, folder);
  return { child, port, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await exit;
}

/** Waits until a server accepts connections. */
async function listens(child: ChildProcess, port: number, folder: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended. See ${join(folder, 'server.log')}.`);
    if (await accepts(port)) return;
    await sleep(100);
  }
  await stop(child);
  throw new Error(`The server has not started within 60 seconds. See ${join(folder, 'server.log')}.`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Whether a process ends within half a second. */
async function endsSoon(child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 10 && child.exitCode === null; tries += 1) await sleep(50);
  return child.exitCode !== null;
}

function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens to a port
  server.close();
  return port;
}
