import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { bundleDigest } from './bundle-digest.js';

// A short run of `npm run determinism`, on this engine only.

const folder = mkdtempSync(join(tmpdir(), 'digest-'));
const program = join(folder, 'digest.mjs');
bundleDigest(program);
afterAll(() => rmSync(folder, { recursive: true }));

function digest(mode: string, env: NodeJS.ProcessEnv): string {
  return execFileSync(process.execPath, [program, String(draws(5)), mode], { encoding: 'utf8', env: { PATH: '', ...env } });
}

test('no clock, chance, language, time zone or environment changes a result', () => {
  const plain = digest('plain', { TZ: 'UTC', LANG: 'C' });
  expect(
    digest('hostile', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'production', DEBUG: '*' }),
  ).toBe(plain);
});
