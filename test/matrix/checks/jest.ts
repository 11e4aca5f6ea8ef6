import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '../../package/commands.js';
import { runProgram } from '../project.js';
import type { Held } from '../row.js';

/** Where a test gets `expect` and its types from. */
const SOURCES: Readonly<Record<string, string>> = {
  '@types/jest': '',
  '@jest/globals': "import { expect, test } from '@jest/globals';",
};

/** A configuration of Jest for each way to transform TypeScript. Only modules need no transformer. */
const CONFIG: Readonly<Record<string, string>> = {
  'babel-jest':
    "{ transform: { '\\\\.ts$': ['babel-jest', { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] }] } }",
  'ts-jest': "{ transform: { '\\\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] } }",
  '@swc/jest': "{ transform: { '\\\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }] } }",
  'native ESM': "{ transform: {}, testMatch: ['**/*.test.mjs'] }",
};

/** Runs tests with the matchers of `apigw-proxy/testing/jest`, and compiles them. */
export function checkJest(home: string, transformer: string): Held {
  const isModule = transformer === 'native ESM';
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, ...(isModule ? { type: 'module' } : {}) }));
  writeFileSync(join(home, 'jest.config.cjs'), `module.exports = ${CONFIG[transformer]};`);
  const tsconfig = {
    compilerOptions: { module: 'commonjs', target: 'es2022', esModuleInterop: true, isolatedModules: false, types: ['jest', 'node'] },
  };
  writeFileSync(join(home, 'tsconfig.jest.json'), JSON.stringify(tsconfig));
  const names = Object.entries(SOURCES).map(([source, line]) => writeTest(home, source, line, isModule ? 'mjs' : 'ts'));
  const flags = isModule ? ['--experimental-vm-modules', '--no-warnings'] : [];
  runProgram(home, process.execPath, [...flags, 'node_modules/jest/bin/jest.js', '--ci', '--runInBand']);
  if (!isModule) compileTests(home, names);
  return {
    remark: Object.keys(SOURCES)
      .map((source) => `\`${source}\``)
      .join(', '),
  };
}

function writeTest(home: string, source: string, line: string, extension: string): string {
  const name = `${source.replace(/\W/g, '')}.test.${extension}`;
  writeFileSync(join(home, name), `${line}\n${TEST}`);
  return name;
}

const TEST = `import 'apigw-proxy/testing/jest';
import { buildHttpEvent, bodyJson, resultsFor } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import { APIGatewayProxyEventV2Schema } from 'apigw-proxy/schemas';

const { json } = resultsFor('http-2.0');
const event = buildHttpEvent({ json: { name: 'Ada' } });

test('the result renders', async () => {
  expect(APIGatewayProxyEventV2Schema.parse(event)).toBeEvent('http-2.0');
  const result = json({ body: bodyJson(event) }, { status: 201 });
  expect(result).toBeProxyResult('http-2.0');
  expect(result).toHaveNoIssues({}, 'http-2.0');
  expect({ statusCode: 200, body: {} }).toHaveIssue('body-not-text', { target: 'rest' });
  await expect(Promise.resolve(result)).resolves.toRenderAs({ status: 201, body: { body: { name: expect.any(String) } } }, 'http-2.0');
  expect(() => expect(result).toRenderAs({ status: 200 }, 'http-2.0')).toThrow('201');
});

test('the local API answers', async () => {
  const api = createLocalApi({ target: 'http-2.0', routes: { 'GET /': async () => json({ ok: true }) } });
  expect((await api.fetch('/')).status).toBe(200);
});
`;

/** Type-checks every test on its own, because both sources of \`expect\` would otherwise see each other. */
function compileTests(home: string, names: readonly string[]): void {
  for (const name of names) {
    const folder = join(home, `types-${name}`);
    mkdirSync(folder, { recursive: true });
    const types = name.startsWith('types') ? ['jest', 'node'] : ['node'];
    const options = { module: 'nodenext', skipLibCheck: true, types, lib: ['es2023', 'dom', 'dom.iterable'] };
    const { status, output } = compile(resolve(home, 'node_modules/typescript'), [`../${name}`], options, folder);
    if (status !== 0) throw new Error(`${name}: ${output}`);
  }
}
