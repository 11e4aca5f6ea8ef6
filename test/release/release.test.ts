import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { changelogProblems, identityProblems, type Manifest } from './identity.js';

const FILLED_IN = {
  repository: { type: 'git', url: 'git+https://forge.test/ada/apigw-proxy.git' },
  bugs: { url: 'https://forge.test/ada/apigw-proxy/issues' },
  homepage: 'https://docs.test',
  author: 'Ada',
};

describe('identityProblems', () => {
  test('finds nothing if the owner has filled in everything', () => {
    expect(identityProblems(FILLED_IN)).toEqual([]);
  });

  test.each(['repository', 'bugs', 'homepage', 'author'])('finds that %s is missing', (name) => {
    expect(identityProblems({ ...FILLED_IN, [name]: undefined })).toEqual([expect.stringContaining(`\`${name}\` is missing`)]);
  });

  test.each([
    ['empty', ''],
    ['only white space', ' '],
    ['an object without values', {}],
    ['a placeholder', 'https://example.com/'],
  ])('counts a field that is %s as missing', (_, homepage) => {
    expect(identityProblems({ ...FILLED_IN, homepage })).toHaveLength(1);
  });

  test('finds that the package is private', () => {
    expect(identityProblems({ ...FILLED_IN, private: true })).toEqual([expect.stringContaining('`private`')]);
  });
});

describe('package.json', () => {
  // .npmrc turns scripts off, and with them prepublishOnly: npm refuses a private package in any case.
  test('is private as long as its identity is incomplete', () => {
    const { private: isPrivate = false, ...others }: Manifest = manifest;
    expect(isPrivate).toBe(identityProblems(others).length > 0);
  });

  test('checks the identity before npm publishes', () => {
    expect(manifest.scripts.prepublishOnly).toBe('tsx test/release/check-identity.ts');
  });
});

describe('changelogProblems', () => {
  test('finds nothing if the newest section has the version and a date', () => {
    expect(changelogProblems('# Changelog\n\n## 1.2.0 (2026-01-31)\n\n## 1.1.0 (2025-12-01)\n', '1.2.0')).toEqual([]);
  });

  test.each([
    ['of another version', '## 1.1.0 (2026-01-31)\n'],
    ['without a date', '## 1.2.0\n'],
    ['that is unreleased', '## 1.2.0 (unreleased)\n'],
    ['that is missing', '# Changelog\n'],
  ])('finds a section %s', (_, changelog) => {
    expect(changelogProblems(changelog, '1.2.0')).toHaveLength(1);
  });
});
