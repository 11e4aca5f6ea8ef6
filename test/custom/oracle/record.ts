import { readFileSync, writeFileSync } from 'node:fs';
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

export const RUNS = new URL('../data/velocity-runs.json', import.meta.url);

/** Writes what Velocity prints for each template in the file. */
export async function record(oracle: Oracle): Promise<void> {
  const { body, runs } = JSON.parse(readFileSync(RUNS, 'utf8')) as VelocityRuns;
  const recorded: VelocityRun[] = [];
  for (const [template] of runs) {
    const { text } = await oracle.ask({ template, body, params: {}, context: {}, stageVariables: {} });
    recorded.push([template, text === undefined ? null : withoutIdentities(text)]);
  }
  const lines = recorded.map((run) => `    ${JSON.stringify(run)}`);
  writeFileSync(RUNS, `{\n  "body": ${JSON.stringify(body)},\n  "runs": [\n${lines.join(',\n')}\n  ]\n}\n`);
  console.log(`${recorded.length} templates recorded`);
}
