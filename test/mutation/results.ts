import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mutant, Progress } from './job.js';

const FOLDER = 'test/mutation/results';

/** What became of the mutants of one file. */
export interface FileResult {
  /** The beginning of the SHA-256 of the file that was mutated. */
  readonly hash: string;
  /** The commit whose tests ran. */
  readonly commit: string;
  readonly mutants: number;
  readonly killed: number;
  /** `12:5 EqualityOperator a === b → a !== b`: line, column, kind, and the change. No test reaches those that end with `(not reached)`. */
  readonly survived: readonly string[];
}
export type UnitResult = Record<string, FileResult>;

export function readResults(unit: string): UnitResult {
  const path = pathOf(unit);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

export function writeResults(unit: string, results: UnitResult): void {
  mkdirSync(FOLDER, { recursive: true });
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(pathOf(unit), `${JSON.stringify(sorted, null, 2)}\n`);
}

function pathOf(unit: string): string {
  return `${FOLDER}/${unit.replaceAll('/', '-')}.json`;
}

export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

function currentCommit(): string {
  return execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' }).trim();
}

/** Sums up one file of a job. */
export function resultOf(file: string, mutants: readonly Mutant[], { killed, reached }: Progress): FileResult {
  const own = mutants.filter((mutant) => mutant.file === file);
  const alive = own.filter(({ id }) => !killed.has(id));
  return {
    hash: hashOf(file),
    commit: currentCommit(),
    mutants: own.length,
    killed: own.length - alive.length,
    survived: alive.map((mutant) => `${describe(mutant)}${reached.has(mutant.id) ? '' : ' (not reached)'}`),
  };
}

/** One line, the same in every run as long as the file doesn't change. */
export function describe({ line, column, kind, original, replacement }: Mutant): string {
  return `${line}:${column} ${kind} ${shorten(original)} → ${shorten(replacement)}`;
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
