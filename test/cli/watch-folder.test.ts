import fs from 'node:fs';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchFolder } from '../../src/cli/watch-folder.js';

/** Error codes by path: `fs.watch` throws such an error for the path. */
const refused = new Map<string, string>();
const realWatch = fs.watch;
const watch: typeof fs.watch = (path: unknown, ...rest: unknown[]) => {
  const code = refused.get(String(path));
  if (code !== undefined) throw Object.assign(new Error(code), { code });
  return Reflect.apply(realWatch, fs, [path, ...rest]);
};
/** Replaces `fs.watch` for modules that have imported it, too. */
function setWatch(replacement: typeof fs.watch): void {
  fs.watch = replacement;
  syncBuiltinESMExports();
}
beforeAll(() => setWatch(watch));
afterAll(() => setWatch(realWatch));

describe('watchFolder', () => {
  let outer: string;
  let folder: string;
  let files: string[];
  let errors: unknown[];
  let stop: () => void;
  const at = (...names: string[]) => join(folder, ...names);
  const begin = () => {
    stop = watchFolder(folder, { changed: (file) => files.push(file), failed: (error) => errors.push(error) });
  };
  /** Waits long enough for any change to be reported. */
  const wait = () => new Promise((done) => setTimeout(done, 300));

  beforeEach(async () => {
    outer = await realpath(await mkdtemp(join(tmpdir(), 'watch-')));
    folder = join(outer, 'dist');
    await mkdir(at('lib'), { recursive: true });
    await writeFile(at('handler.mjs'), 'old');
    await writeFile(at('lib', 'old.mjs'), 'old');
    files = [];
    errors = [];
    stop = () => undefined;
    refused.clear();
  });
  afterEach(async () => {
    stop();
    await rm(outer, { recursive: true });
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['a changed file', 'handler.mjs', () => writeFile(at('handler.mjs'), 'new')],
    ['a file below', 'old.mjs', () => writeFile(at('lib', 'old.mjs'), 'new')],
    ['a deleted file', 'old.mjs', () => rm(at('lib', 'old.mjs'))],
    [
      'a file that replaces another',
      'handler.mjs',
      () => writeFile(at('handler.tmp'), 'new').then(() => rename(at('handler.tmp'), at('handler.mjs'))),
    ],
    ['a new folder with a file', 'new.mjs', () => mkdir(at('new')).then(() => writeFile(at('new', 'new.mjs'), 'new'))],
    ['a folder that is moved in', 'moved.mjs', () => moveIn('moved')],
  ])('reports %s', async (_, file, change) => {
    begin();
    await change();
    await expect.poll(() => files).toContain(file);
  });

  async function moveIn(name: string): Promise<void> {
    await mkdir(join(outer, name));
    await writeFile(join(outer, name, `${name}.mjs`), 'new');
    await rename(join(outer, name), at(name));
  }

  test('watches new folders', async () => {
    begin();
    await mkdir(at('new'));
    await wait();
    expect(files).toEqual([]);
    await writeFile(at('new', 'a.mjs'), 'new');
    await expect.poll(() => files).toContain('a.mjs');
    await rm(at('new'), { recursive: true });
    await mkdir(at('new'));
    await wait();
    await writeFile(at('new', 'b.mjs'), 'new');
    await expect.poll(() => files).toContain('b.mjs');
  });

  test.each([0, 600])('keeps watching after the folder is deleted and created again %d ms later', async (pause) => {
    begin();
    await rm(folder, { recursive: true });
    await new Promise((done) => setTimeout(done, pause));
    await mkdir(folder);
    // Changes that come together are one report, which may name a file that was deleted. So the files are written until they are named.
    for (const name of ['handler.mjs', 'other.mjs']) await expect.poll(() => writeAndList(name), { interval: 200 }).toContain(name);
    expect(errors).toEqual([]);
  });

  async function writeAndList(name: string): Promise<readonly string[]> {
    await writeFile(at(name), `new ${files.length}`);
    return files;
  }

  test('follows links, even in a circle', async () => {
    await mkdir(join(outer, 'linked'));
    await symlink(join(outer, 'linked'), at('link'));
    await symlink(folder, at('lib', 'circle'));
    begin();
    await writeFile(join(outer, 'linked', 'far.mjs'), 'new');
    await expect.poll(() => files).toContain('far.mjs');
  });

  test('ignores files that are not sources', async () => {
    await mkdir(at('node_modules'));
    begin();
    await writeFile(at('server.log'), 'x');
    await rename(at('server.log'), at('server.log.1'));
    await writeFile(at('node_modules', 'a.mjs'), 'x');
    await mkdir(at('.git'));
    await writeFile(at('.git', 'a.json'), '{}');
    await mkdir(at('empty'));
    await wait();
    expect(files).toEqual([]);
  });

  test('skips a folder that cannot be read', async () => {
    refused.set(at('lib'), 'EACCES');
    begin();
    await writeFile(at('handler.mjs'), 'new');
    await expect.poll(() => files).toContain('handler.mjs');
    expect(errors).toEqual([]);
  });

  test.each([
    ['the folder itself', 'EACCES', () => folder],
    ['the last watcher that the system has', 'ENOSPC', () => at('lib')],
  ])('reports once that watching %s fails with %s', async (_, code, path) => {
    refused.set(path(), code);
    begin();
    await writeFile(at('handler.mjs'), 'new');
    await wait();
    expect([files, errors]).toEqual([[], [expect.objectContaining({ code })]]);
  });
});
