import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRestEvent } from 'apigw-proxy';
import { type Hits, type Profile, topOf } from './profiler.js';
import { RICH } from './rows/inputs.js';
import { EMPTY, type Program, sourceOf, starts } from './rows/programs.js';
import type { Measured, Rounds } from './statistics.js';
import type { Workspace } from './workspace.js';

const EVENT = JSON.stringify(buildRestEvent(RICH));

/**
 * Measures the CPU time of programs in new processes, in microseconds more than an empty program. Each round starts every program once.
 */
export async function measureStarts(
  workspace: Workspace,
  format: 'esm' | 'cjs',
  rounds: number,
): Promise<{ total: Measured; firstCall: Measured }> {
  const files = await Promise.all(starts.map(async (program) => [program.name, await write(workspace, program, format)] as const));
  const total: Rounds[] = [];
  const firstCall: Rounds[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = new Map<string, readonly [number, number]>();
    for (const [name, file] of files) times.set(name, JSON.parse(await start(workspace, file)) as [number, number]); // what `processes/start.ts` prints
    const [importOfEmpty, callOfEmpty] = times.get(EMPTY) ?? [0, 0];
    times.delete(EMPTY);
    total.push(Object.fromEntries([...times].map(([name, [load, call]]) => [name, [load + call - importOfEmpty - callOfEmpty]])));
    firstCall.push(Object.fromEntries([...times].map(([name, [, call]]) => [name, [call - callOfEmpty]])));
  }
  return { total, firstCall };
}

const PROFILES = 5;

/** Profiles the start of a program in some new processes. */
export async function profileStart(workspace: Workspace, name: string, format: 'esm' | 'cjs'): Promise<Profile> {
  const program = starts.find((each) => each.name === name);
  if (!program) throw new Error(`There is no program ${name}.`);
  const file = await write(workspace, program, format);
  const counts: Hits[] = [];
  for (let round = 0; round < PROFILES; round += 1) counts.push(JSON.parse(await start(workspace, file, 'profile')) as Hits); // the same
  return topOf(counts);
}

/** Writes a program into the workspace. Returns its file. */
async function write({ folder }: Workspace, program: Program, format: 'esm' | 'cjs'): Promise<string> {
  const file = join(folder, `start-${starts.indexOf(program)}.${format === 'esm' ? 'mjs' : 'cjs'}`);
  await writeFile(file, sourceOf(program, format));
  return file;
}

function start(workspace: Workspace, file: string, ...mode: readonly string[]): Promise<string> {
  return workspace.run('start.mjs', [file, EVENT, ...mode]);
}
