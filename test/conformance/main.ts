// Judges files of conformance cases: `npm run conformance -- [file…]`, without a file the open cases. Exits with 1 if a case failed.
import { judgeFile, OPEN_CASES } from './judge.js';
import type { Verdict } from './verdict.js';

const OUTCOMES = ['passed', 'failed', 'not yet covered'] as const;
const files = process.argv.slice(2);
const verdicts = (files.length > 0 ? files : OPEN_CASES).flatMap(judgeFile);

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
process.exitCode = verdicts.some(({ outcome }) => outcome === 'failed') ? 1 : 0;

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
