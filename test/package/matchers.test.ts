import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { COMPILERS, compile, runNode } from './commands.js';

const folder = mkdtempSync(join(inject('consumer'), 'matchers-'));

describe('the matchers in the package', () => {
  test('work in a test of Vitest', () => {
    writeFileSync(join(folder, 'setup.mjs'), "import 'apigw-proxy/testing/vitest';\n");
    writeFileSync(join(folder, 'vitest.config.mjs'), "export default { test: { setupFiles: ['./setup.mjs'], reporters: ['verbose'] } };\n");
    writeFileSync(
      join(folder, 'handler.test.mjs'),
      `import { expect, test } from 'vitest';
      const handler = async () => ({ statusCode: 200, body: 'hello' });
      test('passes', () => expect(handler()).resolves.toRenderAs({ status: 200, body: expect.stringContaining('hell') }, 'rest'));
      test('fails', () => expect(handler()).resolves.toRenderAs({ status: 201 }, 'rest'));`,
    );
    const { status, output } = runNode([resolve('node_modules/vitest/vitest.mjs'), 'run'], folder);
    expect(output).toContain('✓ handler.test.mjs > passes');
    expect(output).toMatch(/is not the expected one.*\n(.*\n)*.*- 201\n.*\+ 200 OK/);
    expect(status).toBe(1);
  });

  // Jest's `expect`, as Jest provides it: a global.
  test.each([
    ['import', 'mjs', "await import('apigw-proxy/testing/jest');"],
    ['require', 'cjs', "require('apigw-proxy/testing/jest');"],
  ])('work with `expect` of Jest after %s', (_, extension, load) => {
    const code = `(async () => {
      globalThis.expect = (await import('expect')).expect;
      ${load}
      expect({ statusCode: 200, body: 'hello' }).toRenderAs({ status: 200, body: expect.stringContaining('hell') }, 'rest');
      expect(() => expect({ statusCode: 200 }).toRenderAs({ status: 201 }, 'rest')).toThrow('+ 200 OK');
      console.log('done');
    })();`;
    writeFileSync(join(folder, `jest.${extension}`), code);
    expect(runNode([`jest.${extension}`], folder)).toEqual({ status: 0, output: 'done\n' });
  });
});

const USE = `
expect({}).toRenderAs({ status: 200, headers: { a: expect.stringContaining('b'), c: null }, body: { d: expect.any(String) } }, 'rest');
expect({}).not.toHaveIssue('body-not-text', { target: 'rest' });
expect({}).toHaveNoIssues({ severity: 'info' });
expect({}).toBeProxyResult('http-2.0');
expect({}).toBeEvent('websocket-connect');
export const waiting: Promise<void> = expect(Promise.resolve({})).resolves.toRenderAs({ status: 200 });
// @ts-expect-error: no such code
expect({}).toHaveIssue('body-not-txt');
// @ts-expect-error: no such part
expect({}).toRenderAs({ statusCode: 200 }, 'rest');
// @ts-expect-error: no such kind
expect({}).toBeEvent('http2');
`;

/** Names the types of a runner's \`expect\` by the import that brings them. */
const RUNNERS: readonly (readonly [runner: string, lines: string])[] = [
  ['vitest', "import { expect } from 'vitest';\nimport 'apigw-proxy/testing/vitest';"],
  ['expect', "import { expect } from 'expect';\nimport 'apigw-proxy/testing/jest';"],
  [
    '@types/jest',
    `import 'expect';
    import 'apigw-proxy/testing/jest';
    // The part of @types/jest that matters here.
    type Jest<R> = jest.Matchers<R, unknown> & { not: jest.Matchers<R, unknown> };
    declare const expect: {
      (received: unknown): Jest<void> & { resolves: Jest<Promise<void>> };
      any(type: unknown): any;
      stringContaining(text: string): any;
    };`,
  ],
];

describe('the types of the matchers', () => {
  const cases = COMPILERS.flatMap((compiler) => RUNNERS.map(([runner, lines]) => ({ compiler, runner, lines })));

  test.each(cases)('are added to those of $runner: $compiler', ({ compiler, lines }) => {
    const home = mkdtempSync(join(folder, 'types-'));
    for (const name of ['use.mts', 'use-bundler.ts']) writeFileSync(join(home, name), `${lines}\n${USE}`);
    const options = { skipLibCheck: true, types: ['node'], lib: ['es2023', 'dom', 'dom.iterable'] };
    expect(compile(compiler, ['use.mts'], { ...options, module: 'nodenext' }, home)).toEqual({ status: 0, output: '' });
    const bundler = { ...options, module: 'esnext', moduleResolution: 'bundler' };
    expect(compile(compiler, ['use-bundler.ts'], bundler, home)).toEqual({ status: 0, output: '' });
  });
});
