import { readFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { join } from 'node:path';

/** The packages that the library is compared with, or that it is measured with. */
const PACKAGES: readonly string[] = [
  'zod',
  '@aws-lambda-powertools/parser',
  '@aws-lambda-powertools/event-handler',
  'valibot',
  'arktype',
  '@sinclair/typebox',
  'ajv',
  '@serverless/event-mocks',
  'srvx',
  'light-my-request',
  'find-my-way',
  'fastify',
  'hono',
  '@hono/node-server',
  'serverless-offline',
  'ws',
  'esbuild',
  'typescript',
];

/** What the figures depend on, as words for the page. Nothing here names a computer, a folder or a registry. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  readonly node: string;
  /** The versions of the packages. A package that isn't installed is missing. */
  readonly packages: Readonly<Record<string, string>>;
}

/** @param folders where the packages may be installed. */
export async function describeMachine(folders: readonly string[]): Promise<Machine> {
  const versions = await Promise.all(PACKAGES.map(async (name) => [name, await versionOf(name, folders)] as const));
  return {
    cpu:
      cpus()[0]
        ?.model.replace(/ @.*|\((?:R|TM)\)/g, '')
        .trim() ?? 'unknown',
    cores: availableParallelism(),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
    packages: Object.fromEntries(versions.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)),
  };
}

async function versionOf(name: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version; // every package has one
  }
  return undefined;
}
