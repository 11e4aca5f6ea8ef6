import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { inlineHandlerThread } from '../build/inline-handler-thread.js';
import { inlineInspectPage } from '../build/inline-inspect-page.js';
import { lastLine } from '../last-line.js';

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export default defineConfig({
  plugins: [inlineHandlerThread, inlineInspectPage],
  resolve: {
    alias: [
      { find: /^apigw-proxy$/, replacement: source('index.ts') },
      { find: /^apigw-proxy\/(.+)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', lastLine()],
    projects: [
      { extends: true, test: { name: 'browser', include: ['test/browser/*.spec.ts'] } },
      { extends: true, test: { name: 'screenshots', include: ['test/browser/screenshots.ts'] } },
    ],
  },
});
