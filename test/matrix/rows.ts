import { checkBundler } from './checks/bundler.js';
import { checkCompiler } from './checks/compiler.js';
import { checkJest } from './checks/jest.js';
import { checkRuntime } from './checks/runtime.js';
import { checkWorker } from './checks/worker.js';
import { binaryOf, NODE_PACKAGE, nodeOf } from './project.js';
import type { Row } from './row.js';

const ZOD = { zod: '4.6.7' };
const NODE_22 = '22.23.3';

/** The oldest supported version, then the last of each line. */
const NODES = ['20.19.0', '20.20.2', NODE_22, '24.21.0'];

const RUNTIMES: readonly Row[] = [
  ...NODES.map((version) => ({
    platform: 'Node.js',
    version,
    packages: { ...ZOD, [NODE_PACKAGE]: version },
    check: (home: string) => checkRuntime(home, nodeOf(home)),
  })),
  {
    platform: 'Bun',
    version: '1.4.5',
    packages: { ...ZOD, bun: '1.4.5' },
    scripts: true,
    check: (home) => checkRuntime(home, binaryOf(home, 'bun')),
  },
  {
    platform: 'Deno',
    version: '2.9.6',
    packages: { ...ZOD, deno: '2.9.6' },
    scripts: true,
    check: (home) => checkRuntime(home, binaryOf(home, 'deno'), ['run', '--allow-all', '--no-lock']),
  },
  {
    platform: 'workerd in Miniflare',
    version: '4.20260730.0',
    packages: { ...ZOD, miniflare: '4.20260730.0', [NODE_PACKAGE]: NODE_22 },
    check: checkWorker,
  },
];

const COMPILERS = ['5.4.5', '5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'].map((version) => ({
  platform: 'TypeScript',
  version,
  packages: { ...ZOD, '@types/node': '22.20.5', typescript: version },
  check: checkCompiler,
}));

/** Name → its packages. The first one has the version that is shown. */
const BUNDLERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  esbuild: { esbuild: '0.28.2' },
  rollup: { rollup: '4.68.8', '@rollup/plugin-node-resolve': '16.0.3' },
  webpack: { webpack: '5.113.0' },
  rspack: { '@rspack/core': '2.3.3' },
  vite: { vite: '8.3.8' },
};

/** What every project with Jest needs. ts-jest doesn't work with TypeScript 7. */
const JEST = { ...ZOD, '@types/node': '22.20.5', typescript: '6.0.3' };
const JEST_30 = { ...JEST, jest: '30.5.2', '@types/jest': '30.0.0' };

/** Name → its packages. The first one has the version that is shown. */
const TRANSFORMERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'babel-jest': { 'babel-jest': '30.5.2', '@babel/core': '7.28.5', '@babel/preset-env': '7.28.5', '@babel/preset-typescript': '7.28.5' },
  'ts-jest': { 'ts-jest': '29.4.15' },
  '@swc/jest': { '@swc/jest': '0.2.39', '@swc/core': '1.16.22' },
  'native ESM': { jest: '30.5.2' },
};

/** Every row, in the order of the table. */
export const ROWS: readonly Row[] = [
  ...RUNTIMES,
  ...COMPILERS,
  ...Object.entries(BUNDLERS).map(([platform, packages]) => ({
    platform,
    version: firstVersion(packages),
    packages: { ...ZOD, ...packages },
    check: (home: string) => checkBundler(home, platform),
  })),
  ...Object.entries(TRANSFORMERS).map(([transformer, packages]) => ({
    platform: `Jest 30 with ${transformer}`,
    version: firstVersion(packages),
    packages: { ...JEST_30, ...packages },
    check: (home: string) => checkJest(home, transformer),
  })),
  {
    platform: 'Jest 29 with ts-jest',
    version: '29.4.15',
    packages: { ...JEST, jest: '29.7.0', '@types/jest': '29.5.14', 'ts-jest': '29.4.15', typescript: '5.9.3' },
    check: (home) => checkJest(home, 'ts-jest'),
  },
];

function firstVersion(packages: Readonly<Record<string, string>>): string {
  return Object.values(packages)[0] ?? '';
}
