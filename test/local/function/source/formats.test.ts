import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAsset } from '../../../../src/local/function/source/read-asset.js';
import { writeProject } from './project.js';

const ASSET = `cdk.out/asset.${'0a'.repeat(8)}`;
const COMMON = 'exports.handler = () => 1;';

describe('readAsset', () => {
  async function read(files: Readonly<Record<string, string>>, file: string): Promise<ReturnType<typeof readAsset>> {
    return readAsset(join(await writeProject({ 'package.json': '{}', ...files }), file));
  }

  test.each([COMMON, `#!/usr/bin/env node\n${COMMON}`, `#!x\n${COMMON}`, 'return 5', ''])(
    'reads %j as CommonJS, unchanged',
    async (code) => {
      const file = join(await writeProject({ 'package.json': '{}', [`${ASSET}/src/a.js`]: code }), ASSET, 'src/a.js');
      expect(readAsset(file)).toEqual({ code, format: 'cjs', sources: [file] });
      expect(readFileSync(file, 'utf8')).toBe(code);
    },
  );

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['is an ES module', { [`${ASSET}/a.js`]: 'export const a = 1;' }, `${ASSET}/a.js`],
    ['has a syntax error', { [`${ASSET}/a.js`]: `a b\n${COMMON}` }, `${ASSET}/a.js`],
    ['has a shebang in the wrong place', { [`${ASSET}/a.js`]: ` #!x\n${COMMON}` }, `${ASSET}/a.js`],
    ['has another ending', { [`${ASSET}/a.mjs`]: COMMON, [`${ASSET}/a.cjs`]: COMMON }, `${ASSET}/a.cjs`],
    ['is in no asset', { 'cdk.out/a.js': COMMON }, 'cdk.out/a.js'],
    ['is in a folder with a short name', { 'cdk.out/asset.0a0a/a.js': COMMON }, 'cdk.out/asset.0a0a/a.js'],
    ['has a package.json beside it', { [`${ASSET}/src/a.js`]: COMMON, [`${ASSET}/src/package.json`]: '{}' }, `${ASSET}/src/a.js`],
    ['has a package.json above it', { [`${ASSET}/src/b/a.js`]: COMMON, [`${ASSET}/package.json`]: '{}' }, `${ASSET}/src/b/a.js`],
  ])('leaves a file to Node.js that %s', async (_, files, file) => {
    expect(await read(files, file)).toBeUndefined();
  });
});
