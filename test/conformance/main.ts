// Runs recorded cases against the library. Exits with 1 if a case fails.
//
//   npm run conformance                  every case in test/conformance/data
//   npm run conformance -- FILE…         the cases of other files
//   npm run conformance -- --rule ID     one case, and the lines of src that rely on it
import { readFileSync } from 'node:fs';
import { type JudgedCase, judgeFile, OPEN_CASES } from './judge.js';
import { findRules } from './rules.js';

const OUTCOMES = ['passed', 'failed', 'not yet covered'] as const;
const files = process.argv.slice(2);
if (files[0] === '--rule') {
  process.exit(await showRule(files[1] ?? ''));
}
const verdicts = await judgeAll(files.length > 0 ? files : OPEN_CASES);

for (const verdict of verdicts) {
  if (verdict.outcome === 'failed')
    console.log(`failed: ${verdict.id} (${evidenceOf(verdict)})\n${verdict.remarks.map((remark) => `  ${remark}`).join('\n')}`);
}
for (const { id, remarks } of verdicts.filter(({ outcome }) => outcome === 'passed')) {
  if (remarks.length > 0) console.log(`passed: ${id}: ${remarks}`);
}
for (const { id, remarks } of verdicts.filter(({ outcome }) => outcome === 'not yet covered'))
  console.log(`not yet covered: ${id}: ${remarks}`);

printTable('target, evidence, confidence', verdicts, evidenceOf);
printTable('kind', verdicts, ({ kind }) => kind);
// A case can leave a handler's thread behind that never ends.
process.exit(verdicts.some(({ outcome }) => outcome === 'failed') ? 1 : 0);

async function judgeAll(paths: readonly string[]): Promise<JudgedCase[]> {
  return (await Promise.all(paths.map(judgeFile))).flat();
}

function evidenceOf({ target, evidence, confidence }: JudgedCase): string {
  return [target, evidence, confidence].filter((word) => word !== undefined).join(' ');
}

/** Prints how many cases of each group have which outcome. */
function printTable(title: string, all: readonly JudgedCase[], groupOf: (verdict: JudgedCase) => string): void {
  const print = (name: string, cells: readonly (string | number)[]): void =>
    console.log(name.padEnd(44) + cells.map((cell) => String(cell).padStart(18)).join(''));
  const countsOf = (group: readonly JudgedCase[]): number[] => OUTCOMES.map((one) => group.filter(({ outcome }) => outcome === one).length);
  console.log();
  print(title, OUTCOMES);
  for (const name of [...new Set(all.map(groupOf))].sort()) {
    print(name, countsOf(all.filter((verdict) => groupOf(verdict) === name)));
  }
  print('total', countsOf(all));
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
