import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runNode } from './commands.js';

// The script `test:zod` installs many versions of zod. These tests need no registry: an old zod is any without the path `zod/v4`.

/** Creates a project with the package, and with a zod that lacks the path `zod/v4`, or without zod. */
function projectWith(zod: string | undefined): string {
  const project = mkdtempSync(join(tmpdir(), 'old-zod-'));
  cpSync(join(inject('consumer'), 'node_modules/apigw-proxy'), join(project, 'node_modules/apigw-proxy'), { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(project, 'result.json'), JSON.stringify({ isAuthorized: 'yes' }));
  if (zod === undefined) return project;
  mkdirSync(join(project, 'node_modules/zod'));
  const exports = { '.': './index.js', './package.json': './package.json' };
  writeFileSync(join(project, 'node_modules/zod/package.json'), JSON.stringify({ name: 'zod', version: zod, exports }));
  writeFileSync(join(project, 'node_modules/zod/index.js'), '');
  return project;
}

describe('the range of zod', () => {
  test('is open, so that the package can be installed with any zod', () => {
    expect(manifest.peerDependencies.zod).toBe('*');
  });
});

describe.each([
  ['zod 3.22.4', '3.22.4'],
  ['no zod', undefined],
])('beside %s', (found, version) => {
  const project = projectWith(version);

  test('the root entry works', () => {
    expect(runNode(['--input-type=module', '-e', `import 'apigw-proxy'`], project)).toEqual({ status: 0, output: '' });
  });

  test('`import` of the schemas throws an error with the zod version that they need', () => {
    const { status, output } = runNode(['--input-type=module', '-e', `import 'apigw-proxy/schemas'`], project);
    expect(status).not.toBe(0);
    expect(output).toMatch(/Error.*zod.* imported from .*schemas-need-zod-3\.25\.56-or-later\.js/);
  });

  test('`require` of the schemas throws an error with the zod version that they need and the installed one', () => {
    const { status, output } = runNode(['--input-type=commonjs', '-e', `require('apigw-proxy/schemas')`], project);
    expect(status).not.toBe(0);
    expect(output).toContain(`apigw-proxy/schemas needs zod 3.25.56 or later; found ${found}. Run \`npm install zod\`.`);
  });

  test("the command line checks, but doesn't show reasons", () => {
    const { status, output } = runNode(['node_modules/apigw-proxy/dist/cli.js', 'check', 'result.json'], project);
    expect(output).toContain('invalid');
    expect(output).toContain('Install zod to see which field is wrong');
    expect(status).toBe(1);
  });
});
