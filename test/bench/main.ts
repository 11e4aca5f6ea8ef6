import { mkdir, rm, writeFile } from 'node:fs/promises';
import { budgets, judge } from './budgets.js';
import { collect, GROUP_NAMES } from './collect.js';
import { profileMissed } from './profiles.js';
import { drawBars } from './report/bars.js';
import { drawGrowth } from './report/lines.js';
import { describeMachine } from './report/machine.js';
import { pageOf } from './report/page.js';
import { sections } from './report/sections.js';
import { resultText, verdictText } from './report/text.js';
import type { Result } from './result.js';
import { growths, nameOfGrowth } from './rows/growth.js';
import { createWorkspace } from './workspace.js';

// `npm run bench` measures everything, prints it and writes docs/performance.md with its images. `npm run bench -- render` only measures and
// prints the groups whose name contains the word, and the budgets of these groups or with the word in their row.

const words = process.argv.slice(2).join(' ').toLowerCase();
const contains = (name: string): boolean => name.toLowerCase().includes(words);
const ofRows = budgets.filter(({ row }) => contains(row)).map(({ group }) => group);
const names = GROUP_NAMES.filter((name) => contains(name) || ofRows.includes(name));
if (names.length === 0) throw new Error(`No group contains "${words}". The groups are:\n${GROUP_NAMES.join('\n')}`);

const log = (text: string): void => console.error(`  ${text}`);
const workspace = await createWorkspace();
try {
  const results = await collect(workspace, names, log);
  const verdicts = budgets.filter(({ group }) => names.includes(group)).map((budget) => judge(budget, results));
  if (words === '') {
    const profiles = await profileMissed(workspace, verdicts, log);
    await write(
      results,
      pageOf({
        machine: await describeMachine([workspace.folder, process.env['SERVERLESS_OFFLINE'] ?? workspace.folder]),
        results,
        verdicts,
        profiles,
      }),
    );
  }
  for (const result of results) console.log(`${resultText(result)}\n`);
  for (const verdict of verdicts) console.log(verdictText(verdict));
} finally {
  await workspace.remove();
}

async function write(results: readonly Result[], page: string): Promise<void> {
  await rm('docs/performance', { recursive: true, force: true });
  await mkdir('docs/performance');
  await writeFile('docs/performance.md', page);
  for (const { title, image, drawn = [] } of sections) {
    if (image === undefined) continue;
    const shown = drawn.flatMap((name) => results.filter((result) => result.name === name));
    await writeFile(`docs/performance/${image}.svg`, drawBars(title, shown));
  }
  const measured = growths.map((growth) => [growth, results.find(({ name }) => name === nameOfGrowth(growth))?.measured ?? []] as const);
  await writeFile('docs/performance/growth.svg', drawGrowth('Growth', measured));
}
