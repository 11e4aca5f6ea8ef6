import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installNode } from './install.js';

const run = promisify(execFile);

/** What a program answered: a value, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly error: string };

/** Runs a program beside a peer, in a process of its own, and returns its answer to each input. */
export async function runProgram<T>(
  home: string,
  program: string,
  peer: string,
  inputs: readonly unknown[],
): Promise<readonly Answer<T>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    const [question, answer] = [join(folder, 'question.json'), join(folder, 'answer.json')];
    writeFileSync(question, JSON.stringify(inputs));
    await run(await installNode(), [join(home, 'processes', `${program}.mjs`), peer, question, answer], { cwd: home, maxBuffer: 1e8 });
    return JSON.parse(readFileSync(answer, 'utf8')) as readonly Answer<T>[]; // what `answerAll` writes
  } finally {
    rmSync(folder, { recursive: true });
  }
}
