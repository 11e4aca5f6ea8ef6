import { join } from 'node:path';
import type { Emulator } from './serve.js';

/** Serves a function over HTTP. Its watch mode takes CommonJS only, so a CommonJS file calls the function. */
export const LAMBDA_LOCAL: Emulator = {
  files: () => ({ 'index.cjs': `exports.handler = async (event) => (await import('./handler.mjs')).handler(event);\n` }),
  command: (home, [port]) => [
    join(home, 'node_modules/lambda-local/build/cli.js'),
    ...['--lambda-path', 'index.cjs', '--handler', 'handler', '--timeout', '20', '--watch', `${port}`],
  ],
  prefix: () => '',
};
