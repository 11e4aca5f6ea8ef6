import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Mutant, Progress } from './job.js';

/** Where the results are, one file for each unit. */
export const RESULTS = 'test/mutation/results';

/** Where the results of samples are, one file for each unit that has not run whole. */
export const SAMPLES = 'test/mutation/samples';

/** What became of the mutants of one file. */
export interface FileResult {
  /** The beginning of the SHA-256 of the file that was mutated. */
  readonly hash: string;
  /** The commit whose tests ran. */
  readonly commit: string;
  readonly mutants: number;
  /** A test failed, or the mutant ran without an end. */
  readonly killed: number;
  /** No test failed, but the mutant doesn't compile. */
  readonly refused: number;
  /** `12:5 EqualityOperator a === b → a !== b`: line, column, kind, and the change. No test reaches those that end with `(not reached)`. */
  readonly survived: readonly string[];
}
export type UnitResult = Record<string, FileResult>;

/** What became of a sample of a unit's mutants. */
export interface SampleResult extends Pick<FileResult, 'commit' | 'killed' | 'refused' | 'survived'> {
  readonly unit: string;
  /** How many mutants the unit has. */
  readonly mutants: number;
  /** How many of them ran. */
  readonly tried: number;
}

export function writeSample(sample: SampleResult): void {
  mkdirSync(SAMPLES, { recursive: true });
  writeFileSync(pathOf(sample.unit, SAMPLES), `${JSON.stringify(sample, null, 2)}\n`);
}

/** Removes the sample of a unit that has run whole. */
export function removeSample(unit: string): void {
  rmSync(pathOf(unit, SAMPLES), { force: true });
}

/** Returns mutants from all parts of a unit: as many as are wanted, at equal distances. */
export function chooseSample<Item>(all: readonly Item[], wanted: number): Item[] {
  return all.filter((_, index) => Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length));
}

export function readResults(unit: string): UnitResult {
  const path = pathOf(unit);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

export function writeResults(unit: string, results: UnitResult): void {
  mkdirSync(RESULTS, { recursive: true });
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(pathOf(unit), `${JSON.stringify(sorted, null, 2)}\n`);
}

function pathOf(unit: string, folder = RESULTS): string {
  return `${folder}/${unit.replaceAll('/', '-')}.json`;
}

export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

function currentCommit(): string {
  return execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' }).trim();
}

/** The state of a file, before its mutants run: it can change while they do. */
export function stateOf(file: string): Pick<FileResult, 'hash' | 'commit'> {
  return { hash: hashOf(file), commit: currentCommit() };
}

/** What became of the mutants that ran. */
export interface Outcome extends Pick<Progress, 'killed' | 'reached'> {
  /** Those that no test noticed and the compiler refuses. */
  readonly refused: ReadonlySet<string>;
}

/**
 * Sums up one file of a job.
 *
 * @param before the result in which these mutants survived, if only survivors ran.
 */
export function resultOf(
  state: Pick<FileResult, 'hash' | 'commit'>,
  mutants: readonly Mutant[],
  { killed, reached, refused }: Outcome,
  before: Pick<FileResult, 'mutants' | 'refused'> = { mutants: mutants.length, refused: 0 },
): FileResult {
  const alive = mutants.filter(({ id }) => !killed.has(id) && !refused.has(id));
  // Not those that ran: mutants of one long RegExp can have the same line, so some run again that were killed before.
  const refusedInAll = before.refused + mutants.filter(({ id }) => refused.has(id)).length;
  return {
    ...state,
    mutants: before.mutants,
    killed: before.mutants - refusedInAll - alive.length,
    refused: refusedInAll,
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
