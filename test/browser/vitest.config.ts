import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { lastLine } from '../last-line.js';

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^apigw-proxy$/, replacement: source('index.ts') },
      { find: /^apigw-proxy\/(.+)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: { include: ['test/browser/*.spec.ts'], testTimeout: 60_000, hookTimeout: 60_000, reporters: ['default', lastLine()] },
});
