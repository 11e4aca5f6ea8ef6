import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { buildContext, createModuleHandler, type LambdaRuntime, type ModuleHandler } from 'apigw-proxy/local';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chooseReader } from '../../../../src/local/function/source/choose-reader.js';
import { writeProject } from './project.js';

/** A project as people have it: path aliases, an enum, packages of both kinds, and a linked package of the same workspace. */
const PROJECT = {
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./src/lib/*"] } } }',
  'node_modules/esm/package.json': '{ "name": "esm", "type": "module", "exports": "./index.js" }',
  'node_modules/esm/index.js': "export const name = 'esm';",
  // Only running it shows what it exports.
  'node_modules/cjs/index.js': "for (const key of ['name']) exports[key] = 'cjs';",
  'shared/package.json': '{ "name": "shared", "main": "src/index.ts" }',
  'shared/src/index.ts': "import { hidden } from 'hidden';\nexport const shared: string = 'shared ' + hidden;",
  'shared/node_modules/hidden/index.js': "exports.hidden = 'hidden';",
  'src/lib/colour.ts': `export enum Colour { red, green }

export function fail(message: string): never {
  throw new TypeError(message);
}`,
  'src/common.ts': `import { Colour, fail } from '@lib/colour';
import { name as esm } from 'esm';
import { name as cjs } from 'cjs';
import { shared } from 'shared';

interface Event { readonly fails?: boolean }

export const handler = async (event: Event) => {
  if (event.fails) fail('in a function');
  return [Colour[1], esm, cjs, shared, __filename.slice(-14)];
};`,
  'src/module.mts': `import { Colour } from './lib/colour.js';
import { name } from 'esm';

const one: number = await Promise.resolve(1);
export const handler = async (event: { fails?: boolean }) => {
  if (event.fails) throw new RangeError('in the handler');
  const { shared } = await import('shared');
  return [Colour[0], name, one, shared, import.meta.url.slice(-15)];
};`,
  'src/required.cts': `import lib = require('./lib/colour');
exports.handler = async () => [lib.Colour[1], require('cjs').name];`,
  'src/awaits.ts': 'const one: number = await Promise.resolve(1);\nexport const handler = async () => one;',
  'src/meta.ts': 'export default async (): Promise<boolean> => import.meta.url.endsWith("/src/meta.ts");',
  'src/view.tsx': 'const h = (tag: string) => tag;\n/** @jsx h */\nexport const handler = async () => <b />;',
  'typed/package.json': '{ "type": "module" }',
  'typed/handler.ts': "import legacy from './legacy.cjs';\nexport const handler = async () => [legacy.base, typeof import.meta.url];",
  'typed/legacy.cjs': "exports.base = require('node:path').basename('/a/b');",
  'src/syntax.ts': 'export const handler = async () => {\n  const a b;\n};',
  'src/missing.ts': "import { nothing } from './nowhere';\nexport const handler = async () => nothing;",
  'src/absent.ts': "import { nothing } from 'no-such-package';\nexport const handler = async () => nothing;",
};

describe('a handler in TypeScript, in a project with esbuild', () => {
  let folder: string;
  const open: ModuleHandler[] = [];
  beforeAll(async () => {
    folder = await writeProject(PROJECT);
    await symlink(join(folder, 'shared'), join(folder, 'node_modules/shared'));
  });
  afterEach(() => Promise.all(open.splice(0).map((module) => module.close())));

  async function call(file: string, event = {}, runtime?: LambdaRuntime): Promise<unknown> {
    const module = createModuleHandler(join(folder, file), 'handler', runtime && { runtime });
    open.push(module);
    const { text }: { readonly text?: string } = Object(await module.handler(event, buildContext({ timeout: 30_000 })));
    return JSON.parse(text ?? '');
  }

  test.each([
    ['src/common.ts', ['green', 'esm', 'cjs', 'shared hidden', '/src/common.ts']],
    ['src/module.mts', ['red', 'esm', 1, 'shared hidden', '/src/module.mts']],
    ['src/required.cts', ['green', 'cjs']],
    ['src/awaits.ts', 1],
    ['src/meta.ts', true],
    ['src/view.tsx', 'b'],
    ['typed/handler.ts', ['b', 'string']],
  ])('runs %s', async (file, result) => {
    expect(await call(file)).toEqual(result);
  });

  test.each([
    ['src/common.ts', 'TypeError: in a function', ['/src/lib/colour.ts:4:', '/src/common.ts:9:']],
    ['src/module.mts', 'RangeError: in the handler', ['/src/module.mts:6:']],
  ])('names the lines of the sources when %s throws, and no others', async (file, first, places) => {
    for (const runtime of ['nodejs22.x', 'nodejs24.x'] as const) {
      const error = await call(file, { fails: true }, runtime).catch((thrown: unknown) => thrown);
      const [message, ...frames] = String(Reflect.get(Object(error), 'stack')).split('\n');
      expect(message).toBe(first);
      expect(frames).toHaveLength(places.length);
      places.forEach((place, index) => void expect(frames[index]).toContain(`${folder}${place}`));
    }
  });

  test.each([
    ['src/syntax.ts', 'syntax.ts:2:11: Expected ";" but found "b"'],
    ['src/missing.ts', 'missing.ts:1:25: Could not resolve "./nowhere"'],
    ['src/absent.ts', "Cannot find module 'no-such-package'"],
  ])('says why %s cannot be loaded', async (file, message) => {
    await expect(createModuleHandler(join(folder, file)).load()).rejects.toThrow(message);
  });

  test('names the sources that it was made of', async () => {
    const module = createModuleHandler(join(folder, 'src/common.ts'));
    open.push(module);
    expect(module.sources).toEqual([join(folder, 'src/common.ts')]);
    await module.load();
    const own = ['src/common.ts', 'src/lib/colour.ts', 'shared/src/index.ts'].map((path) => join(folder, path));
    expect(module.sources).toEqual(expect.arrayContaining(own));
  });
});

describe('chooseReader', () => {
  test.each([
    ['own', 'a.ts'],
    ['own', 'a.jsx'],
    ['by tsx', 'a.mts'],
  ] as const)('uses the esbuild that a project has: %s, %s', async (esbuild, file) => {
    const folder = await writeProject({}, esbuild);
    expect(chooseReader(join(folder, file)).kind).toBe('esbuild');
  });

  test.each(['a.js', 'a.mjs', 'a.cjs', 'a'])('lets Node.js run %s', async (file) => {
    expect(chooseReader(join(await writeProject({}), file))).toEqual({ kind: 'node' });
  });

  /** What a Node.js without, and one with type stripping does in a project without esbuild. */
  const withoutEsbuild = [
    [false, 'a.ts', 'missing', ', or use Node.js 22.18 or later'],
    [false, 'a.tsx', 'missing', ''],
    ['strip', 'a.ts', 'node', ''],
    ['strip', 'a.cts', 'node', ''],
    ['strip', 'a.tsx', 'missing', ''],
  ] as const;

  test.each(withoutEsbuild)(
    'with process.features.typescript = %s and without esbuild, %s is read by: %s',
    async (able, file, kind, other) => {
      const folder = await writeProject({}, 'none');
      const given = Object.getOwnPropertyDescriptor(process.features, 'typescript');
      Object.defineProperty(process.features, 'typescript', { value: able, configurable: true });
      try {
        const path = join(folder, file);
        const reason = `Node.js ${process.versions.node} can't run ${file.slice(1)} files such as '${path}'.`;
        const missing = { kind, reason, fix: `Install esbuild in your project${other}: npm install --save-dev esbuild` };
        expect(chooseReader(path)).toEqual(kind === 'missing' ? missing : { kind });
      } finally {
        if (given === undefined) Reflect.deleteProperty(process.features, 'typescript');
        else Object.defineProperty(process.features, 'typescript', given);
      }
    },
  );
});
