import { defineConfig } from 'vitest/config';
import { lastLine } from '../last-line.js';

export default defineConfig({
  test: { include: ['test/zod/*.spec.ts'], testTimeout: 300_000, hookTimeout: 300_000, reporters: ['default', lastLine()] },
});
