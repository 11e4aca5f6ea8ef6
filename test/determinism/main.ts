// Compares the hash over drawn events, responses and errors on several engines: `npm run determinism -- --draws 100000`. npx downloads them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleDigest } from './bundle-digest.js';

const { values } = parseArgs({ options: { draws: { type: 'string', default: '100000' } } });
const ENGINES: readonly (readonly [name: string, packaged: string, program: string])[] = [
  ['Node.js 20', 'node@20', 'node'],
  ['Node.js 22', 'node@22', 'node'],
  ['Node.js 24', 'node@24', 'node'],
  ['Bun', 'bun@1.4.5', 'bun'],
];

const folder = mkdtempSync(join(tmpdir(), 'digest-'));
const program = join(folder, 'digest.mjs');
bundleDigest(program);
const hashes = ENGINES.map(([name, packaged, command]) => {
  const args = [
    '-y',
    '--ignore-scripts=false',
    '-p',
    packaged,
    '-c',
    `${command} --version && ${command} ${program} ${values.draws} hostile`,
  ];
  const [version = '', hash = ''] = execFileSync('npx', args, { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  console.log(`${name.padEnd(12)} ${version.padEnd(12)} ${hash}`);
  return hash;
});
rmSync(folder, { recursive: true });
if (new Set(hashes).size > 1) {
  console.log('The engines differ.');
  process.exitCode = 1;
}
