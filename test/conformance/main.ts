// Runs recorded cases against the library. Exits with 1 if a case fails.
//
//   npm run conformance                  every case in test/conformance/data
//   npm run conformance -- FILE…         the cases of other files
//   npm run conformance -- --rule ID     one case, and the lines of src that rely on it
import { readFileSync } from 'node:fs';
import { judgeFile, OPEN_CASES } from './judge.js';
import { findRules } from './rules.js';
import type { Verdict } from './verdict.js';

const OUTCOMES = ['passed', 'failed', 'not yet covered'] as const;
const files = process.argv.slice(2);
if (files[0] === '--rule') {
  process.exit(await showRule(files[1] ?? ''));
}
const verdicts = await judgeAll(files.length > 0 ? files : OPEN_CASES);

for (const verdict of verdicts) {
  if (verdict.outcome === 'failed')
    console.log(`failed: ${verdict.id} (${kindOf(verdict)})\n${verdict.remarks.map((remark) => `  ${remark}`).join('\n')}`);
}
for (const { id, remarks } of verdicts.filter(({ outcome }) => outcome === 'passed')) {
  if (remarks.length > 0) console.log(`passed: ${id}: ${remarks}`);
}
for (const { id, remarks } of verdicts.filter(({ outcome }) => outcome === 'not yet covered'))
  console.log(`not yet covered: ${id}: ${remarks}`);

const rows = Object.entries(countsByKind(verdicts)).sort(([a], [b]) => (a < b ? -1 : 1));
console.log(`\n${'target, evidence, confidence'.padEnd(40)}${OUTCOMES.map((outcome) => outcome.padStart(18)).join('')}`);
for (const [kind, counts] of rows) console.log(kind.padEnd(40) + OUTCOMES.map((outcome) => String(counts[outcome]).padStart(18)).join(''));
console.log(
  'total'.padEnd(40) +
    OUTCOMES.map((outcome) => String(verdicts.filter((verdict) => verdict.outcome === outcome).length).padStart(18)).join(''),
);
// A case can leave a handler's thread behind that never ends.
process.exit(verdicts.some(({ outcome }) => outcome === 'failed') ? 1 : 0);

async function judgeAll(paths: readonly string[]): Promise<Verdict[]> {
  return (await Promise.all(paths.map(judgeFile))).flat();
}

function kindOf({ target, evidence, confidence }: Verdict): string {
  return [target, evidence, confidence].filter((word) => word !== undefined).join(' ');
}

function countsByKind(all: readonly Verdict[]): Record<string, Record<Verdict['outcome'], number>> {
  const counts: Record<string, Record<Verdict['outcome'], number>> = {};
  for (const verdict of all) {
    const row = counts[kindOf(verdict)] ?? { passed: 0, failed: 0, 'not yet covered': 0 };
    row[verdict.outcome] += 1;
    counts[kindOf(verdict)] = row;
  }
  return counts;
}

/** Prints a case, its verdict, and the lines that name it; returns the exit code. */
async function showRule(id: string): Promise<number> {
  const found = OPEN_CASES.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as { id: string }[]).find((one) => one.id === id);
  if (found === undefined) {
    console.error(`No case in test/conformance/data has the id ${id}.`);
    return 2;
  }
  console.log(JSON.stringify(found, null, 2));
  const verdict = (await judgeAll(OPEN_CASES)).find((one) => one.id === id);
  console.log(`\n${verdict?.outcome}${verdict?.remarks.map((remark) => `\n  ${remark}`).join('')}\n`);
  const rules = findRules().filter(({ cases }) => cases.includes(id));
  for (const { place, line } of rules) console.log(`${place}: ${line}`);
  if (rules.length === 0) console.log('No line of src names this case.');
  return verdict?.outcome === 'failed' ? 1 : 0;
}
