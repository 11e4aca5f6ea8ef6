import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';
import { inlineHandlerThread } from './test/build/inline-handler-thread.js';
import { inlineInspectPage } from './test/build/inline-inspect-page.js';
import { lastLine } from './test/last-line.js';
import { LEFT_OUT_OF_DEV, SlowFirst } from './test/slow-first.js';

// Most code runs too seldom in a test to be worth optimising. If V8 waits longer before it optimises, the tests take a tenth less CPU time.
if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=2000000');

export default defineConfig({
  plugins: [inlineHandlerThread, inlineInspectPage],
  resolve: {
    alias: [
      { find: /^apigw-proxy$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
      { find: /^apigw-proxy\/(.+)$/, replacement: fileURLToPath(new URL('src/$1/index.ts', import.meta.url)) },
    ],
  },
  test: {
    // One more than there are cores, because many tests wait: for a thread, a program, or the time-out of a function.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', 'test/docs/**', ...(process.env['DEV'] === '1' ? LEFT_OUT_OF_DEV : [])],
          setupFiles: ['test/draws.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: { poll: { timeout: 20_000 } },
          // Test files share modules: loading them again for each of 160 files would take a third of the time.
          isolate: false,
          pool: 'threads',
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts', 'test/docs/**/*.test.ts'],
          globalSetup: ['test/package/consumer.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    reporters: ['default', lastLine()],
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 90, branches: 90, functions: 90, lines: 90 },
    },
  },
});
