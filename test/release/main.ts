// Publishes a version: `npm run release`. With `--dry-run`, it goes through all steps, says what would stop it, and publishes nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { changelogProblems, identityProblems } from './identity.js';

/** A step: its name, and what is wrong. A step that runs a command throws if the command fails. */
type Step = readonly [name: string, run: () => readonly string[]];

const isDryRun = process.argv.includes('--dry-run');

/** Arguments of npm. Scripts are off in `.npmrc`, so `prepublishOnly` runs only if they are turned on here. */
const PUBLISH = ['publish', '--access', 'public', '--ignore-scripts=false', ...process.argv.slice(2).filter((arg) => arg !== '--dry-run')];

const STEPS: readonly Step[] = [
  ['identity in package.json', () => identityProblems(manifest)],
  ['changelog', () => changelogProblems(readFileSync('CHANGELOG.md', 'utf8'), manifest.version)],
  ['working tree', () => (output('git', 'status', '--porcelain') === '' ? [] : ['There are changes that are not committed.'])],
  ['tests', () => inDryRun('npm test && npm run test:compat') ?? run('npm', 'test') ?? run('npm', 'run', 'test:compat') ?? []],
  ['package', () => [...listed(output('npm', 'pack', '--dry-run', '--json'))]],
  ['publish', () => inDryRun(`npm ${PUBLISH.join(' ')}`) ?? run('npm', ...PUBLISH) ?? []],
  ['tag', () => inDryRun(`git tag v${manifest.version}`) ?? run('git', 'tag', `v${manifest.version}`) ?? []],
];

for (const [name, check] of STEPS) {
  console.log(`${name} …`);
  const problems = check();
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0 && !isDryRun) {
    console.error(`Not published: ${name}.`);
    process.exit(1);
  }
}
console.log(isDryRun ? 'The dry run has reached the end. Nothing was published.' : `Published ${manifest.version}. Push the tag.`);

/** Prints the command in a dry run, and returns that there is nothing wrong. */
function inDryRun(command: string): readonly string[] | undefined {
  if (!isDryRun) return undefined;
  console.log(`  would run: ${command}`);
  return [];
}

function run(command: string, ...args: readonly string[]): undefined {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

function output(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
}

/** Prints what is packed. Nothing can be wrong with it here: the tests check it. */
function listed(json: string): readonly string[] {
  const [{ filename, size, entryCount }] = JSON.parse(json) as [{ filename: string; size: number; entryCount: number }]; // npm's documented output
  console.log(`  ${filename}: ${entryCount} files, ${size} bytes`);
  return [];
}
