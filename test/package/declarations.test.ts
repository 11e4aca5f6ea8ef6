import { copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { COMPILERS, compile } from './commands.js';

describe('a library that exports what this one returns', () => {
  test.each(COMPILERS)('gets declarations without a type annotation: %s', (compiler) => {
    const folder = mkdtempSync(join(inject('consumer'), 'declarations-'));
    // Not a .ts file here: the compiler of this project would resolve the imports to the sources.
    copyFileSync('test/package/exported.ts.txt', join(folder, 'exported.mts'));
    const options = { module: 'nodenext', declaration: true, skipLibCheck: true, types: ['node'], lib: ['es2022', 'dom', 'dom.iterable'] };
    expect(compile(compiler, ['exported.mts'], options, folder)).toEqual({ status: 0, output: '' });
  });
});
