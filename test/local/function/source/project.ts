import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const ESBUILD = dirname(createRequire(import.meta.url).resolve('esbuild/package.json'));

/** The manifest of a package that exports nothing. */
const HIDING = '{ "exports": {} }';

/** Writes a project to a folder, which is removed after the tests. `esbuild` says whether the project has esbuild, or only tsx has it. */
export async function writeProject(files: Readonly<Record<string, string>>, esbuild: 'own' | 'by tsx' | 'none' = 'own'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'project-'));
  afterAll(() => rm(folder, { recursive: true }));
  const modules = esbuild === 'own' ? { [join(folder, 'node_modules/esbuild')]: ESBUILD } : {};
  const ofTsx = esbuild === 'by tsx' ? { [join(folder, 'node_modules/tsx/node_modules/esbuild')]: ESBUILD } : {};
  if (esbuild === 'by tsx') await write(join(folder, 'node_modules/tsx/package.json'), '{}');
  // A package of the project that cannot be loaded hides one that a folder above may have.
  if (esbuild !== 'own') await write(join(folder, 'node_modules/esbuild/package.json'), HIDING);
  if (esbuild === 'none') await write(join(folder, 'node_modules/tsx/package.json'), HIDING);
  for (const [path, text] of Object.entries(files)) await write(join(folder, path), text);
  for (const [path, target] of Object.entries({ ...modules, ...ofTsx })) {
    await mkdir(dirname(path), { recursive: true });
    await symlink(target, path);
  }
  return folder;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
