import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Oracle } from './java.js';
import { withoutIdentities } from './templates.js';

/** What Velocity 1.7 prints. */
export interface VelocityRuns {
  /** The body that every template reads. */
  readonly body: string;
  readonly runs: readonly VelocityRun[];
}

/** A template and what it prints; `null` if it stops with an exception. */
export type VelocityRun = readonly [template: string, prints: string | null];

const FOLDER = new URL('../data/velocity/', import.meta.url);

/** The recorded files, by name. */
export function readRuns(): [name: string, file: VelocityRuns][] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as VelocityRuns]); // `record` writes nothing else
}

/** Writes what Velocity prints for each template of each file. */
export async function record(oracle: Oracle): Promise<void> {
  for (const [name, file] of readRuns()) await recordFile(name, file, oracle);
}

async function recordFile(name: string, { body, runs }: VelocityRuns, oracle: Oracle): Promise<void> {
  const recorded: VelocityRun[] = [];
  for (const [template] of runs) {
    const { text } = await oracle.ask({ template, body, params: {}, context: {}, stageVariables: {} });
    recorded.push([template, text === undefined ? null : withoutIdentities(text)]);
  }
  const lines = recorded.map((run) => `    ${JSON.stringify(run)}`);
  writeFileSync(new URL(name, FOLDER), `{\n  "body": ${JSON.stringify(body)},\n  "runs": [\n${lines.join(',\n')}\n  ]\n}\n`);
  console.log(`${name}: ${recorded.length} templates recorded`);
}
