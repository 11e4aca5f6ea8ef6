import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of an empty project in which the packed tarball and its peers are installed. */
    consumer: string;
    /** Path of the packed tarball. */
    tarball: string;
  }
}

/** Other packages in the project: the peers, and what the examples in the documentation and the type tests need. */
const BESIDE = [
  'zod',
  'fast-check',
  'vitest',
  'expect',
  'ajv',
  '@types/node',
  '@types/aws-lambda',
  'cookie',
  'hono',
  'express',
  '@types/express',
  'serverless-http',
  'type-fest',
  '@aws-sdk/client-apigatewaymanagementapi',
  '@middy/core',
  '@aws-lambda-powertools/event-handler',
  '@aws-lambda-powertools/parser',
];

const run = promisify(execFile);

/** Packs the tarball once for all tests and unpacks it where npm would install it. This needs no registry. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.js')) throw new Error('`dist` is missing. Run `npm run build` first.');
  const consumer = await realpath(await mkdtemp(join(tmpdir(), 'consumer-')));
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  project.provide('tarball', await install(consumer));
  project.provide('consumer', consumer);
  return () => rm(consumer, { recursive: true });
}

/** Returns the path of the tarball. */
async function install(consumer: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', consumer], { shell: process.platform === 'win32' });
  const [tarball] = JSON.parse(stdout) as [{ filename: string }]; // npm's documented output: one entry per packed folder
  const home = join(consumer, 'node_modules', 'apigw-proxy');
  await mkdir(home, { recursive: true });
  await run('tar', ['-xzf', tarball.filename, '-C', home, '--strip-components=1'], { cwd: consumer });
  for (const name of BESIDE) await link(name, consumer);
  return join(consumer, tarball.filename);
}

async function link(name: string, consumer: string): Promise<void> {
  const place = join(consumer, 'node_modules', name);
  await mkdir(join(place, '..'), { recursive: true });
  await symlink(resolve('node_modules', name), place, 'junction');
}
