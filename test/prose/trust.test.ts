import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

const page = readFileSync('docs/trust.md', 'utf8');

describe('docs/trust.md', () => {
  test('names tests that exist', () => {
    const named = [...page.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names scripts that exist', () => {
    const named = [...page.matchAll(/`npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !Object.keys(manifest.scripts).includes(script))).toEqual([]);
  });

  test('has a row in the threat model for each entry', () => {
    const entries = Object.keys(manifest.exports).filter((entry) => /^\.\/[a-z]+$/.test(entry) && entry !== './aws-lambda'); // types only
    expect(entries.filter((entry) => !page.includes(`\`apigw-proxy/${entry.slice(2)}\``))).toEqual([]);
  });
});

describe('the supply chain', () => {
  test('has no install script', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(
      scripts.filter((name) => ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'].includes(name)),
    ).toEqual([]);
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });

  test('has an integrity hash for every development dependency', () => {
    const packages: readonly (readonly [string, object])[] = Object.entries(lock.packages);
    expect(packages.filter(([path, entry]) => path !== '' && !('link' in entry) && !('integrity' in entry)).map(([path]) => path)).toEqual(
      [],
    );
  });
});
