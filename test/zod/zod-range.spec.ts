import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, runNode } from '../package/commands.js';

/** The first and the last of 3.25, and every minor version of 4, because each changed something that the schemas use. */
const SUPPORTED = ['3.25.56', '3.25.76', '4.0.0', '4.1.0', '4.2.0', '4.3.0', '4.4.0', '4.5.0', '4.6.0', 'latest'];
const TOO_OLD = ['3.22.4', '3.24.4', '3.25.0'];
/** Previews of version 4 inside 3.25, with a path `zod/v4`. */
const PREVIEWS = ['3.25.1', '3.25.30'];

const root = realpathSync(mkdtempSync(join(tmpdir(), 'zod-range-')));
const projectOf = (version: string): string => join(root, version);
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('`dist` is missing. Run `npm run build` first.');
  npm(['pack', '--pack-destination', root], '.');
});
afterAll(() => rmSync(root, { recursive: true }));

/** Installs the tarball beside a version of zod, as `npm install` does it without flags. */
function install(version: string): string {
  const { version: own } = JSON.parse(readFileSync('package.json', 'utf8'));
  const project = projectOf(version);
  execFileSync('mkdir', ['-p', project]);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm(['install', '--no-audit', '--no-fund', `zod@${version}`], project);
  npm(['install', '--no-audit', '--no-fund', join(root, `apigw-proxy-${own}.tgz`)], project);
  return project;
}

const evaluate = (code: string, project: string): string => runNode(['--input-type=module', '-e', code], project).output;

describe.each(SUPPORTED)('beside zod %s', (version) => {
  test('schemas work', () => {
    const project = install(version);
    copyFileSync('test/zod/journey.mjs', join(project, 'journey.mjs'));
    expect(runNode(['journey.mjs'], project)).toEqual({ status: 0, output: 'done\n' });
  });

  test('schemas work for `require`', () => {
    const code = `console.log(require('apigw-proxy/schemas').APIGatewayProxyResultSchema.parse({ statusCode: 200 }))`;
    expect(runNode(['--input-type=commonjs', '-e', code], projectOf(version)).output).toBe('{ statusCode: 200 }\n');
  });

  test('types compile', () => {
    const project = projectOf(version);
    copyFileSync('test/zod/types.mts', join(project, 'types.mts'));
    writeFileSync(
      join(project, 'required.cts'),
      `import schemas = require('apigw-proxy/schemas');\nexport const { parse } = schemas.APIGatewayProxyEventSchema;\n`,
    );
    const options = {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      skipLibCheck: false,
      types: [],
      lib: ['es2022', 'dom', 'dom.iterable'],
    };
    expect(compile('typescript-7', ['types.mts', 'required.cts'], options, project)).toEqual({ status: 0, output: '' });
  });
});

describe.each(TOO_OLD)('beside zod %s', (version) => {
  test('the root works', () => {
    const project = install(version);
    expect(
      evaluate(`import { isAPIGatewayProxyResult } from 'apigw-proxy'; console.log(isAPIGatewayProxyResult({ statusCode: 200 }))`, project),
    ).toBe('true\n');
  });

  test('`import` of the schemas throws an error with the zod version that they need', () => {
    const output = evaluate(`import 'apigw-proxy/schemas'`, projectOf(version));
    expect(output).toMatch(/Error.*zod.* imported from .*schemas-need-zod-3\.25\.56-or-later\.js/);
  });

  test('`require` of the schemas throws an error with the zod version that they need and the installed one', () => {
    const { output } = runNode(['--input-type=commonjs', '-e', `require('apigw-proxy/schemas')`], projectOf(version));
    expect(output).toContain(`apigw-proxy/schemas needs zod 3.25.56 or later; found zod ${version}. Run \`npm install zod\`.`);
  });
});

describe.each(PREVIEWS)('beside the preview zod %s', (version) => {
  test('the root works, and the schemas throw an error with the zod version that they need', () => {
    const project = install(version);
    expect(evaluate(`import 'apigw-proxy'`, project)).toBe('');
    const message = 'Error: apigw-proxy/schemas needs zod 3.25.56 or later; found an earlier 3.25. Run `npm install zod`.';
    expect(evaluate(`import 'apigw-proxy/schemas'`, project)).toContain(message);
    expect(runNode(['--input-type=commonjs', '-e', `require('apigw-proxy/schemas')`], project).output).toContain(message);
  });
});
