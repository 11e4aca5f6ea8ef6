import { expect, test } from 'vitest';
import { runNode } from './commands.js';

test('the release script reaches its end in a dry run, and publishes nothing', () => {
  const { status, output } = runNode(['--import', 'tsx', 'test/release/main.ts', '--dry-run', '--provenance'], '.');
  expect(status, output).toBe(0);
  expect(output).toContain('would run: npm publish --access public --ignore-scripts=false --provenance');
  expect(output.trimEnd().split('\n').at(-1)).toBe('The dry run has reached the end. Nothing was published.');
});
