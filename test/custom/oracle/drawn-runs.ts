import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CALL_BODY } from '../drawn-calls.js';
import { CHARACTERS } from '../drawn-characters.js';
import type { Oracle } from './java.js';
import { KINDS } from './kinds.js';

/** A drawn question, and what both Java and the engine answer; `null` if both fail. */
export type DrawnRun = readonly [draw: object, answer: string | null];

const FOLDER = new URL('../data/drawn/', import.meta.url);
/** Calls and templates take a millisecond each. */
const DRAWS: Readonly<Record<string, number>> = { templates: 150, calls: 250, paths: 600, patterns: 600, classes: 1500, places: 2000 };
/** All calls read one body, and all classes one text, which are long. */
const SHARED: Readonly<Record<string, object>> = { calls: { body: CALL_BODY }, classes: { text: CHARACTERS } };

/** The recorded runs of one of {@link KINDS}. */
export function readDrawnRuns(kind: string): DrawnRun[] {
  const runs = JSON.parse(readFileSync(new URL(`${kind}.json`, FOLDER), 'utf8')) as DrawnRun[]; // `recordDrawn` writes nothing else
  return runs.map(([draw, answer]) => [{ ...draw, ...SHARED[kind] }, answer]);
}

/** Writes drawn questions of each kind with Java's answers, where the engine's is the same. */
export async function recordDrawn(oracle: Oracle): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [kind, { compare }] of Object.entries(KINDS)) {
    const lines = new Set<string>();
    const shared = Object.keys(SHARED[kind] ?? {});
    await compare(oracle, { numRuns: DRAWS[kind] ?? 100, seed: 1 }, (draw, answer) => {
      lines.add(JSON.stringify([draw, answer], (key, value) => (shared.includes(key) ? undefined : value)));
    });
    writeFileSync(new URL(`${kind}.json`, FOLDER), `[\n${[...lines].join(',\n')}\n]\n`);
    console.log(`${kind}: ${lines.size} draws recorded`);
  }
}
