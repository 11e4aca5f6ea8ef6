import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { runNode } from './commands.js';

const consumer = inject('consumer');

const LOADS = {
  esm: "import { createModuleHandler } from 'apigw-proxy/local';",
  cjs: "const { createModuleHandler } = require('apigw-proxy/local');",
};
const CALLS = `
  const loaded = createModuleHandler(process.argv[2]);
  const context = { getRemainingTimeInMillis: () => 30_000 };
  loaded.handler({ a: 1 }, context).then(({ text }) => console.log(text)).finally(() => loaded.close());`;

describe('createModuleHandler', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(consumer, 'threads-'));
    writeFileSync(join(folder, 'handler.mjs'), 'export const handler = async (event) => event;');
  });

  test.each(['esm', 'cjs'] as const)('starts its thread from the %s build', (format) => {
    const file = join(folder, `program.${format === 'esm' ? 'mjs' : 'cjs'}`);
    writeFileSync(file, LOADS[format] + CALLS);
    expect(runNode([file, join(folder, 'handler.mjs')], folder)).toEqual({ status: 0, output: '{"a":1}\n' });
  });

  test.each(['esm', 'cjs'] as const)('starts its thread from a minified %s bundle in another folder', async (format) => {
    const file = join(mkdtempSync(join(folder, 'bundle-')), `program.${format === 'esm' ? 'mjs' : 'cjs'}`);
    const contents = LOADS[format] + CALLS;
    await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format,
      platform: 'node',
      external: ['ws'],
      outfile: file,
    });
    expect(runNode([file, join(folder, 'handler.mjs')], folder)).toEqual({ status: 0, output: '{"a":1}\n' });
  });
});
