import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, inject, test } from 'vitest';

const dist = join(inject('consumer'), 'node_modules/apigw-proxy/dist');

// Most of the time of an import without a bundler is reading and compiling files.
test.each([
  ['guards', 40],
  ['results', 88],
  ['events', 245],
  ['http', 53],
  ['render', 295],
  ['schemas', 158],
  ['index', 495],
])('%s reads at most %i kB of code, in both formats', (entry, limit) => {
  for (const file of [`${entry}.js`, `cjs/${entry}.js`]) expect(sizeOf(filesOf(file))).toBeLessThanOrEqual(limit * 1000);
});

/** Returns a file and all files that it imports. */
function filesOf(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const folder = posix.dirname(file);
    for (const [, imported = ''] of read(file).matchAll(/(?:from|require\()\s*'(\.[^']*)'/g)) open.push(posix.join(folder, imported));
  }
  return found;
}

function sizeOf(files: ReadonlySet<string>): number {
  return [...files].reduce((size, file) => size + read(file).length, 0);
}

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
