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

export async function describeMachine(workspace: string): Promise<Machine> {
  const versions = await Promise.all(PACKAGES.map(async (name) => [name, await versionOf(name, workspace)] as const));
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

async function versionOf(name: string, workspace: string): Promise<string | undefined> {
  try {
    const { version } = JSON.parse(await readFile(join(workspace, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }; // every package has one
    return version;
  } catch {
    return undefined;
  }
}
